import { expectAction, expectNoAction } from '../../../support/actions.ts';

const atTop = 'Extract constant to the top of the file';

describe('extract constant', () => {
  it('names a calculation at the top of the file', () =>
    expectAction(
      'component A : adc {\n  resolution 8 bit\n  power      <|16 mW / 8|>\n}\n',
      atTop,
      'constant powerValue = 16 mW / 8\n\ncomponent A : adc {\n  resolution 8 bit\n  power      powerValue\n}\n',
    ));

  it('names the number at the cursor', () =>
    expectAction(
      'component A : adc {\n  resolution 8 bit\n  power      1<|>6 mW / 8\n}\n',
      atTop,
      'constant powerValue = 16 mW\n\ncomponent A : adc {\n  resolution 8 bit\n  power      powerValue / 8\n}\n',
    ));

  it('names part of a calculation', () =>
    expectAction(
      'component A : adc {\n  resolution 8 bit\n  power      4 * <|(2 mW + 3 mW)|> / 8\n}\n',
      atTop,
      'constant powerValue = 2 mW + 3 mW\n\ncomponent A : adc {\n  resolution 8 bit\n  power      4 * powerValue / 8\n}\n',
    ));

  it('names what stands between parentheses', () =>
    expectAction(
      'component A : adc {\n  resolution 8 bit\n  power      4 * (<|2 mW + 3 mW|>) / 8\n}\n',
      atTop,
      'constant powerValue = 2 mW + 3 mW\n\ncomponent A : adc {\n  resolution 8 bit\n  power      4 * powerValue / 8\n}\n',
    ));

  it('names the beginning of a chain', () =>
    expectAction('constant a = <|2 * 3|> + 4\n', atTop, 'constant value = 2 * 3\nconstant a = value + 4\n'));

  it('keeps the comments of what it stands above', () =>
    expectAction(
      '/** One. */\ncomponent A : fixed { area <|2 mm²|> }\n',
      atTop,
      'constant areaValue = 2 mm²\n\n/** One. */\ncomponent A : fixed { area areaValue }\n',
    ));

  it('names a value in the block that it stands in', () =>
    expectAction(
      'import "pim:components"\n\ntile T(n: count = 2) {\n  pe P {\n    <|(2 * n)|> × ADC\n  }\n\n  4 × P\n}\n',
      'Extract constant in P',
      'import "pim:components"\n\ntile T(n: count = 2) {\n  pe P {\n    constant adcCount = 2 * n\n    adcCount × ADC\n  }\n\n  4 × P\n}\n',
    ));

  it('names a value in a block on one line', () =>
    expectAction(
      'import "pim:components"\n\ntile T { <|4|> × ADC }\n',
      'Extract constant in T',
      'import "pim:components"\n\ntile T { constant adcCount = 4, adcCount × ADC }\n',
    ));

  it('takes a name that nothing has', () =>
    expectAction(
      'constant areaValue = 1\n\ncomponent A : fixed { area <|2 mm²|> }\n',
      atTop,
      'constant areaValue = 1\n\nconstant areaValue2 = 2 mm²\n\ncomponent A : fixed { area areaValue2 }\n',
    ));

  it('leaves values alone that only a parameter knows', () =>
    expectNoAction('component A(n: count = 2) : fixed { area <|2 mm² * n|> }', /top of the file/));

  it('leaves sizes alone, which are read one by one', () =>
    expectNoAction('tile T { 1 × crossbar { size <|128 × 128|> } }', /Extract constant/));

  it('names one of several sizes', () =>
    expectAction(
      'tile T {\n  1 × crossbar {\n    size 12<|>8 × 64\n  }\n}\n',
      atTop,
      'constant sizeValue = 128\n\ntile T {\n  1 × crossbar {\n    size sizeValue × 64\n  }\n}\n',
    ));

  it('leaves negated numbers and exponents alone', async () => {
    await expectNoAction('constant a = -<|40 °C|>', /Extract constant/);
    await expectNoAction('constant a = 2 mm² ^ <|2|>', /Extract constant/);
  });

  it('leaves metrics alone, which are only known after an evaluation', () =>
    expectNoAction(
      'import "pim:chips"\nimport "pim:networks"\nevaluate NeuralPIM on AlexNet { expect <|NeuralPIM.area / 2|> < 3 mm² }',
      /Extract constant/,
    ));

  it('leaves half of a calculation alone', () =>
    expectNoAction('constant a = 2 * <|3 + 4|>', /Extract constant/));
});
