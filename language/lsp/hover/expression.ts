import type { Parameter } from '../../../simulator/units/index.ts';
import { evaluateExpression } from '../../elaborate/expression.ts';
import { defaultsAround } from '../../elaborate/defaults-around.ts';
import * as ast from '../../generated/ast.ts';
import { code, lines, paragraphs } from '../describe.ts';
import { type Derivation, derivationOf, type NamedValue, shownValue } from '../derivation.ts';
import { memberStatement } from '../navigation/in-force.ts';
import { whereText } from '../where.ts';

/** How an expression comes to its value, and what the names in it stand for. */
export function expressionText(expression: ast.Expression, parameter?: Parameter): string {
  return derivationText('', derivationOf(expression, defaultsAround(expression), parameter));
}

/** `power total / n = 6 mW / 4 = 1.5 mW`, and a line for each name. */
export function derivationText(before: string, { steps, names }: Derivation): string {
  return paragraphs(code(`${before} ${steps.join(' = ')}`.trim()), lines(...names.map(nameText)));
}

/** `` `n` = 4: parameter of A, default `` */
export function nameText({ reference, name, value }: NamedValue): string {
  return `\`${name}\` = ${value}: ${whatText(reference)}`;
}

function whatText(reference: ast.NameReference): string {
  const target = reference.target.ref;
  if (ast.isParameter(target)) return parameterText(target);
  if (ast.isConstant(target)) return ['constant', whereText(target, reference)].join(', ');
  const stated = ast.isComponent(target) && reference.member && memberStatement(target, reference.member);
  return stated ? `stated in ${whereText(stated, reference)}` : '';
}

/** A parameter says whether its default is in force: another value comes from the arguments after `extends`. */
function parameterText(parameter: ast.Parameter): string {
  const environment = defaultsAround(parameter.$container.body ?? parameter);
  const standard = parameter.value && evaluateExpression(parameter.value, environment);
  const current = environment.get(parameter);
  const isDefault = standard && current && shownValue(standard) === shownValue(current);
  return `parameter of ${parameter.$container.name}${isDefault ? ', default' : ''}`;
}
