import { type Block, type Chip, isBlock, type Part } from '../chip/chip.ts';
import { blockCount, type Placed } from '../chip/walk.ts';
import type { Action } from '../chip/action.ts';
import { catalogue } from '../components/catalogue.ts';
import { costOf } from '../components/law.ts';
import { byteBits } from '../components/memory.ts';
import { scaleNode } from '../components/scaling.ts';
import { type Cost, rateOf } from '../components/table-cost.ts';
import { columnsPerWeight, type DotProduct, dotProductOf, inputCycles } from '../dataflow/dot-product.ts';
import { strategies } from '../dataflow/strategies.ts';
import type { Strategy } from '../dataflow/strategy.ts';

/** What all stages ask of a chip, worked out once. */
export interface Structure {
  readonly chip: Chip;
  readonly strategy: Strategy;
  readonly dot: DotProduct;
  /** Input cycles per window. */
  readonly cycles: number;
  /** Weights side by side in one row of an array. */
  readonly weightsPerRow: number;
  /** Weights one array holds. */
  readonly weightsPerArray: number;
  /** Bits of a flit; of a byte where there are no routers, so that flits cost nothing. */
  readonly flitBits: number;
  /** Arrays of one chip, and how many share a tile and a PE. */
  readonly arrays: number;
  readonly arraysPerTile: number;
  readonly arraysPerPe: number;
  /** The tree of the chip with what its components cost. */
  readonly root: CostedBlock;
  /** The components of that tree. */
  readonly components: readonly CostedComponent[];
}

export interface CostedBlock {
  readonly block: Block;
  /** Where it stands in its owner; absent for the chip. */
  readonly part?: Part;
  /** Of one instance. */
  readonly parts: readonly (CostedBlock | CostedComponent)[];
}

export const isCostedBlock = (what: CostedBlock | CostedComponent): what is CostedBlock => 'parts' in what;

export interface CostedComponent extends Placed {
  readonly cost: Cost;
  readonly performs: readonly Action[];
}

/** Worked out once for each chip: a chip never changes, and many ask. */
export function structureOf(chip: Chip): Structure {
  const known = structures.get(chip);
  if (known) return known;
  const structure = workOut(chip);
  structures.set(chip, structure);
  return structure;
}

const structures = new WeakMap<Chip, Structure>();

function workOut(chip: Chip): Structure {
  const dot = dotProductOf(chip);
  const arrays = blockCount(chip.root, 'crossbar');
  const per = (level: 'tile' | 'pe', otherwise: number) => {
    const blocks = blockCount(chip.root, level);
    return blocks > 0 ? arrays / blocks : otherwise;
  };
  const arraysPerTile = per('tile', arrays);
  const weightsPerRow = Math.floor(chip.array.columns / columnsPerWeight(dot));
  const root = costedBlock(chip, chip.root, 1);
  const components = componentsOf(root);
  const router = components.find(({ performs }) => performs.includes('flitHops'));
  return {
    chip,
    strategy: strategies.get(chip.dataflow)!,
    dot,
    cycles: inputCycles(dot),
    weightsPerRow,
    weightsPerArray: chip.array.rows * weightsPerRow,
    flitBits: router ? router.component.parameters.flit! : byteBits,
    arrays,
    arraysPerTile,
    // Where there are no PEs, the arrays of a tile share its registers.
    arraysPerPe: per('pe', arraysPerTile),
    root,
    components,
  };
}

/** Actions per second that one array's share of the chip can do; infinite when nothing limits it. */
export function ratePerArray(structure: Structure, action: Action): number {
  const performers = structure.components.filter(component => component.performs.includes(action));
  if (performers.length === 0) return Number.POSITIVE_INFINITY;
  const total = performers.reduce((sum, { instances, cost }) => sum + instances * rateOf(cost, action), 0);
  return total / structure.arrays;
}

/** A block of which there are so many on the whole chip. */
function costedBlock(chip: Chip, block: Block, instances: number, part?: Part): CostedBlock {
  const parts = block.parts.map(each => {
    const total = instances * each.count;
    return isBlock(each.what)
      ? costedBlock(chip, each.what, total, each)
      : costed(chip, { component: each.what, part: each, level: block.level, instances: total });
  });
  return { block, parts, ...(part ? { part } : {}) };
}

const componentsOf = ({ parts }: CostedBlock): CostedComponent[] =>
  parts.flatMap(each => (isCostedBlock(each) ? componentsOf(each) : [each]));

function costed(chip: Chip, placed: Placed): CostedComponent {
  const { component, level } = placed;
  const kind = catalogue.get(component.kind)!;
  const cost = costOf(kind, component.parameters, { array: chip.array, nodeM: component.nodeM });
  return {
    ...placed,
    cost:
      component.nodeM === chip.nodeM
        ? cost
        : scaleNode(cost, {
            fromM: component.nodeM,
            toM: chip.nodeM,
            scaling: component.scaling,
            conducts: kind.conducts,
          }),
    performs: kind.performs(level),
  };
}
