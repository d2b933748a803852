import { expectAction, expectNoAction } from '../../../support/actions.ts';

describe('inline constant', () => {
  it('puts the value where the constant is used', () =>
    expectAction(
      'constant width = 8 bit\n\ncomponent A : adc { resolution wid<|>th }\ncomponent B : adc { resolution width }\n',
      'Inline `width` here',
      'constant width = 8 bit\n\ncomponent A : adc { resolution 8 bit }\ncomponent B : adc { resolution width }\n',
    ));

  it('puts the value everywhere and removes the constant', () =>
    expectAction(
      'constant a = 1\n\n/** Of both. */\nconstant wid<|>th = 8 bit\n\ncomponent A : adc { resolution width }\ncomponent B : adc { resolution width }\n',
      'Inline `width` everywhere',
      'constant a = 1\n\ncomponent A : adc { resolution 8 bit }\ncomponent B : adc { resolution 8 bit }\n',
    ));

  it('adds parentheses where the value is calculated with', () =>
    expectAction(
      'constant s<|>um = 1 + 2\nconstant b = 3 * sum\nconstant c = sum\n',
      'Inline `sum` everywhere',
      'constant b = 3 * (1 + 2)\nconstant c = 1 + 2\n',
    ));

  it('adds parentheses in a count', () =>
    expectAction(
      'import "pim:components"\n\ntile T {\n  constant m<|>any = 2 + 3\n  many × ADC\n}\n',
      'Inline `many` everywhere',
      'import "pim:components"\n\ntile T {\n  (2 + 3) × ADC\n}\n',
    ));

  it('takes the constant of a block on one line away with its comma', () =>
    expectAction(
      'import "pim:components"\n\ntile T { constant m<|>any = 5, many × ADC }\n',
      'Inline `many` everywhere',
      'import "pim:components"\n\ntile T { 5 × ADC }\n',
    ));

  it('keeps the constant that another file uses', async () => {
    const files = `//- /main.pim
import "parts"
constant b = width
//- /parts.pim
constant wid<|>th = 8 bit
constant c = width
`;
    await expectNoAction(files, /everywhere/);
    await expectAction(
      files.replace('wid<|>th', 'width').replace('c = width', 'c = wid<|>th'),
      'Inline `width` here',
      'constant width = 8 bit\nconstant c = 8 bit\n',
    );
  });

  it('puts no value where its names mean something else', () =>
    expectNoAction(
      'constant n = 2\nconstant twice = 2 * n\ntile T(n: count = 3) { tw<|>ice × crossbar { } }',
      /Inline/,
    ));

  it('puts no product among sizes', () =>
    expectNoAction('constant rows = 2 * 64\ntile T { 1 × crossbar { size ro<|>ws × 64 } }', /Inline/));

  it('puts no list where one of its values is named', () =>
    expectNoAction('constant sizes = [4, 8]\nconstant b = siz<|>es[1]', /Inline/));
});
