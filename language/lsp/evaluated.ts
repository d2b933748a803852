import type { LangiumDocument } from 'langium';
import {
  type Chip,
  evaluate,
  type Evaluation,
  type LayerReport,
  type PlaceOptions,
  structureOf,
  type Workload,
} from '../../simulator/index.ts';
import type { Elaborations } from '../elaborate/elaborations.ts';
import { chipName, evaluationsOf, placingOf, settingsIn } from '../elaborate/study.ts';
import type * as ast from '../generated/ast.ts';

/** A network on a chip that a file evaluates it on. */
export interface Evaluated {
  /** As results call the chip: with its arguments where it was given some. */
  readonly name: string;
  readonly use: ast.ChipUse;
  readonly chip: Chip;
  readonly evaluation: Evaluation;
}

/** How a network does on the chips that a file evaluates it on, each once. */
export function evaluatedIn(
  document: LangiumDocument,
  declaration: ast.Workload,
  elaborations: Elaborations,
): readonly Evaluated[] {
  const { workload } = elaborations.workload(declaration);
  if (!workload) return [];
  const found = new Map<string, Evaluated>();
  for (const question of evaluationsOf(document)) {
    if (!question.workloads.some(({ ref }) => ref === declaration)) continue;
    const options = placingOf(settingsIn(question));
    for (const use of question.chips) {
      const name = chipName(use);
      const chip = use.chip?.ref && elaborations.chip(use.chip.ref, use.arguments).chip;
      const evaluation = chip && !found.has(name) && evaluationOf(chip, workload, options);
      if (evaluation) found.set(name, { name, use, chip, evaluation });
    }
  }
  return [...found.values()];
}

/** What an evaluation says about one layer; undefined for a layer without weights. */
export const layerIn = ({ evaluation }: Evaluated, origin: string): LayerReport | undefined =>
  evaluation.layers.find(layer => layer.origin === origin);

/** Chips and workloads are never changed, so what one does on the other holds as long as both live. */
const known = new WeakMap<Chip, WeakMap<Workload, Map<string, Evaluation | undefined>>>();

function evaluationOf(chip: Chip, workload: Workload, options: PlaceOptions): Evaluation | undefined {
  const byWorkload = known.get(chip) ?? new WeakMap<Workload, Map<string, Evaluation | undefined>>();
  known.set(chip, byWorkload);
  const byOptions = byWorkload.get(workload) ?? new Map<string, Evaluation | undefined>();
  byWorkload.set(workload, byOptions);
  const key = JSON.stringify(options);
  if (!byOptions.has(key)) byOptions.set(key, canHold(chip) ? evaluate(chip, workload, options) : undefined);
  return byOptions.get(key);
}

/** Chips whose text is still wrong may have no array, or none that holds a weight. */
function canHold(chip: Chip): boolean {
  const { arrays, weightsPerRow } = structureOf(chip);
  return arrays >= 1 && weightsPerRow >= 1;
}
