import { AstUtils } from 'langium';
import { description, dotProductOf, placedComponents, strategies } from '../../../simulator/index.ts';
import { type Parameter, type Quantity, formatAs, formatQuantity } from '../../../simulator/units/index.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import { evaluateExpression } from '../../elaborate/expression.ts';
import { defaultsAround } from '../../elaborate/defaults-around.ts';
import type { Environment } from '../../elaborate/value.ts';
import * as ast from '../../generated/ast.ts';
import { kindOf, parameterOf, parametersOf } from '../../types/schema.ts';
import { code, documentationText, paragraphs, parameterText } from '../describe.ts';
import { chipsOf } from './chips.ts';

/** A property: its value and how it is worked out, what may stand there, and where the number comes from. */
export function propertyText(property: ast.Property, elaborations: Elaborations): string {
  const parameter = parameterOf(property);
  if (!parameter) return '';
  return paragraphs(
    code(`${property.name} ${valueText(property.value, parameter, defaultsAround(property))}`.trim()),
    parameterText(parameter),
    neededBits(property, elaborations),
    documentationText(property) || ownerDocumentation(property),
  );
}

/** A parameter or constant: its value, and what it is for. */
export function declaredText(node: ast.Parameter | ast.Constant): string {
  const type = ast.isParameter(node) && node.type ? `: ${node.type}` : '';
  const value = node.value ? ` = ${valueText(node.value, undefined, defaultsAround(node))}` : '';
  const kind = ast.isParameter(node) ? `parameter of ${node.$container.name}` : 'constant';
  return paragraphs(code(`${node.name}${type}${value}`), kind, documentationText(node));
}

/** `EDRAM.power`: what a component's own text says. */
export function memberText(component: ast.Component, member: string): string {
  const property = component.body?.entries.find(
    (entry): entry is ast.Property => ast.isProperty(entry) && entry.name === member,
  );
  const parameter = parametersOf(component)?.[member];
  const value = property ? valueText(property.value, parameter, defaultsAround(property)) : '';
  return paragraphs(
    code(`${component.name}.${member} ${value}`.trim()),
    parameter ? parameterText(parameter) : '',
    documentationText(component),
  );
}

/** `16 mW / 8 = 2 mW`, or what was written when it is a value already. */
function valueText(
  expression: ast.Expression | undefined,
  parameter: Parameter | undefined,
  environment: Environment,
): string {
  const written = expression?.$cstNode?.text.replace(/\s+/g, ' ') ?? '';
  if (!expression || (parameter && 'sizes' in parameter.type)) return written;
  const value = evaluateExpression(expression, environment);
  if (value?.kind !== 'quantity') return written;
  const shown = quantityText(value.quantity, parameter);
  return ast.isNumberLiteral(expression) || shown === written ? written : `${written} = ${shown}`;
}

/** The kind of the parameter decides between `8 bit` and `1 B`, `80 MHz` and `80,000,000/s`. */
function quantityText(quantity: Quantity, parameter: Parameter | undefined): string {
  if (parameter && 'dimension' in parameter.type)
    return formatAs(quantity.value, parameter.type.dimension, 4);
  return formatQuantity(quantity, 4);
}

function ownerDocumentation(property: ast.Property): string {
  const component = AstUtils.getContainerOfType(property, ast.isComponent);
  return component ? documentationText(component) : '';
}

/** Of a converter's resolution: the bits that the chips of the file need, and why. */
function neededBits(property: ast.Property, elaborations: Elaborations): string {
  if (property.name !== 'resolution') return '';
  const owner =
    AstUtils.getContainerOfType(property, ast.isComponent) ??
    AstUtils.getContainerOfType(property, ast.isPart)?.what?.ref;
  if (!ast.isComponent(owner) || !isConverter(owner)) return '';
  const users = chipsOf(AstUtils.getDocument(property), elaborations).filter(chip =>
    [...placedComponents(chip.root)].some(({ component }) => component.name === owner.name),
  );
  return users
    .map(chip => {
      const { name, dataflow, precision, array } = chip;
      const needed = strategies.get(dataflow)!.resolution(dotProductOf(chip));
      const rows = `${array.rows} rows of ${array.cellBits}-bit cells, driven ${formatAs(array.dacBits, 'bits')} at a time`;
      const why =
        dataflow === 'analog-accumulation' ? `outputs of ${formatAs(precision.outputBits, 'bits')}` : rows;
      return `${name} needs ${formatAs(needed, 'bits')} for \`${dataflow}\`: ${why}.`;
    })
    .join('\n\n');
}

const isConverter = (component: ast.Component): boolean =>
  description.components.get(kindOf(component) ?? '')?.category === 'converter';
