import { weightCount } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import type { Elaborators } from './study.ts';

/** Networks a chip is evaluated on when nobody says on which. */
export const defaultWorkloads: readonly string[] = ['AlexNet', 'VGG16'];

/** A chip that can be evaluated as it stands: it needs no arguments. */
export const isReadyChip = (node: ast.Declaration): node is ast.Block =>
  ast.isBlock(node) && node.level === 'chip' && !!node.name && node.parameters.every(({ value }) => value);

/** A workload with something to place on arrays. */
export function isReadyWorkload(node: ast.Workload, elaborators: Elaborators): boolean {
  const { workload } = elaborators.workload(node);
  return workload !== undefined && weightCount(workload) > 0;
}
