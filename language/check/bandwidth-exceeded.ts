import {
  type Bandwidth,
  bandwidthOf,
  type LayerReport,
  peakStage,
  structureOf,
} from '../../simulator/index.ts';
import { formatAs } from '../../simulator/units/index.ts';
import type { Check } from './check.ts';

/**
 * Layers whose stage is stretched because data does not come or go fast enough. The evaluation takes that into account, so
 * this only says where the time goes; each chip says it once, at the network it is worst for.
 */
export const bandwidthExceeded: Check = {
  code: 'bandwidth-exceeded',
  severity: 'info',
  doc: 'Registers, buffers, buses, routers and links move what the layers need in their pipeline stage.',
  outcome: ({ evaluation, name, chip, networks }, report) => {
    const structure = structureOf(chip);
    const { nominalS } = peakStage(structure);
    const found = networks
      .map(({ workload, outcome: { evaluation: result } }, index) => ({
        index,
        network: workload.name,
        total: result.layers.length,
        waiting: result.layers
          .flatMap(layer => {
            const bandwidth = layer.bottleneck.stretches && bandwidthOf(structure, layer.bottleneck.resource);
            return bandwidth ? [{ layer, bandwidth }] : [];
          })
          .sort((a, b) => b.layer.stage - a.layer.stage),
      }))
      .filter(({ waiting }) => waiting.length > 0)
      .sort((a, b) => b.waiting[0]!.layer.stage - a.waiting[0]!.layer.stage);
    const [worst, ...others] = found;
    if (!worst) return;
    const also =
      others.length > 0 ? `; layers of ${listed(others.map(({ network }) => network))} wait too` : '';
    report({
      message: `${worst.waiting.length} of ${worst.total} layers of ${worst.network} ${worst.waiting.length === 1 ? 'waits' : 'wait'} for data on ${name}, ${reason(worst.waiting[0]!, nominalS)}${also}`,
      at: evaluation,
      property: 'workloads',
      index: worst.index,
    });
  },
};

interface Waiting {
  readonly layer: LayerReport;
  readonly bandwidth: Bandwidth;
}

function reason({ layer, bandwidth: { bitsPerS, of } }: Waiting, nominalS: number): string {
  const rate = (each: number) => formatAs(each, 'bandwidth');
  const time = (each: number) => formatAs(each, 'time');
  const { name, stage, bottleneck } = layer;
  return `${name} longest: it needs ${rate((bitsPerS * stage) / nominalS)} of the ${bottleneck.resource}, the share of its ${of} is ${rate(bitsPerS)}, and a stage takes ${time(stage)} instead of ${time(nominalS)}`;
}

/** `A`, `A and B`, `A, B and C`. */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
