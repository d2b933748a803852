import type { Site } from './site.ts';

/** What the braces after the cursor state, if there are any: a name there was written for something that knows it. */
export function propertiesAfter({ rest }: Site): readonly string[] {
  const [, , open] = /^([\w-]*\s*(?:\([^)]*\)\s*)?)(\{)/.exec(rest) ?? [];
  if (!open) return [];
  const inside = outermost(rest.slice(rest.indexOf(open) + 1));
  return [...inside.matchAll(/(?:^|[\n,}])\s*([A-Za-z][\w-]*)[ \t]+(?![×*=/])/g)]
    .map(match => match[1]!)
    .filter(name => !notProperties.has(name));
}

const notProperties: ReadonlySet<string> = new Set(['if', 'else', 'constant', 'tile', 'pe', 'crossbar']);

/** The text up to the brace that closes it, without what stands in further brackets and in comments. */
function outermost(text: string): string {
  let depth = 0;
  let result = '';
  for (const [piece] of text.matchAll(/\/\*[^]*?\*\/|\/\/[^\n]*|[{}()[\]]|[^{}()[\]/]+|\//g)) {
    if (piece === '}' && depth === 0) return result;
    if ('{(['.includes(piece)) depth++;
    if ('})]'.includes(piece)) depth--;
    // A closed brace ends an entry.
    if (depth === 0 && !piece.startsWith('/')) result += piece;
  }
  return result;
}
