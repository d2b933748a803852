import type { Study } from '../../simulator/index.ts';
import type * as ast from '../generated/ast.ts';

/** A study, and the text that its chips come from. */
export interface Asked {
  readonly study: Study;
  /** In the order of the study's chips. */
  readonly chips: readonly ChipAsked[];
  /** What asks; none where chips and workloads are named by hand. */
  readonly evaluation?: ast.Evaluation;
}

export interface ChipAsked {
  readonly block: ast.Block;
  readonly given: readonly ast.Argument[];
}
