import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { golden } from './support/golden.ts';
import { withFiles } from './support/pim.ts';
import { stagesOf } from './support/stages.ts';

const folder = join(import.meta.dirname, 'golden');

describe('what becomes of', () => {
  for (const name of readdirSync(folder))
    it(`${name}.pim is what is kept in test/golden/${name}`, async () => {
      const text = readFileSync(join(folder, name, `${name}.pim`), 'utf8').replaceAll('\r\n', '\n');
      await withFiles(`//- /${name}.pim\n${text}`, ([document], pim) => {
        for (const [file, content] of stagesOf(document!, pim)) golden(name, file, content);
      });
    });
});
