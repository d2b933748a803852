import { sameDimension } from '../../simulator/units/index.ts';
import { kindOf } from './schema.ts';
import type { Type } from './type.ts';

/** Whether a value of one type may be given where another is wanted. What is wrong by itself is said elsewhere. */
export function accepts(wanted: Type, found: Type): boolean {
  // Which words may stand is for `unknown-word` and `unknown-name` to say.
  if (wanted.kind === 'error' || found.kind === 'error' || found.kind === 'word') return true;
  if (wanted.kind === 'quantity')
    return found.kind === 'quantity' && sameDimension(wanted.dimension, found.dimension);
  if (wanted.kind === 'componentOf') return kindOfType(found) === wanted.componentKind;
  return wanted.kind === found.kind;
}

const kindOfType = (type: Type): string | undefined =>
  type.kind === 'component'
    ? kindOf(type.component)
    : type.kind === 'componentOf'
      ? type.componentKind
      : undefined;
