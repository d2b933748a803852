import type { TextChange } from '../../check/check.ts';

/** A text with changes made to it, all in terms of the text as it was. */
export function applied(text: string, changes: readonly TextChange[]): string {
  return piecesOf(text.length, changes)
    .map(piece => ('text' in piece ? piece.text : text.slice(piece.start, piece.end)))
    .join('');
}

/** Changes, and then changes of what they lead to, as changes of the text as it was. */
export function composed(
  length: number,
  first: readonly TextChange[],
  second: readonly TextChange[],
): TextChange[] {
  const kept: Piece[] = [];
  let rest = piecesOf(length, first);
  let position = 0;
  for (const { offset, length: removed, text } of sorted(second)) {
    const [before, from] = split(rest, offset - position);
    const [, after] = split(from, removed);
    kept.push(...before, ...(text === '' ? [] : [{ text }]));
    rest = after;
    position = offset + removed;
  }
  return changesOf(length, [...kept, ...rest]);
}

/** A part of the text as it was, or a new text. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

const sorted = (changes: readonly TextChange[]): TextChange[] =>
  changes.toSorted((a, b) => a.offset - b.offset || a.length - b.length);

function piecesOf(length: number, changes: readonly TextChange[]): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  for (const { offset, length: removed, text } of sorted(changes)) {
    if (offset > position) pieces.push({ start: position, end: offset });
    if (text !== '') pieces.push({ text });
    position = Math.max(position, offset + removed);
  }
  if (position < length) pieces.push({ start: position, end: length });
  return pieces;
}

/** The pieces that make up the first `length` characters, and the others. */
function split(pieces: readonly Piece[], length: number): [Piece[], Piece[]] {
  const before: Piece[] = [];
  let left = length;
  for (const [index, piece] of pieces.entries()) {
    const size = sizeOf(piece);
    if (size > left) {
      const [head, tail] = cut(piece, left);
      return [
        [...before, ...(left > 0 ? [head] : [])],
        [tail, ...pieces.slice(index + 1)],
      ];
    }
    before.push(piece);
    left -= size;
  }
  return [before, []];
}

const sizeOf = (piece: Piece): number => ('text' in piece ? piece.text.length : piece.end - piece.start);

function cut(piece: Piece, at: number): [Piece, Piece] {
  if ('text' in piece) return [{ text: piece.text.slice(0, at) }, { text: piece.text.slice(at) }];
  return [
    { start: piece.start, end: piece.start + at },
    { start: piece.start + at, end: piece.end },
  ];
}

function changesOf(length: number, pieces: readonly Piece[]): TextChange[] {
  const changes: TextChange[] = [];
  let position = 0;
  let text = '';
  const upTo = (offset: number) => {
    if (offset > position || text !== '') changes.push({ offset: position, length: offset - position, text });
    text = '';
  };
  for (const piece of pieces)
    if ('text' in piece) text += piece.text;
    else {
      upTo(piece.start);
      position = piece.end;
    }
  upTo(length);
  return changes;
}
