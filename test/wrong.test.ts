import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diagnosticsOf, fixOf, problemsOf } from './support/check.ts';
import { goldenAt } from './support/golden.ts';
import { withFiles } from './support/pim.ts';
import { underlined } from './support/stages.ts';

const folder = join(import.meta.dirname, 'wrong');

/**
 * A gallery of small mistakes. Beside each file stands what is said about it and, where one edit is the answer, the text after
 * it, about which nothing is said any more.
 */
describe('of a mistake', () => {
  for (const file of readdirSync(folder).filter(each => each.endsWith('.pim'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    const name = basename(file, '.pim');

    it(`${name} it is said what is kept beside it`, async () => {
      const [said, fix] = await withFiles(text, ([document]) => [
        underlined(document!),
        diagnosticsOf(document!).flatMap(diagnostic => fixOf(document!, diagnostic) ?? [])[0],
      ]);
      assert.match(said, /\^ (error|warning|info|hint) /, 'nothing is said about this file');
      const mended = fix ? `\n── ${fix.title}\n${fix.after}` : '';
      goldenAt(join(folder, `${name}.txt`), said + mended);
      if (fix) assert.deepEqual(await problemsOf(fix.after), []);
    });
  }
});
