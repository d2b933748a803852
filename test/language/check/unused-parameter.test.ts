import { expectNoHint, expectFix, expectHint } from '../../support/check.ts';

describe('unused-parameter', () => {
  it('marks a parameter that nothing depends on', () =>
    expectHint(
      'component A(<|width: bits = 8 bit|>) : adc { resolution 8 bit }',
      'unused-parameter',
      'nothing depends on `width`; use it in A, or leave it out',
    ));

  it('offers to remove it, with the comma beside it or with the parentheses', async () => {
    await expectRemoved('(a, b: count = 2)', '(b: count = 2)', 'a', 'b');
    await expectRemoved('(b: count = 2, a)', '(b: count = 2)', 'a', 'b');
    await expectRemoved('(a: count = (1 + 2))', '', 'a', '3');
  });

  it('accepts a parameter that only another depends on, or an argument of what is extended', () =>
    expectNoHint(`component A(a: count = 1, b = 2 * a) : fixed { area b * 1 mm² }
      component B(c: count = 1) extends A(c)`));

  it('accepts constants, components and blocks, which another file may import', () =>
    expectNoHint('constant a = 1\ncomponent B : fixed\ntile T { }'));
});

function expectRemoved(before: string, after: string, name: string, used: string): Promise<void> {
  const text = (parameters: string) => `component A${parameters} : fixed { area ${used} * 1 mm² }`;
  return expectFix(text(before), 'unused-parameter', `Remove \`${name}\``, text(after));
}
