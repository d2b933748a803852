import type * as ast from '../generated/ast.ts';

/** A body and all bodies of its conditionals, whichever of them hold. */
export function bodiesOf(body: ast.Body | undefined): readonly ast.Body[] {
  return body ? [body, ...body.conditionals.flatMap(bodiesOfConditional)] : [];
}

/** Both braces of an `if`, and those of what is chained to it. */
export function bodiesOfConditional(conditional: ast.Conditional | undefined): readonly ast.Body[] {
  if (!conditional) return [];
  const { body, otherwise, chained } = conditional;
  return [...bodiesOf(body), ...bodiesOf(otherwise), ...bodiesOfConditional(chained)];
}
