import { expectClean, expectWarning } from '../../support/check.ts';

describe('transfer-below-write', () => {
  it('warns of a TIA that lets go before a buffer cell is written', () =>
    expectWarning(
      cascade('32 × CascadeTIA65 { transfer-time <|20 ns|> }'),
      'transfer-below-write',
      'CascadeTIA65 holds a voltage for 20 ns, but a buffer cell takes 25 ns to be written',
    ));

  it('accepts one that holds it long enough', () =>
    expectClean(cascade('32 × CascadeTIA65 { sensing-time 20 ns, transfer-time 25 ns }')));

  it('says nothing where no time of writing is known', () =>
    expectClean(`import "pim:chips/cascade-style"
      import "pim:components/cascade-32nm"
      chip C extends CASCADEStyle {
        pe PE { 8 × crossbar { 129 × CascadeTIA { transfer-time 1 ns } } }
      }`));
});

const cascade = (amplifiers: string): string => `import "pim:chips/cascade"
  import "pim:components/cascade-65nm"
  chip C extends CASCADE { pe APU { 80 × crossbar { ${amplifiers} } } }`;
