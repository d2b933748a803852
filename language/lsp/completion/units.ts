import { CompletionItemKind } from 'vscode-languageserver-types';
import {
  type Dimension,
  dimensionName,
  inUnit,
  type ParameterType,
  type Quantity,
  sameDimension,
  scaleFor,
  findUnit,
  type Unit,
  units,
} from '../../../simulator/units/index.ts';
import { defaultsAround } from '../../elaborate/defaults-around.ts';
import { isWithin } from '../../elaborate/inherit.ts';
import { evaluateQuantity } from '../../elaborate/expression.ts';
import { emptyEnvironment, quantityValue } from '../../elaborate/value.ts';
import * as ast from '../../generated/ast.ts';
import { parameterOfArgument } from '../../syntax/arguments.ts';
import { expectedType, typeOfParameter } from '../../types/expected.ts';
import { parameterOf, schemaOf } from '../../types/schema.ts';
import { unitText } from '../describe.ts';
import type { Draft } from './draft.ts';
import { bodyAt, nodeBefore, type Site } from './site.ts';

/** The units a number may have where it stands; all, where nothing is said about it. */
export function unitDrafts(site: Site, owner: number, property: string | undefined): Draft[] {
  const number = nodeBefore(site);
  if (!ast.isNumberLiteral(number)) return unitsOf(expectedBy(site, owner, property));
  if (ast.isCount(number.$container) || ast.isInput(number.$container)) return [];
  const type = expectedType(number);
  if (type && type.kind !== 'quantity') return [];
  return unitsOf(type?.dimension, unit => mayBe(number, inUnit(number.value, unit)));
}

/** Whether what a number is given to allows the value; anything may be part of a calculation. */
function mayBe(number: ast.NumberLiteral, quantity: Quantity): boolean {
  const { $container: owner } = number;
  if (ast.isRange(owner)) return goesUp(owner, number, quantity);
  if (ast.isProperty(owner)) {
    const parameter = parameterOf(owner);
    return !parameter || allows(parameter.type, quantity.value);
  }
  const parameter = ast.isArgument(owner) ? parameterOfArgument(owner) : owner;
  if (!ast.isParameter(parameter) || !parameter.domain) return true;
  return isWithin(quantityValue(quantity), parameter.domain, defaultsAround(parameter.domain));
}

/** Where a text could not be read as far as its number, the property before it tells. */
function expectedBy(site: Site, owner: number, property: string | undefined): Dimension | undefined {
  const body = bodyAt(owner, site);
  const parameter = body && property !== undefined ? schemaOf(body)?.[property] : undefined;
  const type = parameter && typeOfParameter(parameter);
  return type?.kind === 'quantity' ? type.dimension : undefined;
}

/** Whether a range still leads from its beginning to its end. */
function goesUp({ from, to, step }: ast.Range, number: ast.NumberLiteral, quantity: Quantity): boolean {
  const valueOf = (each: ast.Expression | undefined) =>
    each === number ? quantity.value : evaluateQuantity(each, emptyEnvironment)?.value;
  const [first, last, by = 0] = [valueOf(from), valueOf(to), valueOf(step)];
  return first === undefined || last === undefined || (first <= last && by <= last - first);
}

/** Whether a value may stand for a parameter. */
function allows(type: ParameterType, value: number): boolean {
  if (!('dimension' in type)) return false;
  const { min = -Infinity, max = Infinity, above = -Infinity, integer } = type;
  return value >= min && value <= max && value > above && (!integer || Number.isInteger(value));
}

/** Each unit once, in its usual spelling and the order of the table. */
function unitsOf(dimension: Dimension | undefined, fits: (unit: Unit) => boolean = () => true): Draft[] {
  const simple = [...units].flatMap(([spelling, unit]) => (spelling === unit.symbol ? [unit] : []));
  const alike = dimension ? simple.filter(unit => sameDimension(unit.dimension, dimension)) : simple;
  const shown = dimension && alike.length === 0 ? compound(dimension) : alike;
  return shown.filter(fits).map((unit, index) => ({
    label: unit.symbol,
    kind: CompletionItemKind.Unit,
    detail: dimensionName(unit.dimension) ?? '',
    doc: () => unitText(unit),
    rank: index,
  }));
}

/** A density or an efficiency has no simple unit, but those it is usually shown in. */
function compound(dimension: Dimension): Unit[] {
  const symbols = new Set(usualMagnitudes.map(each => scaleFor([each], dimension).symbol));
  return [...symbols].flatMap(symbol => findUnit(symbol) ?? []);
}

/** Efficiencies and densities of chips are of this order in SI units. */
const usualMagnitudes = [1e12, 1e9];
