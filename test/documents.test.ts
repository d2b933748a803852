import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsOf } from './support/check.ts';

const root = join(import.meta.dirname, '..');

describe('documents', () => {
  for (const file of [
    'README.md',
    'CHANGELOG.md',
    'docs/language.md',
    'extension/walkthrough/open.md',
    'extension/walkthrough/compare.md',
  ]) {
    examplesIn(readFileSync(join(root, file), 'utf8')).forEach((example, index) => {
      it(`example ${index + 1} of ${file} has no errors`, async () => {
        const problems = await problemsOf(example);
        assert.deepEqual(
          problems.filter(problem => problem.startsWith('error')),
          [],
        );
      });
    });
  }
});

/** Also those inside a list, which are indented. */
function examplesIn(markdown: string): string[] {
  const fences = markdown.matchAll(/^( *)```pim\n([\s\S]*?)^\1```$/gm);
  return [...fences].map(([, indent, text]) => text!.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
}
