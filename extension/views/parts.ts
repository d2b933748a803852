import type { Assumption, Category, Evaluation, TreeNode } from '../../simulator/index.ts';
import { type DimensionName, formatAs } from '../../simulator/units/index.ts';
import { countText } from './words.ts';

/** What a tree can be broken down by. */
export type TreeQuantity = 'energy' | 'power' | 'area';

export const treeQuantities: Readonly<Record<TreeQuantity, { label: string; dimension: DimensionName }>> = {
  energy: { label: 'Energy per inference', dimension: 'energy' },
  power: { label: 'Peak power', dimension: 'power' },
  area: { label: 'Area', dimension: 'area' },
};

/** One component of a chip's tree with what it contributes by itself, its children not counted. */
export interface Part {
  readonly node: TreeNode;
  readonly category: Category;
  /** Names from below the chip down to the component. */
  readonly path: readonly string[];
  /** The same as nodes, from the chip itself. */
  readonly trail: readonly TreeNode[];
  /** Instances on one chip; a shared part can be a fraction of one. */
  readonly instances: number;
  readonly own: Readonly<Record<TreeQuantity, number>>;
  /** Whether the report lists an assumption about it. */
  readonly assumed: boolean;
}

/** All components of an evaluated chip, in the order of its tree. Their own amounts add up to the chip's totals. */
export function partsOf(evaluation: Evaluation, assumptions: readonly Assumption[]): Part[] {
  const visit = (trail: readonly TreeNode[], above: number): Part[] => {
    const node = trail.at(-1)!;
    const instances = above * node.count;
    const part: Part = {
      node,
      category: node.category ?? 'other',
      path: trail.slice(1).map(({ name }) => name),
      trail,
      instances,
      own: {
        energy: ownAmount(node, 'energy'),
        power: ownAmount(node, 'power'),
        area: ownAmount(node, 'area'),
      },
      assumed: assumptions.some(assumption => concerns(assumption, evaluation.chip, node)),
    };
    const contributes = Object.values(part.own).some(amount => amount > 0);
    const below = node.children.flatMap(child => visit([...trail, child], instances));
    return contributes ? [part, ...below] : below;
  };
  return visit([evaluation.tree], 1);
}

/** How the energy of a part came about, one action a line: component × count × energy per action. */
export function derivation(part: Part): string[] {
  const actions = (part.node.actions ?? []).filter(action => action.count > 0);
  const lines = actions.map(
    action =>
      `${part.node.name}: ${countText(action.count)} ${action.action} × ${formatAs(action.energyEach, 'energy')}` +
      ` = ${formatAs(action.count * action.energyEach, 'energy')}`,
  );
  const rest = part.own.energy - actions.reduce((sum, action) => sum + action.count * action.energyEach, 0);
  if (rest > part.own.energy * 1e-3)
    lines.push(`${part.node.name}: ${formatAs(rest, 'energy')} static power over the interval`);
  return lines;
}

// Sums of floating-point numbers leave dust; a billionth of the whole is none of it.
function ownAmount(node: TreeNode, quantity: TreeQuantity): number {
  const own = node[quantity] - node.children.reduce((sum, child) => sum + child[quantity], 0);
  return own > Math.abs(node[quantity]) * 1e-9 ? own : 0;
}

// An assumption names what it concerns: `EDRAM`, `EDRAM.rate`, or with its chip `NeuralPIM.EDRAM.rate`.
// One about a chip as a whole says nothing about a single component.
function concerns(assumption: Assumption, chip: string, node: TreeNode): boolean {
  const names = assumption.subject.split('.');
  const within = names[0] === chip ? names.slice(1) : names;
  return within.slice(0, 2).includes(node.name);
}
