import type * as ast from '../generated/ast.ts';
import { type Environment, trying } from './value.ts';
import { isWhole } from './whole.ts';

/** A number with another value in its place. */
export interface Variation {
  /** Divided by what is written. */
  readonly factor: number;
  /** As it would be written: `5.4 mW`. */
  readonly text: string;
  /** What an expression comes to with it. */
  readonly environment: Environment;
}

/** A tenth less and a tenth more; what counts whole things goes to the nearest whole number, but by one at least. */
export function variationsOf(literal: ast.NumberLiteral): { below: Variation; above: Variation } {
  const { value } = literal;
  const step = isWhole(literal) ? Math.max(1, Math.round(value * share)) : value * share;
  return { below: variation(literal, value - step), above: variation(literal, value + step) };
}

/** How much a number is varied either way. */
const share = 0.1;

function variation(literal: ast.NumberLiteral, wanted: number): Variation {
  // Six digits say all there is to say, so that what is tried is what could be written.
  const next = Number(wanted.toPrecision(6));
  return {
    factor: next / literal.value,
    text: [String(next), literal.unit].filter(Boolean).join(' '),
    environment: trying(literal, next),
  };
}
