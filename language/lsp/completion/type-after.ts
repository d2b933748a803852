import { dimensions, findUnit } from '../../../simulator/units/index.ts';
import type { Type } from '../../types/type.ts';

/** The type of a number or word that follows a name which is yet to be written, with or without a comparison between them. */
export function typeAfter(after: string): Type | undefined {
  const [, number, symbol, word] = following.exec(after) ?? [];
  if (word !== undefined) return { kind: 'word', word };
  if (number === undefined) return undefined;
  const unit = findUnit(symbol ?? '');
  return symbol && !unit ? undefined : { kind: 'quantity', dimension: unit?.dimension ?? dimensions.count };
}

const number = String.raw`(\d[\w.]*)(?:[ \t]*([%°µμΩA-Za-z][^\s,)}\]]*))?`;
const word = String.raw`([A-Za-z][\w-]*)`;
/** A calculation would go on after the number or word. */
const end = String.raw`(?=\s*(?:[,})\]{]|and\b|or\b|//|$))`;
const following = new RegExp(String.raw`^[\w-]*[ \t]+(?:(?:[<>!]=?|=)[ \t]*)?(?:${number}|${word})${end}`);
