import { expectAction } from '../../../support/actions.ts';

describe('add missing properties', () => {
  it('adds all of a block at once', () =>
    expectAction(
      'workload W {\n  input 3 × 8 × 8\n  <|>conv c\n}',
      'Add all 2 missing properties',
      'workload W {\n  input 3 × 8 × 8\n  conv c { outputs 10, kernel 3 }\n}',
    ));
});
