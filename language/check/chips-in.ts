import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';

/** A chip to be looked at as a whole. */
export interface ChipIn {
  readonly block: ast.Block;
  readonly given: readonly ast.Argument[];
  /** Where to speak of it when nothing that makes it so stands in the file. */
  readonly anchor?: AstNode;
}

/** The chips of a file on their defaults, and those that an `evaluate` gives arguments. */
export function chipsIn(root: ast.Document): readonly ChipIn[] {
  const own = root.declarations
    .filter(ast.isBlock)
    .filter(block => block.level === 'chip' && block.parameters.every(parameter => parameter.value))
    // What an unknown base might have said is not missing.
    .filter(block => !block.base?.error)
    .map(block => ({ block, given: [] }));
  const given = root.declarations
    .filter(ast.isEvaluation)
    .flatMap(evaluation => evaluation.chips)
    .flatMap(use =>
      use.chip?.ref?.level === 'chip' && use.arguments.length > 0
        ? [{ block: use.chip.ref, given: use.arguments, anchor: use }]
        : [],
    );
  return [...own, ...given];
}
