import { expectAction, expectNoAction } from '../../../support/actions.ts';

describe('document source', () => {
  it('adds a doc comment that asks for the source', () =>
    expectAction(
      'constant a = 1\n\ncomponent A<|> : fixed { area 2 mm² }\n',
      'Document the source of `A`',
      'constant a = 1\n\n/** Source: … */\ncomponent A : fixed { area 2 mm² }\n',
    ));

  it('is not offered where there is a doc comment', () =>
    expectNoAction('/** One. */\ncomponent A<|> : fixed { area 2 mm² }', /Document/));
});
