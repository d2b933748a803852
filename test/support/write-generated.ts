import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFromChecks } from './generated.ts';

// Writes what is made of the table of rules: a part of `npm run generate`.
const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'docs', 'checks');

const files = await generatedFromChecks();
mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) if (!files.has(`docs/checks/${old}`)) rmSync(join(folder, old));
for (const [path, text] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
