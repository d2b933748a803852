/** A snippet accepted and left as it is. */
export interface Expanded {
  readonly text: string;
  /** Offsets of the places that are still to be filled in. */
  readonly open: readonly { readonly start: number; readonly end: number }[];
}

/** A snippet accepted and left as it is: every place holds its default, or the first of its choices. */
export const expanded = (snippet: string): string => expand(snippet).text;

/** The same with its places: `rate ${1:1 GHz}` is `rate 1 GHz`, with a place at the value. */
export function expand(snippet: string): Expanded {
  const defaults = new Map<string, string>();
  for (const { groups } of snippet.matchAll(place))
    if (groups!['repeated'] === undefined) defaults.set(numberOf(groups!), defaultOf(groups!));
  const open: { start: number; end: number }[] = [];
  let text = '';
  let end = 0;
  for (const { index, 0: found, groups } of snippet.matchAll(place)) {
    text += unescaped(snippet.slice(end, index));
    const start = text.length;
    text += defaults.get(numberOf(groups!)) ?? '';
    open.push({ start, end: text.length });
    end = index + found.length;
  }
  return { text: text + unescaped(snippet.slice(end)), open };
}

/** `${1:a}`, `${1|a,b|}` or, where a place is said again or the cursor goes last, `$1`. */
const place =
  /\$\{(?<number>\d+):(?<text>(?:\\.|[^}\\])*)\}|\$\{(?<choice>\d+)\|(?<words>[^|]*)\|\}|(?<!\\)\$(?<repeated>\d+)/g;

type Groups = Readonly<Record<string, string | undefined>>;

const numberOf = ({ number, choice, repeated }: Groups): string => number ?? choice ?? repeated ?? '';

const defaultOf = ({ text, words = '' }: Groups): string =>
  text === undefined ? words.split(',')[0]! : unescaped(text);

const unescaped = (text: string): string => text.replaceAll(/\\([\\$}])/g, '$1');
