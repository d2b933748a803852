/** A place in a text where somebody could be writing, marked `<|>`. */
export interface Gap {
  readonly what: string;
  readonly marked: string;
}

/** Every gap of a text: lines that could be added, and words, values and units that could be written again. */
export function gapsIn(text: string): Gap[] {
  const comments = [...text.matchAll(/\/\*[^]*?\*\/|\/\/[^\n]*/g)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  );
  const isInComment = (offset: number) => comments.some(([start, end]) => offset > start && offset <= end);
  const gap = (what: string, start: number, end: number, before = ''): Gap[] =>
    isInComment(start) ? [] : [{ what, marked: `${text.slice(0, start)}${before}<|>${text.slice(end)}` }];
  const replaced = (what: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: found, 1: before = '' }) =>
      gap(what, index + before.length, index + found.length),
    );
  return [
    ...[...text.matchAll(/^([ ]*)(.*)\n/gm)].flatMap(({ index, 0: line, 1: indent = '', 2: said = '' }) => {
      // After these an entry goes on.
      if (/(→|,)\s*$/.test(said)) return [];
      const end = index + line.length - 1;
      return gap('a new line', end, end, `\n${indent}${/\{\s*$/.test(said) ? '  ' : ''}`);
    }),
    // A parameter on a line of its own has a domain there.
    ...replaced('a value', /^( +[A-Za-z][\w-]* +)(?!in )[^\n{}]+$/gm),
    ...replaced('a part', new RegExp(`(× )${name}`, 'g')),
    ...replaced('a unit', new RegExp(`((?:^ +[\\w-]+ +|[(,=] ?|: ?|\\.\\. )\\d+ )${unit}(?=[\\s,)])`, 'gm')),
    ...replaced('a step', /( → )[a-z]+/g),
    ...replaced(
      'a word',
      new RegExp(`(${leading.map(each => `${each} `).join('|')})(?:"[^"]*"|${name})`, 'g'),
    ),
  ];
}

/** A name that nothing follows which was written for it: no arguments, no braces. */
const name = '[A-Za-z][\\w-]*(?![\\w-]*\\s*[({])';
const unit = '(?:[afpnumkMG]?(?:J|W|s|Hz|m|V|A|F|bit|B|OPS)|[mµ]?m²|KiB|kΩ|MΩ|%|GOPS/W)';
const leading = [
  ...['extends', 'evaluate', 'on', 'import', 'from', 'to', 'in', 'if', 'expect', 'claim'].map(
    word => `\\b${word}`,
  ),
  ...[':', '=', '<', '>', '\\(', ',', '/'],
];
