import {
  fillings,
  needOf,
  place,
  type PlaceOptions,
  type Structure,
  structureOf,
  type Workload,
} from '../../simulator/index.ts';
import { formatNumber } from '../../simulator/units/index.ts';
import { chipName, placingOf } from '../elaborate/study.ts';
import type { Check, Finding } from './check.ts';

export const networkExceedsChip: Check = {
  code: 'network-exceeds-chip',
  severity: 'info',
  doc: 'A network that does not fit the chips asked for is evaluated on as many as it takes, unless `capacity` says that its arrays are rewritten or that it is an error.',
  silence: 'Where several chips are meant, or their number is what you want to know.',
  nodes: {
    Evaluation: (node, report, { elaborations }) => {
      const settings = placingOf(node);
      for (const use of node.chips) {
        const chip = use.chip?.ref && elaborations.chip(use.chip?.ref, use.arguments).chip;
        if (!chip) continue;
        const structure = structureOf(chip);
        if (!(structure.arrays >= 1) || !(structure.weightsPerRow >= 1)) continue;
        node.workloads.forEach((reference, index) => {
          const workload = reference.ref && elaborations.workload(reference.ref).workload;
          const said = workload && judge(chipName(use), structure, workload, settings);
          if (said) report({ ...said, at: node, property: 'workloads', index });
        });
      }
    },
  },
};

/** What is to be said about a network on a chip, if it does not fit. */
function judge(
  chip: string,
  structure: Structure,
  workload: Workload,
  settings: PlaceOptions,
): Pick<Finding, 'message' | 'severity'> | undefined {
  const { chips: asked = 1, capacity = 'chips', batch = 1 } = settings;
  const available = Math.max(1, asked);
  const { arrays, chips, widest } = needOf(structure, workload, settings);
  if (chips <= available) return undefined;
  const each = available > 1 ? ` on each of ${available} chips` : '';
  // Arrays beside each other stay together, which can leave some free that would be enough by number.
  const fitting = widest && arrays <= available * structure.arrays;
  const needed = fitting
    ? `${workload.name} needs ${formatNumber(arrays)} arrays, those of ${widest.name} in whole rows`
    : `${workload.name} needs ${formatNumber(arrays)} arrays`;
  const finding = (then: string, severity: Finding['severity'] = 'info') => ({
    message: `${needed}; ${chip} has ${formatNumber(structure.arrays)}${each}, ${then}`,
    severity,
  });
  switch (capacity) {
    case 'chips':
      return finding(`so it takes ${chips} chips`);
    case 'reject':
      return finding(
        fitting
          ? 'in which not all of these rows fit'
          : `${formatNumber(arrays - available * structure.arrays)} too few`,
        'error',
      );
    case 'reload': {
      if (!structure.chip.array.write)
        return finding(
          'and rewriting them needs `write-energy` and `write-time` of its cell, for example `write-energy 8 pJ` and `write-time 1 µs`',
          'error',
        );
      const times = fillings(place(structure, workload, settings).loadings);
      const whom = batch === 1 ? 'each inference' : `each batch of ${formatNumber(batch)}`;
      return finding(`so they are written ${formatNumber(times)} times for ${whom}`);
    }
  }
}
