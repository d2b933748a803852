import { expectAction, expectNoAction } from '../../../support/actions.ts';

const title = 'Silence here: allow `power-without-rate` …';

describe('silence', () => {
  it('puts a comment above what a warning is about, and leaves the reason to say', () =>
    expectAction(
      'constant a = 1\n\n/** One. */\ncomponent <|>A : adc {\n  resolution 8 bit\n  power      2 mW\n}\n',
      title,
      'constant a = 1\n\n// allow power-without-rate: reason\n/** One. */\ncomponent A : adc {\n  resolution 8 bit\n  power      2 mW\n}\n',
    ));

  it('puts it above an entry, indented as it is', () =>
    expectAction(
      'import "pim:chips"\nimport "pim:networks"\n\nevaluate NeuralPIM\n  on <|>AlexNet\n',
      'Silence here: allow `network-exceeds-chip` …',
      'import "pim:chips"\nimport "pim:networks"\n\n// allow network-exceeds-chip: reason\nevaluate NeuralPIM\n  on AlexNet\n',
    ));

  it('is offered for what settings call an error', () =>
    expectAction(
      '//- /pim.json\n{ "checks": { "power-without-rate": "error" } }\n//- /main.pim\ncomponent <|>A : adc { resolution 8 bit, power 2 mW }\n',
      title,
      '// allow power-without-rate: reason\ncomponent A : adc { resolution 8 bit, power 2 mW }\n',
    ));

  it('is not offered for an error', () => expectNoAction('component A : fixed { area <|>3 mW }', /Silence/));

  it('is not offered for what a question makes an error', () =>
    expectNoAction(
      'import "pim:chips"\nimport "pim:networks"\nevaluate NeuralPIM on <|>AlexNet { capacity reject }',
      /Silence/,
    ));

  it('is not offered for what is said about such comments', () =>
    expectNoAction('// allow <|>power-without-rate: x\ncomponent A : fixed', /Silence/));
});
