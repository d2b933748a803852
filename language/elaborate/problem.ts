import type { AstNode } from 'langium';

/** Something found while elaborating that is no matter of one value: a code of `check/`, a sentence, and where. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly node: AstNode;
  readonly property?: string;
}
