import { expectAction, expectNoAction } from '../../../support/actions.ts';

describe('make private', () => {
  it('keeps a definition to its file', () =>
    expectAction(
      '/** One. */\ncomponent A<|> : fixed\n',
      'Keep `A` to this file',
      '/** One. */\nprivate component A : fixed\n',
    ));

  it('is not offered for what another file uses', () =>
    expectNoAction(
      '//- /main.pim\nimport "parts"\ncomponent B extends A\n//- /parts.pim\ncomponent A<|> : fixed\n',
      /Keep/,
    ));

  it('is not offered for what is private, or inside a block', async () => {
    await expectNoAction('private component A<|> : fixed', /Keep/);
    await expectNoAction('tile T { pe P<|> { } }', /Keep/);
  });
});
