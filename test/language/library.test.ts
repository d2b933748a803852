import assert from 'node:assert/strict';
import { readLibrary } from '../../language/main/library-files.ts';
import { problemsOf } from '../support/check.ts';

/** Nothing is said about the library where it is served, so each of its files is looked at as if it were somebody's own. */
describe('the library', () => {
  for (const [path, text] of readLibrary())
    it(`has no errors and no warnings in ${path}`, async () => {
      const serious = (await problemsOf(text)).filter(problem => /^(error|warning) /.test(problem));
      assert.deepEqual(serious, []);
    });
});
