import type { Chip } from '../chip/chip.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { PlaceOptions } from '../evaluate/place.ts';
import type { MetricName, Metrics, NumberSensitivity, Sensitivity, Variation } from '../report/report.ts';
import type { Workload } from '../workload/workload.ts';

/** A chip and how networks are put on it: what an evaluation asks besides the network. */
export interface Setup {
  readonly chip: Chip;
  readonly placing: PlaceOptions;
}

/** A number of a text, and the chip once it is smaller and once it is larger. */
export interface TriedNumber {
  readonly name: string;
  readonly text: string;
  readonly origin: string;
  readonly below: Tried;
  readonly above: Tried;
}

/** What a number was changed to, divided by what it was, with what that makes of the chip or why that cannot be evaluated. */
export type Tried = { readonly text: string; readonly factor: number } & (
  | { readonly setup: Setup }
  | { readonly problem: string }
);

/**
 * How much metrics depend on each number: every variation is evaluated like the chip itself, so that whatever a number has to do
 * with a metric is in it. A variation that leaves the chip as it is, or as another one made it, is not evaluated again.
 *
 * The elasticity is the quotient of the relative change of the metric and that of the number, between the variation below and the
 * one above; where one of them has no value, between the other and the chip as it is. It is 1 for an energy that is all of the
 * energy, and says nothing about steps within the variation.
 */
export function sensitivities(
  base: Setup,
  numbers: readonly TriedNumber[],
  workload: Workload,
  metrics: readonly MetricName[],
): Omit<Sensitivity, 'study' | 'chip'>[] {
  const known = new Map<string, Outcome>();
  const outcomeOf = (setup: Setup): Outcome => {
    const contents = contentsOf(setup);
    const outcome = known.get(contents) ?? evaluated(setup, workload);
    known.set(contents, outcome);
    return outcome;
  };
  const { metrics: unchanged } = evaluate(base.chip, workload, base.placing);
  known.set(contentsOf(base), { metrics: unchanged });
  const tried = numbers.map(number => ({
    number,
    below: 'setup' in number.below ? outcomeOf(number.below.setup) : number.below,
    above: 'setup' in number.above ? outcomeOf(number.above.setup) : number.above,
  }));
  return metrics.map(metric => {
    const value = unchanged[metric];
    const rows = tried.map(({ number, below, above }): NumberSensitivity => {
      const { name, text, origin } = number;
      const varied = {
        below: variation(number.below, below, metric, value),
        above: variation(number.above, above, metric, value),
      };
      return { name, text, origin, ...varied, ...elasticity(number, varied) };
    });
    return {
      workload: workload.name,
      metric,
      value,
      numbers: rows.toSorted((a, b) => largestChange(b) - largestChange(a)),
    };
  });
}

type Outcome = { readonly metrics: Metrics } | { readonly problem: string };

function evaluated({ chip, placing }: Setup, workload: Workload): Outcome {
  const { metrics } = evaluate(chip, workload, placing);
  if (placing.capacity === 'reject' && metrics.chips > (placing.chips ?? 1))
    return { problem: `${workload.name} then takes ${metrics.chips} chips` };
  return { metrics };
}

/** Whatever an evaluation can depend on, as text. */
function contentsOf({ chip, placing }: Setup): string {
  const known = contents.get(chip) ?? JSON.stringify(chip);
  contents.set(chip, known);
  return `${known}\n${JSON.stringify(placing)}`;
}

const contents = new WeakMap<Chip, string>();

function variation({ text }: Tried, outcome: Outcome, metric: MetricName, before: number): Variation {
  if ('problem' in outcome) return { text, problem: outcome.problem };
  const value = outcome.metrics[metric];
  // A metric that stays what it is has not changed, even where it is zero.
  return { text, value, change: value === before ? 0 : value / before - 1 };
}

function elasticity(
  { below, above }: TriedNumber,
  varied: Pick<NumberSensitivity, 'below' | 'above'>,
): Pick<NumberSensitivity, 'elasticity'> {
  const from = varied.below.change === undefined ? 1 : below.factor;
  const to = varied.above.change === undefined ? 1 : above.factor;
  if (from === to) return {};
  const slope = ((varied.above.change ?? 0) - (varied.below.change ?? 0)) / (to - from);
  return { elasticity: slope };
}

const largestChange = ({ below, above }: NumberSensitivity): number =>
  Math.max(Math.abs(below.change ?? 0), Math.abs(above.change ?? 0));
