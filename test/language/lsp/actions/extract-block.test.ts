import { expectAction, expectNoAction } from '../../../support/actions.ts';

const imports = 'import "pim:components"\n\n';

describe('extract block', () => {
  it('gives a crossbar written where it is used a name', () =>
    expectAction(
      `${imports}tile T {\n  8 × cross<|>bar {\n    size 4 × 4\n    1 × Array1Bit\n  }\n\n  1 × EDRAM\n}\n`,
      'Extract the crossbar out of its part',
      `${imports}tile T {\n  crossbar Crossbar {\n    size 4 × 4\n    1 × Array1Bit\n  }\n\n  8 × Crossbar\n\n  1 × EDRAM\n}\n`,
    ));

  it('keeps the name that it has', () =>
    expectAction(
      `${imports}tile T {\n  4 × p<|>e PE {\n    2 × NNADC\n  }\n}\n`,
      'Extract the pe `PE` out of its part',
      `${imports}tile T {\n  pe PE {\n    2 × NNADC\n  }\n\n  4 × PE\n}\n`,
    ));

  it('stays on one line', () =>
    expectAction(
      `${imports}tile T { 4 × p<|>e PE { 2 × NNADC } }\n`,
      'Extract the pe `PE` out of its part',
      `${imports}tile T { pe PE { 2 × NNADC }, 4 × PE }\n`,
    ));

  it('is not offered where the name means something else', () =>
    expectNoAction(
      `${imports}component PE : fixed\ntile T { 4 × p<|>e PE { 2 × NNADC } }`,
      /Extract the pe/,
    ));

  it('is not offered where another block may override the part', () =>
    expectNoAction(
      `${imports}tile T { 4 × p<|>e { 2 × NNADC } }\ntile U extends T { 8 × pe { 1 × NNADC } }`,
      /Extract the pe/,
    ));
});
