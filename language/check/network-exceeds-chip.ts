import { arraysNeeded, chipsNeeded, structureOf } from '../../simulator/index.ts';
import { formatNumber } from '../../simulator/units/index.ts';
import { chipName, settingsIn } from '../elaborate/study.ts';
import type { Check } from './check.ts';

export const networkExceedsChip: Check = {
  code: 'network-exceeds-chip',
  severity: 'info',
  doc: 'A network that does not fit the chips asked for is evaluated on as many as it takes, unless `capacity reject` is set.',
  nodes: {
    Evaluation: (node, report, { elaborations }) => {
      const settings = settingsIn(node);
      const stated = settings.get('chips')?.value;
      const available = typeof stated === 'number' && stated >= 1 ? stated : 1;
      const rejects = settings.get('capacity')?.value === 'reject';
      for (const use of node.chips) {
        const chip = use.chip?.ref && elaborations.chip(use.chip?.ref, use.arguments).chip;
        if (!chip) continue;
        const structure = structureOf(chip);
        if (!(structure.arrays >= 1) || !(structure.weightsPerRow >= 1)) continue;
        node.workloads.forEach((reference, index) => {
          const workload = reference.ref && elaborations.workload(reference.ref).workload;
          if (!workload) return;
          const arrays = arraysNeeded(
            structure,
            workload,
            settings.get('grouping')?.value === 'separate' ? 'separate' : 'packed',
          );
          const chips = chipsNeeded(structure, arrays);
          if (chips <= available) return;
          const has = `${chipName(use)} has ${formatNumber(structure.arrays)}`;
          const shortfall = formatNumber(arrays - available * structure.arrays);
          report({
            message: `${workload.name} needs ${formatNumber(arrays)} arrays; ${has}${available > 1 ? ` on each of ${available} chips` : ''}, ${rejects ? `${shortfall} too few` : `so it takes ${chips} chips`}`,
            ...(rejects ? { severity: 'error' as const } : {}),
            at: node,
            property: 'workloads',
            index,
          });
        });
      }
    },
  },
};
