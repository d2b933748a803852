import { type LangiumSharedCoreServices, WorkspaceCache } from 'langium';
import type * as ast from '../generated/ast.ts';
import { type Elaboration, elaborate } from './elaborate.ts';
import type { Elaborators } from './study.ts';
import { type ElaboratedWorkload, elaborateWorkload } from './workload.ts';

/**
 * Elaborates each chip and workload once until any document changes. The one place where results are kept: elaboration
 * itself stays a pure function.
 */
export class Elaborations implements Elaborators {
  private readonly chips: WorkspaceCache<ast.Block, Elaboration>;
  /** Chips that were given arguments, by these. */
  private readonly used: WorkspaceCache<readonly ast.Argument[], Elaboration>;
  private readonly workloads: WorkspaceCache<ast.Workload, ElaboratedWorkload>;

  constructor(shared: LangiumSharedCoreServices) {
    this.chips = new WorkspaceCache(shared);
    this.used = new WorkspaceCache(shared);
    this.workloads = new WorkspaceCache(shared);
  }

  readonly chip = (block: ast.Block, given: readonly ast.Argument[] = []): Elaboration =>
    given.length > 0
      ? this.used.get(given, () => elaborate(block, given))
      : this.chips.get(block, () => elaborate(block));

  readonly workload = (workload: ast.Workload): ElaboratedWorkload =>
    this.workloads.get(workload, () => elaborateWorkload(workload));
}
