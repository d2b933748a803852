import {
  type Dimension,
  dimensions,
  divide,
  multiply,
  type Parameter,
  raise,
} from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';
import { parameterOfArgument } from '../syntax/arguments.ts';
import { functions } from './functions.ts';
import { infer, typeOfDeclaration } from './infer.ts';
import { parameterOf } from './schema.ts';
import type { Type } from './type.ts';

/**
 * The type an expression must have where it stands, as far as what stands around it says; undefined where anything may
 * stand, or where only a calculation would tell.
 */
export function expectedType(node: ast.Expression): Type | undefined {
  const owner = node.$container;
  switch (owner.$type) {
    case 'Property': {
      const parameter = parameterOf(owner);
      return parameter && typeOfParameter(parameter);
    }
    case 'Parameter':
      return known(node === owner.domain && !owner.type ? undefined : typeOfDeclaration(owner));
    case 'Argument':
      return known(typeOfDeclarationOrNone(parameterOfArgument(owner)));
    case 'Comparison':
    case 'Claim':
      return known(infer(node === owner.left ? owner.right : owner.left));
    case 'Expectation':
      if (node === owner.tolerance) return plain;
      return known(infer(node === owner.left ? owner.right : owner.left));
    case 'Count':
    case 'Input':
    case 'NameReference':
      return plain;
    case 'List': {
      const list = expectedType(owner);
      // What a parameter may be is a list of what it is.
      return list?.kind === 'list' ? list.of : ast.isParameter(owner.$container) ? list : undefined;
    }
    case 'Range':
      return expectedType(owner) ?? known(infer(node === owner.from ? owner.to : owner.from));
    case 'Call':
      return expectedArgument(owner);
    case 'Negation':
      return expectedType(owner);
    case 'Binary':
      return expectedOperand(owner, node);
    case 'Constant':
      return undefined;
  }
}

/** What may be said for a parameter of the catalogue, as a type. A list of sizes is made of plain numbers. */
export function typeOfParameter({ type }: Parameter): Type | undefined {
  if ('dimension' in type) return ofDimension(dimensions[type.dimension]);
  if ('words' in type) return { kind: 'choice', words: type.words };
  if ('component' in type) return { kind: 'componentOf', componentKind: type.component };
  return 'sizes' in type ? plain : undefined;
}

const ofDimension = (dimension: Dimension): Type => ({ kind: 'quantity', dimension });
const plain = ofDimension(dimensions.count);

const known = (type: Type | undefined): Type | undefined =>
  type?.kind === 'error' || type?.kind === 'word' ? undefined : type;

const typeOfDeclarationOrNone = (parameter: ast.Parameter | undefined): Type | undefined =>
  parameter && typeOfDeclaration(parameter);

function expectedArgument(call: ast.Call): Type | undefined {
  const called = functions.get(call.function);
  const result = expectedType(call);
  if (called?.rule === 'count') return plain;
  if (result?.kind !== 'quantity') return undefined;
  if (called?.rule === 'same') return result;
  return called?.rule === 'root'
    ? ofDimension(raise({ value: 1, dimension: result.dimension }, 2).dimension)
    : undefined;
}

/** What one side of an operator must be, where the result and the other side are known. */
function expectedOperand(owner: ast.Binary, node: ast.Expression): Type | undefined {
  const isLeft = node === owner.left;
  const [result, other] = [expectedType(owner), infer(isLeft ? owner.right : owner.left)];
  if (owner.operator === '^') return isLeft ? undefined : plain;
  if (owner.operator === '+' || owner.operator === '-') return result ?? known(other);
  if (result?.kind !== 'quantity' || other.kind !== 'quantity') return undefined;
  const [whole, part] = [result, other].map(({ dimension }) => ({ value: 1, dimension }));
  if (owner.operator !== '/') return ofDimension(divide(whole!, part!).dimension);
  return ofDimension((isLeft ? multiply(whole!, part!) : divide(part!, whole!)).dimension);
}
