import type { LangiumDocument } from 'langium';
import {
  type Chip,
  type Layer,
  type LayerReport,
  structureOf,
  type Workload,
} from '../../simulator/index.ts';
import type { Elaborations } from '../elaborate/elaborations.ts';
import type { Outcome } from '../elaborate/outcomes.ts';
import { chipName, evaluationsOf, placingOf } from '../elaborate/study.ts';
import type * as ast from '../generated/ast.ts';

/** A network on a chip that a file evaluates it on. */
export interface Evaluated {
  /** As results call the chip: with its arguments where it was given some. */
  readonly name: string;
  readonly use: ast.ChipUse;
  readonly workload: Workload;
  readonly evaluation: Outcome['evaluation'];
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
    const placing = placingOf(question);
    for (const use of question.chips) {
      const name = chipName(use);
      const chip = use.chip?.ref && elaborations.chip(use.chip.ref, use.arguments).chip;
      if (!chip || found.has(name) || !canHold(chip)) continue;
      const { evaluation } = elaborations.outcomes.of(chip, workload, placing);
      found.set(name, { name, use, workload, evaluation });
    }
  }
  return [...found.values()];
}

/** What an evaluation says about one layer; undefined for a layer without weights. */
export function layerIn({ workload, evaluation }: Evaluated, layer: Layer): LayerReport | undefined {
  const weighted = workload.layers.filter(each => 'matrix' in each);
  return evaluation.layers[weighted.findIndex(each => each === layer)];
}

/** Chips whose text is still wrong may have no array, or none that holds a weight. */
function canHold(chip: Chip): boolean {
  const { arrays, weightsPerRow } = structureOf(chip);
  return arrays >= 1 && weightsPerRow >= 1;
}
