import * as ast from '../generated/ast.ts';
import { parameterOfArgument } from '../syntax/arguments.ts';
import { infer, wordsOf } from './infer.ts';
import { parameterOf } from './schema.ts';

/**
 * The words that may stand at a place instead of a name: `differential` where `weights` are said. `any` where a word is only
 * now given its meaning, or where something else is wrong; undefined where only names count.
 */
export function wordsExpected(node: ast.NameReference): readonly string[] | 'any' | undefined {
  if (node.member || node.index) return undefined;
  const owner = node.$container;
  switch (owner.$type) {
    case 'Property': {
      const type = parameterOf(owner)?.type;
      // An unknown property is complained about by itself; its value is nobody's business.
      if (type === undefined) return 'any';
      if ('words' in type) return type.words;
      return 'sizes' in type ? type.or : undefined;
    }
    case 'List':
      return ast.isParameter(owner.$container) ? 'any' : undefined;
    case 'Parameter':
      return node === owner.value ? wordsOf(owner) : undefined;
    case 'Argument': {
      const parameter = parameterOfArgument(owner);
      return parameter && wordsOf(parameter);
    }
    case 'Comparison': {
      const other = infer(node === owner.left ? owner.right : owner.left);
      return other.kind === 'choice' ? other.words : undefined;
    }
    default:
      return undefined;
  }
}
