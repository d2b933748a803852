import { structureOf } from '../../simulator/index.ts';
import { formatNumber } from '../../simulator/units/index.ts';
import { settingsIn } from '../elaborate/study.ts';
import type { Check, Evaluated } from './check.ts';

/**
 * Cells that hold no weight cost area and, in what stands beside them, power, so a result says little about the chip.
 *
 * A network that fills fewer than one cell in twenty is too small for the chips it is given. Layers may do so inside a network
 * that fills its chips: small groups of channels in arrays of their own. Those count when they take up more than a
 * tenth of the arrays; a last layer of ten outputs in one array of thousands is nobody's loss. Each chip says it once, at the
 * network that leaves it emptiest.
 */
export const cellsMostlyEmpty: Check = {
  code: 'cells-mostly-empty',
  severity: 'info',
  doc: 'A network fills more than a few percent of the cells it is given.',
  outcome: (evaluated, report) => {
    const [emptiest] = evaluated.networks
      .flatMap((network, index) => {
        const found = wholeNetwork(evaluated, network) ?? someLayers(evaluated, network);
        return found ? [{ ...found, index }] : [];
      })
      .sort((a, b) => a.filled - b.filled);
    if (emptiest)
      report({
        message: emptiest.message,
        at: evaluated.evaluation,
        property: 'workloads',
        index: emptiest.index,
      });
  },
};

const fewCells = 0.05;
const manyArrays = 0.1;

type Network = Evaluated['networks'][number];

interface Found {
  readonly message: string;
  /** Share of the cells that hold a weight. */
  readonly filled: number;
}

function wholeNetwork({ name }: Evaluated, { workload, outcome }: Network): Found | undefined {
  const { cellUtilization, chips } = outcome.evaluation.metrics;
  if (cellUtilization >= fewCells) return undefined;
  const [what, cure] =
    chips === 1 ? [name, 'fewer arrays'] : [`${chips} chips of ${name}`, 'fewer chips or arrays'];
  return {
    filled: cellUtilization,
    message: `${workload.name} fills only ${percent(cellUtilization)} of the cells of ${what}; ${cure} would do as well`,
  };
}

function someLayers(
  { evaluation, name, chip }: Evaluated,
  { workload, outcome }: Network,
): Found | undefined {
  const { layers, metrics } = outcome.evaluation;
  const empty = layers.filter(({ utilization }) => utilization < fewCells);
  const arrays = empty.reduce((sum, { copies, arraysPerCopy }) => sum + copies * arraysPerCopy, 0);
  const share = arrays / (metrics.chips * structureOf(chip).arrays);
  if (share <= manyArrays) return undefined;
  const [least] = [...empty].sort((a, b) => a.utilization - b.utilization);
  const separate = settingsIn(evaluation).get('grouping')?.value === 'separate';
  const cure = separate && least!.groups > 1 ? '; `grouping packed` lets its groups share arrays' : '';
  return {
    filled: least!.utilization,
    message: `${empty.length} of ${layers.length} layers of ${workload.name} take ${percent(share)} of the arrays of ${name} and leave them nearly empty: ${least!.name} fills ${percent(least!.utilization)} of its cells${cure}`,
  };
}

const percent = (share: number): string => `${formatNumber(share * 100, 2)} %`;
