import { expectClean, expectFix, expectProblem } from '../../support/check.ts';

describe('unknown-unit', () => {
  it('names the unit that was probably meant', () =>
    expectProblem('constant a = 3 <|pj|>', 'unknown-unit', 'unknown unit `pj`; did you mean `pJ`?'));

  it('offers the unit that was probably meant', () =>
    expectFix('constant a = 3 mw', 'unknown-unit', 'Change to `mW`', 'constant a = 3 mW'));

  it('takes a long word for the next property', () =>
    expectProblem(
      'component A : fixed { area 3 <|quarts|>, static 1 mW }',
      'unknown-unit',
      'unknown unit `quarts`; put a comma before the next property',
    ));

  for (const unit of ['GOPS/s/mm²', 'µm²', 'um2', 'kΩ', 'kohm', '%', 'KiB'])
    it(`knows ${unit}`, () => expectClean(`constant a = 3 ${unit}`));
});
