import type { LangiumDocument } from 'langium';
import { macCount, weightCount } from '../../../simulator/index.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import type * as ast from '../../generated/ast.ts';
import { code, documentationText, paragraphs, table } from '../describe.ts';
import { type Evaluated, evaluatedIn } from '../evaluated.ts';
import { whole } from './layer.ts';

/** A workload with its totals, and what it takes of the chips that a file evaluates it on. */
export function workloadText(node: ast.Workload, elaborations: Elaborations, from: LangiumDocument): string {
  const { workload } = elaborations.workload(node);
  const totals = workload
    ? table(
        ['', ''],
        [
          ['layers with weights', whole(workload.layers.filter(layer => 'matrix' in layer).length)],
          ['weights', whole(weightCount(workload))],
          ['MACs of an inference', whole(macCount(workload))],
        ],
      )
    : '';
  return paragraphs(
    code(`workload ${node.name}`),
    documentationText(node),
    totals,
    table(['on', 'arrays of one copy', 'chips'], evaluatedIn(from, node, elaborations).map(onChip)),
  );
}

function onChip({ name, evaluation: { layers, metrics } }: Evaluated): string[] {
  return [
    name,
    whole(layers.reduce((sum, { arraysPerCopy }) => sum + arraysPerCopy, 0)),
    whole(metrics.chips),
  ];
}
