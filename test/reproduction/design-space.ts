import { reportOf } from '../support/evaluate.ts';
import { nodesOf } from '../support/published.ts';
import type { Evaluation } from '../../simulator/index.ts';

/**
 * Every point of a design space of Neural-PIM (Cao et al., IEEE Trans. Computers 71(9), 2022, section 7.1 and fig. 11), in the order of
 * the space. What each point is made of is written in `pim:studies/neural-pim-space`; here are only its coordinates.
 */
export async function sweep(space: Space): Promise<readonly Point[]> {
  const places = placesIn(space);
  const { evaluations } = await reportOf(`
import "pim:studies/neural-pim-space"
workload W { input 128, dense d { outputs 8 } }
evaluate ${places.map(place => chipAt(space, place)).join(',\n  ')} on W`);
  return places.map((parameters, index) => ({
    name: nameOf(parameters),
    parameters,
    metrics: metricsOf(evaluations[index]!),
  }));
}

/** The point that is best by an objective; the earlier one of two equals. */
export function best(points: readonly Point[], objective: Objective): Point {
  return points.reduce((a, b) => (b.metrics[objective] > a.metrics[objective] ? b : a));
}

/** A space and the rules under which its points are compared. */
export interface Space {
  readonly rows: readonly number[];
  readonly dacBits: readonly number[];
  readonly converters: readonly number[];
  readonly accumulators: readonly number[];
  readonly arrays: readonly number[];
  /** Whether all results of a stage are converted within one input cycle, or within the stage. */
  readonly conversions: 'cycle' | 'stage';
  /** Whether buffer, bus, routers and digital units of a tile grow with its rows, or are those of 64 arrays of 128 rows. */
  readonly tile: 'grows' | 'stays';
}

/** N, D, A, S and M of the figure. */
export type Parameters = Readonly<
  Record<'rows' | 'dacBits' | 'converters' | 'accumulators' | 'arrays', number>
>;

export interface Point {
  /** As the figure labels it: `N128-D4-A4-S64 M64`. */
  readonly name: string;
  readonly parameters: Parameters;
  /** All without links, which the figure leaves out. */
  readonly metrics: {
    /** op/s/m² with everything busy. */
    readonly computeDensity: number;
    /** op/J with everything busy. */
    readonly efficiency: number;
    /** op/s, W and m² of 280 tiles. */
    readonly throughput: number;
    readonly power: number;
    readonly area: number;
  };
}

export type Objective = 'computeDensity' | 'efficiency';

/** The space of figure 11 under the rules of the paper: 162 points. */
export const published: Space = {
  rows: [32, 64, 128],
  dacBits: [1, 2, 4],
  converters: [1, 2, 4],
  accumulators: [64, 128],
  arrays: [64, 96, 128],
  conversions: 'cycle',
  tile: 'grows',
};

/** What the paper says is best. */
export const publishedBest = 'N128-D4-A4-S64 M64';

/** The same space with one rule or one bound relaxed, by what is relaxed. */
export const relaxed = {
  'conversions spread over the stage': { ...published, conversions: 'stage' },
  'a tile that does not grow with its arrays': { ...published, tile: 'stays' },
  'up to 16 converters and 256 arrays': {
    ...published,
    converters: [1, 2, 4, 8, 16],
    arrays: [64, 96, 128, 192, 256],
  },
  'up to 16 converters, 256 arrays and 256 accumulators': {
    ...published,
    converters: [1, 2, 4, 8, 16],
    accumulators: [64, 128, 256],
    arrays: [64, 96, 128, 192, 256],
  },
  'arrays of 256 rows and up to 16 converters': {
    ...published,
    rows: [32, 64, 128, 256],
    converters: [1, 2, 4, 8, 16],
  },
} as const satisfies Record<string, Space>;

function placesIn({ rows, dacBits, converters, accumulators, arrays }: Space): Parameters[] {
  return rows.flatMap(n =>
    dacBits.flatMap(d =>
      converters.flatMap(a =>
        accumulators.flatMap(s =>
          arrays.map(m => ({ rows: n, dacBits: d, converters: a, accumulators: s, arrays: m })),
        ),
      ),
    ),
  );
}

/** The chip of a point, in the language. */
function chipAt({ conversions, tile }: Space, place: Parameters): string {
  const { rows, dacBits, converters, accumulators, arrays } = place;
  const own = tile === 'stays' ? ', tileGrowth = 1' : '';
  return `NeuralPIMSpace(${rows}, ${dacBits} bit, ${converters}, ${accumulators}, ${arrays}, ${conversions}${own})`;
}

function nameOf({ rows, dacBits, converters, accumulators, arrays }: Parameters): string {
  return `N${rows}-D${dacBits}-A${converters}-S${accumulators} M${arrays}`;
}

function metricsOf({ metrics, tree }: Evaluation): Point['metrics'] {
  const links = nodesOf(tree).filter(({ kind }) => kind === 'link');
  const power = links.reduce((rest, link) => rest - link.power, tree.power);
  const throughput = metrics.peakThroughput;
  const computeDensity = metrics.peakComputeDensityWithoutLinks;
  return {
    computeDensity,
    efficiency: throughput / power,
    throughput,
    power,
    area: throughput / computeDensity,
  };
}
