import { conversionsOf } from '../support/conversions.ts';
import { dotProductOf, inputCycles, strategies, type TreeNode } from '../../simulator/index.ts';
import { reportOf } from '../support/evaluate.ts';
import { nodesOf } from '../support/published.ts';

/** The strategies of the Neural-PIM paper, by their letters there, with the chips of `pim:studies/strategies`. */
const letters = {
  A: { dataflow: 'digital-accumulation', chip: 'StrategyA' },
  B: { dataflow: 'analog-buffering', chip: 'StrategyB' },
  C: { dataflow: 'analog-accumulation', chip: 'StrategyC' },
} as const;

export type Letter = keyof typeof letters;

/** Law by which the converters of strategies A and B grow with their bits; C has one converter for all widths. */
export type ConverterLaw = 'capacitive' | 'survey' | 'steep';

/** Cao et al., IEEE Trans. Computers 71(9), 2022, eqs. 2 to 8, for 8-bit data, one-bit cells and 128 rows; one row for each width. */
export function strategyTable(dacBits: readonly number[] = widths): readonly StrategyRow[] {
  return dacBits.map(width => {
    const dot = dotProductOf({
      precision: { inputBits: 8, weightBits: 8, outputBits: 8 },
      array: {
        rows: 128,
        columns: 128,
        cellBits: 1,
        dacBits: width,
        weights: 'differential',
        flipped: false,
        cycleS: 100e-9,
      },
    });
    const need = (letter: Letter): StrategyNeed => {
      const strategy = strategies.get(letters[letter].dataflow)!;
      // The paper counts the columns of one sign.
      return {
        bits: strategy.resolution(dot),
        conversions: conversionsOf(strategy, { ...dot, weights: 'offset' }),
      };
    };
    return { dacBits: width, cycles: inputCycles(dot), A: need('A'), B: need('B'), C: need('C') };
  });
}

/** What a dot product needs: bits of a conversion, and conversions. */
export interface StrategyNeed {
  readonly bits: number;
  readonly conversions: number;
}

export type StrategyRow = { readonly dacBits: number; readonly cycles: number } & Readonly<
  Record<Letter, StrategyNeed>
>;

/**
 * Energy efficiency of each strategy against the bits of the row drivers, relative to strategy A with one bit (fig. 4(b)). What is
 * counted is a full array's cells, drivers, sampling, conversions and shift-and-adds; no registers, buffers or links.
 */
export async function strategyCurves(law: ConverterLaw): Promise<readonly StrategyPoint[]> {
  const places = (Object.keys(letters) as Letter[]).flatMap(strategy =>
    widths.map(dacBits => ({ strategy, dacBits })),
  );
  const chips = places.map(
    ({ strategy, dacBits }) =>
      `${letters[strategy].chip}(${dacBits} bit${strategy === 'C' ? '' : `, ${law}`})`,
  );
  const { evaluations } = await reportOf(`
import "pim:studies/strategies"
evaluate ${chips.join(',\n  ')} on FullArrays`);
  const one = evaluations[0]!.metrics.energyEfficiency;
  return places.map((place, index) => {
    const { metrics, tree } = evaluations[index]!;
    return { ...place, efficiency: metrics.energyEfficiency / one, shares: sharesOf(tree) };
  });
}

export interface StrategyPoint {
  readonly strategy: Letter;
  readonly dacBits: number;
  /** Relative to A with one bit. */
  readonly efficiency: number;
  /** Parts of the energy. */
  readonly shares: Readonly<Record<'array' | 'dac' | 'converter' | 'shift-add', number>>;
}

/** The axis of figure 4(b). */
const widths = [1, 2, 3, 4, 5, 6, 7] as const;

function sharesOf(tree: TreeNode): StrategyPoint['shares'] {
  const share = (category: string) =>
    nodesOf(tree).reduce((sum, node) => sum + (node.category === category ? node.energy : 0), 0) /
    tree.energy;
  return {
    array: share('array'),
    dac: share('dac'),
    converter: share('converter'),
    'shift-add': share('shift-add'),
  };
}
