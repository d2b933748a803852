import { type AstNode, type CstNode, GrammarUtils } from 'langium';

/** The text that a finding is about: its node, or one property of it. */
export function placeOf({
  at,
  property,
  index,
}: {
  readonly at: AstNode;
  readonly property?: string;
  readonly index?: number;
}): CstNode | undefined {
  const narrowed = property ? GrammarUtils.findNodeForProperty(at.$cstNode, property, index) : undefined;
  return narrowed ?? at.$cstNode;
}
