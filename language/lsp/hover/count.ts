import { formatNumber } from '../../../simulator/units/index.ts';
import { defaultsAround } from '../../elaborate/defaults-around.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import { evaluateQuantity } from '../../elaborate/expression.ts';
import type * as ast from '../../generated/ast.ts';
import { paragraphs } from '../describe.ts';
import { derived } from '../derivation.ts';
import { occurrencesOf } from '../occurrences.ts';
import { derivationText } from './expression.ts';
import { instancesText } from './occurrence.ts';

/** How a part is counted: the number that its count comes to, and how many that makes on the whole chip. */
export function countText(part: ast.Part, elaborations: Elaborations): string {
  const what = part.what?.$refText ?? part.inline?.name ?? part.inline?.level ?? '';
  return paragraphs(countDerivation(part, ` × ${what}`), instancesText(occurrencesOf(part, elaborations)));
}

/** `64/96 = 0.6667 × EDRAM`, and what the names in the count stand for. */
export function countDerivation(part: ast.Part, after = ''): string {
  const { steps, names } = derived(part.count, defaultsAround(part), countValue(part));
  return derivationText('', { steps: [steps.join(' = ') + after], names });
}

/** The number that a count comes to. */
export function countValue({ count }: ast.Part): string | undefined {
  const environment = defaultsAround(count);
  const [first, ...rest] = count.factors.map(factor => evaluateQuantity(factor, environment)?.value);
  const value = rest.reduce((quotient, factor) => (quotient ?? Number.NaN) / (factor ?? Number.NaN), first);
  return value === undefined || !Number.isFinite(value) ? undefined : formatNumber(value, 4);
}
