import { AstUtils } from 'langium';
import {
  description,
  type MetricName,
  type Progress,
  type Sensitivity,
  sensitivities,
  type Setup,
  type Tried,
  type TriedNumber,
} from '../../simulator/index.ts';
import { chipError, describedError } from '../check/chip-error.ts';
import { elaborateAlone } from '../elaborate/component.ts';
import { elaborate } from '../elaborate/elaborate.ts';
import { numbersOf, settingNumbers, type WrittenNumber } from '../elaborate/numbers.ts';
import { placingOf, settingsIn } from '../elaborate/study.ts';
import { type Variation, variationsOf } from '../elaborate/variations.ts';
import * as ast from '../generated/ast.ts';
import type { Asked, ChipAsked } from './asked.ts';

/** How much metrics of each chip on each workload depend on the numbers of the text. Yields before each of them. */
export function* sensitivitiesOf(
  { study, chips, evaluation }: Asked,
  metrics: readonly MetricName[],
): Generator<Progress, Sensitivity[]> {
  const found: Sensitivity[] = [];
  const total = study.chips.length * study.workloads.length;
  let done = 0;
  for (const [index, { name, chip }] of study.chips.entries()) {
    const base: Setup = { chip, placing: study.placing };
    const settings = evaluation ? settingNumbers(evaluation) : [];
    const numbers = [
      ...numbersOf(chips[index]!.block, chips[index]!.given).map(number =>
        tried(number, variation => ofComponent(number, variation) ?? ofChip(chips[index]!, variation, base)),
      ),
      ...settings.map(number => tried(number, variation => ofSettings(evaluation!, variation, base))),
    ];
    for (const workload of study.workloads) {
      yield { done: done++, total, message: `what ${name} on ${workload.name} depends on` };
      const own = sensitivities(base, numbers, workload, metrics);
      found.push(...own.map(each => ({ study: 0, chip: name, ...each })));
    }
  }
  return found;
}

type Outcome = { readonly setup: Setup } | { readonly problem: string };

function tried(number: WrittenNumber, outcome: (variation: Variation) => Outcome): TriedNumber {
  const { literal, name, text, origin } = number;
  const { below, above } = variationsOf(literal);
  const as = (variation: Variation): Tried => ({
    text: variation.text,
    factor: variation.factor,
    ...outcome(variation),
  });
  return { name, text, origin, below: as(below), above: as(above) };
}

/** What would be wrong with the component the number stands in, whatever the chip makes of it. */
function ofComponent({ literal }: WrittenNumber, { environment }: Variation): Outcome | undefined {
  const component = AstUtils.getContainerOfType(literal, ast.isComponent);
  const described = component && elaborateAlone(component, environment)?.described;
  const problem = described && describedError(described);
  return problem === undefined ? undefined : { problem };
}

function ofChip({ block, given }: ChipAsked, { environment }: Variation, { placing }: Setup): Outcome {
  const elaboration = elaborate(block, given, environment);
  const problem = chipError(elaboration, block);
  return problem === undefined ? { setup: { chip: elaboration.chip!, placing } } : { problem };
}

function ofSettings(node: ast.Evaluation, { environment }: Variation, { chip }: Setup): Outcome {
  const given = settingsIn(node, environment);
  const problem = describedError({ subject: 'evaluate', node, parameters: description.settings, given });
  return problem === undefined ? { setup: { chip, placing: placingOf(node, environment) } } : { problem };
}
