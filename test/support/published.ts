import assert from 'node:assert/strict';
import type { Action, TreeNode } from '../../simulator/index.ts';

/** Fails unless a value lies within a relative tolerance of the published one. */
export function within(actual: number, published: number, tolerance: number, what = 'ours'): void {
  const apart = actual / published - 1;
  const percent = (value: number) => `${(100 * value).toFixed(2)} %`;
  assert.ok(
    Math.abs(apart) <= tolerance,
    `${what}: ${actual} is ${percent(apart)} from the published ${published}, more than ${percent(tolerance)}`,
  );
}

export function nodesOf(node: TreeNode): TreeNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

export function nodeNamed(tree: TreeNode, name: string): TreeNode {
  const found = nodesOf(tree).find(node => node.name === name);
  assert.ok(found, `there is no ${name} in ${tree.name}`);
  return found;
}

/** Power and area of one of a block that stands directly in the chip. */
export const perInstance = ({ power, area, count }: TreeNode) => ({
  power: power / count,
  area: area / count,
});

/** The part of a block that components of some sort make up. */
export function shareOf(
  node: TreeNode,
  key: 'power' | 'area' | 'energy',
  isCounted: (node: TreeNode) => boolean,
): number {
  const counted = nodesOf(node).filter(each => each.children.length === 0 && isCounted(each));
  return counted.reduce((sum, each) => sum + each[key], 0) / node[key];
}

/** How often an action happens in an inference, over all that perform it. */
export function actionsIn(tree: TreeNode, action: Action): number {
  return nodesOf(tree)
    .flatMap(({ actions = [] }) => actions)
    .reduce((sum, each) => sum + (each.action === action ? each.count : 0), 0);
}
