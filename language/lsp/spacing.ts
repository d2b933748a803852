import { AstUtils, GrammarAST, type LeafCstNode } from 'langium';

/** A token in its standard spelling. */
export function printedToken(leaf: LeafCstNode): string {
  if (leaf.tokenType.name === 'ARROW') return '→';
  if (leaf.tokenType.name === '×') return '×';
  // `*` multiplies numbers; where it counts parts or sizes it is written as the papers do.
  if (leaf.text === '*' && !leaf.hidden && ['Part', 'Size'].includes(ruleOf(leaf))) return '×';
  return leaf.text;
}

/** Whether no blank stands between two neighbouring tokens. */
export function isTight(before: LeafCstNode, leaf: LeafCstNode): boolean {
  if (before.hidden || leaf.hidden) return false;
  if (before.text === '(' || before.text === '.' || before.text === '[') return true;
  // A minus of an operand; one between operands belongs to no parser rule.
  if (before.text === '-' && ruleOf(before) !== '') return true;
  if ([')', ',', '.', ']'].includes(leaf.text)) return true;
  if (leaf.text === '[') return ruleOf(leaf) === 'NameReference';
  if (leaf.text === '(') return ['ParameterList', 'ArgumentList', 'Call'].includes(ruleOf(leaf));
  if (leaf.text === ':') return ruleOf(leaf) === 'Parameter';
  return isFraction(before) || isFraction(leaf);
}

/** `1/4 × Router`: a slash between the factors of a count. */
const isFraction = (leaf: LeafCstNode): boolean => leaf.text === '/' && ruleOf(leaf) === 'Count';

/** The grammar rule a token stands in; empty for operators between operands. */
function ruleOf(leaf: LeafCstNode): string {
  return AstUtils.getContainerOfType(leaf.grammarSource, GrammarAST.isParserRule)?.name ?? '';
}
