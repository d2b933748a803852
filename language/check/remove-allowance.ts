import type { Directive } from './allowances.ts';
import type { Fix } from './check.ts';

/** Takes one rule out of a comment that allows several, or the whole comment. */
export function removeAllowance({ codes, removal }: Directive, index: number): Fix {
  const { code, offset, length } = codes[index]!;
  const title = `Remove \`allow ${code}\``;
  if (codes.length === 1) return { title, edits: [{ ...removal, text: '' }] };
  const [before, after] = [codes[index - 1], codes[index + 1]];
  const start = after ? offset : before!.offset + before!.length;
  const end = after ? after.offset : offset + length;
  return { title, edits: [{ offset: start, length: end - start, text: '' }] };
}
