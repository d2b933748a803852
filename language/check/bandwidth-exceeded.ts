import {
  bandwidthOf,
  type Evaluation,
  peakStage,
  type Structure,
  structureOf,
} from '../../simulator/index.ts';
import { formatAs, listed } from '../../simulator/units/index.ts';
import type { Check } from './check.ts';

/**
 * Networks that are slower than their arrays allow because data does not come or go fast enough. The evaluation takes that
 * into account, so this only says where the time goes; each chip says it once, at the network it is worst for. Layers that
 * wait while a slower one works cost nothing and are not told, nor is a network that loses hardly anything.
 */
export const bandwidthExceeded: Check = {
  code: 'bandwidth-exceeded',
  severity: 'info',
  doc: 'Registers, buffers, buses, routers and links move what the layers need while they work.',
  silence: 'Where it is known that data is what the network waits for: the time is counted.',
  outcome: ({ evaluation, name, chip, networks }, report) => {
    const structure = structureOf(chip);
    const [worst, ...others] = networks
      .map(({ workload, outcome }, index) => ({
        index,
        network: workload.name,
        total: outcome.evaluation.layers.length,
        ...waitingLayers(structure, outcome.evaluation),
      }))
      .filter(each => slowdown(each) > worthTelling)
      .sort((a, b) => slowdown(b) - slowdown(a));
    if (!worst) return;
    const { waiting, total, network, index } = worst;
    const names = others.map(each => each.network);
    const also = others.length > 0 ? `; layers of ${listed(names, 'and')} wait too` : '';
    report({
      message: `${waiting.length} of ${total} layers of ${network} ${waiting.length === 1 ? 'waits' : 'wait'} for data on ${name}, ${reason(worst)}${also}`,
      at: evaluation,
      property: 'workloads',
      index,
    });
  },
};

interface Waiting {
  /** Layers that hold up all others for want of data, the slowest first. */
  readonly waiting: readonly WaitingLayer[];
  /** Seconds per inference of the slowest layer, if data were always there. */
  readonly otherwiseS: number;
}

interface WaitingLayer {
  readonly name: string;
  readonly resource: string;
  /** Bits per second that one of the blocks named `of` has of the resource. */
  readonly bitsPerS: number;
  readonly of: string;
  readonly timeS: number;
}

function waitingLayers(structure: Structure, { layers }: Pick<Evaluation, 'layers'>): Waiting {
  const { nominalS } = peakStage(structure);
  const timed = layers.map(({ name, time, stage, bottleneck: { resource, action, stretches } }) => {
    const bandwidth = stretches ? bandwidthOf(structure, action) : undefined;
    return {
      otherwiseS: bandwidth ? (time * nominalS) / stage : time,
      layers: bandwidth ? [{ name, resource, timeS: time, ...bandwidth }] : [],
    };
  });
  const otherwiseS = Math.max(0, ...timed.map(each => each.otherwiseS));
  const waiting = timed
    .flatMap(each => each.layers)
    .filter(({ timeS }) => timeS > otherwiseS * (1 + 1e-9))
    .sort((a, b) => b.timeS - a.timeS);
  return { waiting, otherwiseS };
}

/** By how much a network is slower than if data were always there. */
const slowdown = ({ waiting: [slowest], otherwiseS }: Waiting): number =>
  slowest ? slowest.timeS / otherwiseS : 1;

/** A slowdown that somebody would do something about. */
const worthTelling = 1.05;

function reason(waits: Waiting): string {
  const rate = (each: number) => formatAs(each, 'bandwidth');
  const time = (each: number) => formatAs(each, 'time');
  const { name, resource, bitsPerS, of, timeS } = waits.waiting[0]!;
  return `${name} longest: it needs ${rate(bitsPerS * slowdown(waits))} of the ${resource}, the share of its ${of} is ${rate(bitsPerS)}, and an inference keeps it busy for ${time(timeS)} instead of ${time(waits.otherwiseS)}`;
}
