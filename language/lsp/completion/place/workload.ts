import type { Token } from '../../tokens-before.ts';
import { nothing, type Place } from './place.ts';
import { lastLine, typeOf } from './tokens.ts';

/** The place inside the braces of a workload, outside of those of a layer. */
export function inWorkload(tail: readonly Token[], isNewLine: boolean, owner: number): Place {
  const last = typeOf(tail.at(-1));
  if (last === 'ARROW') return { kind: 'step' };
  // A list of inputs goes on after a comma, on the next line as well.
  const beforeNames = tail.findLast(token => typeOf(token) !== 'ID' && typeOf(token) !== ',');
  if (last === 'from' || (last === ',' && typeOf(beforeNames) === 'from'))
    return { kind: 'layerInput', owner };
  if (last === '' || last === ',' || isNewLine) return { kind: 'layer', owner };
  if (last === 'input') return { kind: 'shape' };
  const isNamed = last === 'ID' && lastLine(tail).length === 2;
  return isNamed ? { kind: 'keywords', words: ['from'] } : nothing;
}
