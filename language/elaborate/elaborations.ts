import {
  type AstNode,
  AstUtils,
  DocumentState,
  type LangiumSharedCoreServices,
  WorkspaceCache,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/address.ts';
import { type Elaboration, elaborate } from './elaborate.ts';
import { Outcomes } from './outcomes.ts';
import type { Elaborators } from './study.ts';
import { type ElaboratedWorkload, elaborateWorkload } from './workload.ts';

/**
 * Elaborates each chip and workload once until any document changes; those of the library, which only speak of each other,
 * once and for all. The one place where results are kept: elaboration itself stays a pure function. What was elaborated
 * before all names were resolved is dropped when they are.
 */
export class Elaborations implements Elaborators {
  /** What chips come to on networks; this holds whatever changes. */
  readonly outcomes = new Outcomes();
  private readonly chips: Kept<ast.Block, Elaboration>;
  private readonly workloads: Kept<ast.Workload, ElaboratedWorkload>;
  /** Chips that are given arguments, by the list of them. */
  private readonly variants: WorkspaceCache<readonly ast.Argument[], Elaboration>;

  constructor(shared: LangiumSharedCoreServices) {
    this.chips = kept(shared);
    this.workloads = kept(shared);
    this.variants = new WorkspaceCache(shared, DocumentState.Linked);
  }

  readonly chip = (block: ast.Block, given: readonly ast.Argument[] = []): Elaboration =>
    given.length > 0
      ? this.variants.get(given, () => elaborate(block, given))
      : this.chips(block, () => elaborate(block));

  readonly workload = (workload: ast.Workload): ElaboratedWorkload =>
    this.workloads(workload, () => elaborateWorkload(workload));
}

type Kept<Node, Value> = (node: Node, make: () => Value) => Value;

function kept<Node extends AstNode, Value>(shared: LangiumSharedCoreServices): Kept<Node, Value> {
  const ofLibrary = new WeakMap<Node, Value>();
  const others = new WorkspaceCache<Node, Value>(shared, DocumentState.Linked);
  return (node, make) => {
    const { uri, state } = AstUtils.getDocument(node);
    if (!isLibrary(uri) || state < DocumentState.Linked) return others.get(node, make);
    const known = ofLibrary.get(node) ?? make();
    ofLibrary.set(node, known);
    return known;
  };
}
