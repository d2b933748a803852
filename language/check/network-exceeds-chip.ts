import { arraysNeeded, chipsNeeded, structureOf } from '../../simulator/index.ts';
import { formatNumber } from '../../simulator/units/index.ts';
import { evaluateQuantity } from '../elaborate/expression.ts';
import { chipName } from '../elaborate/study.ts';
import { emptyEnvironment } from '../elaborate/value.ts';
import * as ast from '../generated/ast.ts';
import type { Check } from './check.ts';

export const networkExceedsChip: Check = {
  code: 'network-exceeds-chip',
  severity: 'info',
  doc: 'A network that does not fit the chips asked for is evaluated on as many as it takes.',
  nodes: {
    Evaluation: (node, report, { elaborations }) => {
      const stated = node.statements.find(
        (each): each is ast.Setting => ast.isSetting(each) && each.name === 'chips',
      );
      const available = Math.max(1, evaluateQuantity(stated?.value, emptyEnvironment)?.value ?? 1);
      for (const use of node.chips) {
        const chip = use.chip?.ref && elaborations.chip(use.chip?.ref, use.arguments).chip;
        if (!chip) continue;
        const structure = structureOf(chip);
        if (!(structure.arrays >= 1) || !(structure.weightsPerRow >= 1)) continue;
        node.workloads.forEach((reference, index) => {
          const workload = reference.ref && elaborations.workload(reference.ref).workload;
          if (!workload) return;
          const arrays = arraysNeeded(structure, workload);
          const chips = chipsNeeded(structure, arrays);
          if (chips <= available) return;
          report({
            message: `${workload.name} needs ${formatNumber(arrays)} arrays; ${chipName(use)} has ${formatNumber(structure.arrays)}, so it takes ${chips} chips`,
            at: node,
            property: 'workloads',
            index,
          });
        });
      }
    },
  },
};
