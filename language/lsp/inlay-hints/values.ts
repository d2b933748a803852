import type { InlayHint } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import type { Parameter } from '../../../simulator/units/index.ts';
import { defaultsAround } from '../../elaborate/defaults-around.ts';
import { parameterOfArgument } from '../../syntax/arguments.ts';
import { parameterOf } from '../../types/schema.ts';
import { comesTo } from '../derivation.ts';
import { countDerivation, countValue } from '../hover/count.ts';
import { expressionText } from '../hover/expression.ts';
import { hintAfter, type InlayHintKind, type Label } from './kind.ts';

export const values: InlayHintKind = {
  name: 'values',
  isOnByDefault: true,
  doc: 'What a calculation or a name comes to, with parameters on their defaults.',
  nodes: {
    Property: property => valueHint(property.value, parameterOf(property)),
    Constant: ({ value }) => valueHint(value),
    Parameter: ({ value }) => valueHint(value),
    Argument: argument => (parameterOfArgument(argument) ? valueHint(argument.value) : []),
    Part: countHint,
  },
};

function valueHint(expression: ast.Expression | undefined, parameter?: Parameter): readonly InlayHint[] {
  const text = expression && comesTo(expression, defaultsAround(expression), parameter);
  if (!text || !expression.$cstNode) return [];
  // What a name stands for is said where it is defined.
  const target = ast.isNameReference(expression) ? expression.target.ref : undefined;
  const label: Label = target ? ['= ', { text, target }] : [`= ${text}`];
  return [hintAfter(expression.$cstNode, label, expressionText(expression, parameter))];
}

/** A fraction of two numbers reads best as one. */
function countHint(part: ast.Part): readonly InlayHint[] {
  const { count } = part;
  const isFraction = count && count.factors.length <= 2 && count.factors.every(ast.isNumberLiteral);
  const text = isFraction ? undefined : countValue(part);
  return text && count.$cstNode ? [hintAfter(count.$cstNode, [`= ${text}`], countDerivation(part))] : [];
}
