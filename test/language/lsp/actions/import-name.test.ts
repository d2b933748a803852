import { expectAction } from '../../../support/actions.ts';

const files = (main: string) => `//- /main.pim
${main}
//- /first.pim
component Own : fixed
//- /second.pim
component Own : fixed
component Other : fixed
`;

describe('import name', () => {
  it('is offered for each file that defines it', async () => {
    for (const path of ['first', 'second'])
      await expectAction(
        files('tile T { 1 × O<|>wn }'),
        `Import "${path}"`,
        `import "${path}"\n\ntile T { 1 × Own }\n`,
      );
  });

  it('is offered for the name alone', () =>
    expectAction(
      files('tile T { 1 × O<|>wn }'),
      'Import `Own` from "second"',
      'import Own from "second"\n\ntile T { 1 × Own }\n',
    ));

  it('goes into the names that are imported already', () =>
    expectAction(
      files('import Other from "second"\n\ntile T { 1 × O<|>wn, 1 × Other }'),
      'Import `Own` from "second"',
      'import Other, Own from "second"\n\ntile T { 1 × Own, 1 × Other }\n',
    ));

  it('goes below the other imports', () =>
    expectAction(
      files('import "pim:components"\n\ntile T { 1 × O<|>wn, 1 × ADC }'),
      'Import `Own` from "first"',
      'import "pim:components"\nimport Own from "first"\n\ntile T { 1 × Own, 1 × ADC }\n',
    ));
});
