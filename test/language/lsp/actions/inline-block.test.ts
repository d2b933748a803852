import { expectAction, expectNoAction } from '../../../support/actions.ts';

const imports = 'import "pim:components"\n\n';
const title = 'Write the pe `PE` where it is used';

describe('inline block', () => {
  it('writes a block where its only part is', () =>
    expectAction(
      `${imports}tile T {\n  pe P<|>E {\n    2 × NNADC\n  }\n\n  4 × PE\n}\n`,
      title,
      `${imports}tile T {\n  4 × pe PE {\n    2 × NNADC\n  }\n}\n`,
    ));

  it('is offered at the part too, and takes comments along', () =>
    expectAction(
      `${imports}/** An element. */\npe PE { 2 × NNADC }\n\ntile T {\n  1 × EDRAM\n  4 × P<|>E\n}\n`,
      title,
      `${imports}tile T {\n  1 × EDRAM\n  /** An element. */\n  4 × pe PE { 2 × NNADC }\n}\n`,
    ));

  it('is not offered for a block of several parts', () =>
    expectNoAction(`${imports}pe P<|>E { 2 × NNADC }\ntile T { 4 × PE }\ntile U { 4 × PE }`, /Write the pe/));

  it('is not offered for a block with parameters', () =>
    expectNoAction(`${imports}pe P<|>E(n: count = 1) { n × NNADC }\ntile T { 4 × PE }`, /Write the pe/));

  it('is not offered for a block that is extended', () =>
    expectNoAction(
      `${imports}pe P<|>E { 2 × NNADC }\npe Q extends PE { }\ntile T { 4 × PE }`,
      /Write the pe/,
    ));

  it('is not offered where a name in it would mean something else', () =>
    expectNoAction(
      `${imports}constant n = 2\npe P<|>E { n × NNADC }\ntile T(n: count = 3) { 4 × PE, n × EDRAM }`,
      /Write the pe/,
    ));

  it('is not offered for a block that another file uses', () =>
    expectNoAction(
      `//- /main.pim\nimport "parts"\ntile U { 2 × PE }\n//- /parts.pim\npe P<|>E { }\n`,
      /Write the pe/,
    ));
});
