import type { Category, Evaluation, TreeNode } from '../../simulator/index.ts';
import { type DimensionName, formatAs } from '../../simulator/units/index.ts';
import { countText } from './words.ts';

/** What a tree can be broken down by. */
export type TreeQuantity = 'energy' | 'power' | 'area';

export const treeQuantities: Readonly<Record<TreeQuantity, { label: string; dimension: DimensionName }>> = {
  energy: { label: 'Energy per inference', dimension: 'energy' },
  power: { label: 'Peak power', dimension: 'power' },
  area: { label: 'Area', dimension: 'area' },
};

/** One component of a chip's tree. */
export interface Part {
  readonly node: TreeNode;
  readonly category: Category;
  /** Names from below the chip down to the component. */
  readonly path: readonly string[];
  /** The same as nodes, from the chip itself. */
  readonly trail: readonly TreeNode[];
  /** Instances on one chip; a shared part can be a fraction of one. */
  readonly instances: number;
}

/** All components of an evaluated chip that take something, in the order of its tree. They add up to the chip's totals. */
export function partsOf({ tree }: Evaluation): Part[] {
  const visit = (trail: readonly TreeNode[], above: number): Part[] => {
    const node = trail.at(-1)!;
    const instances = above * node.count;
    const below = node.children.flatMap(child => visit([...trail, child], instances));
    // A block is only what is in it.
    const takes = node.energy > 0 || node.power > 0 || node.area > 0;
    if (node.kind === undefined || !takes) return below;
    const path = trail.slice(1).map(({ name }) => name);
    return [{ node, category: node.category ?? 'other', path, trail, instances }, ...below];
  };
  return visit([tree], 1);
}

/** How the energy of a part came about, one action a line: component × count × energy per action. */
export function derivation(part: Part): string[] {
  const actions = (part.node.actions ?? []).filter(action => action.count > 0);
  const lines = actions.map(
    action =>
      `${part.node.name}: ${countText(action.count)} ${action.action} × ${formatAs(action.energyEach, 'energy')}` +
      ` = ${formatAs(action.count * action.energyEach, 'energy')}`,
  );
  const { name, staticEnergy } = part.node;
  if (staticEnergy !== undefined)
    lines.push(`${name}: ${formatAs(staticEnergy, 'energy')} static power over the interval`);
  return lines;
}
