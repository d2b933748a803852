import { AstUtils } from 'langium';
import type { Parameter } from '../../../simulator/units/index.ts';
import { domainText } from '../../elaborate/value-text.ts';
import { defaultsAround } from '../../elaborate/defaults-around.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import * as ast from '../../generated/ast.ts';
import { parameterOf, parametersOf } from '../../types/schema.ts';
import { code, documentationText, paragraphs, parameterText } from '../describe.ts';
import { comesTo, derivationOf } from '../derivation.ts';
import { memberStatement, statementsOf } from '../navigation/in-force.ts';
import { needsOf, needsText } from '../needed-bits.ts';
import { whereText } from '../where.ts';
import { derivationText } from './expression.ts';

/** A property: its value and how it is worked out, what it overrides, what may stand there, and where the number comes from. */
export function propertyText(property: ast.Property, elaborations: Elaborations): string {
  const parameter = parameterOf(property);
  if (!parameter) return '';
  return paragraphs(
    valueText(property.name, property.value, parameter),
    standingText(property),
    parameterText(parameter),
    needsText(needsOf(property, elaborations)),
    documentationText(property) || ownerDocumentation(property),
  );
}

/** A parameter or constant: its value, what it may be, and what it is for. */
export function declaredText(node: ast.Parameter | ast.Constant): string {
  const head = ast.isParameter(node) ? headOfParameter(node) : node.name;
  const value = node.value ? valueText(`${head} =`, node.value) : code(head);
  return paragraphs(value, ast.isParameter(node) ? roleText(node) : 'constant', documentationText(node));
}

/** `EDRAM.power`: what a component's own text says, and where. */
export function memberText(component: ast.Component, member: string, from: ast.NameReference): string {
  const stated = memberStatement(component, member);
  const parameter = parametersOf(component)?.[member];
  const name = `${component.name}.${member}`;
  return paragraphs(
    stated ? valueText(name, stated.value, parameter) : code(name),
    stated ? `Stated in ${whereText(stated, from)}.` : '',
    parameter ? parameterText(parameter) : '',
    (stated ? documentationText(stated) : '') || documentationText(component),
  );
}

function valueText(name: string, value: ast.Expression | undefined, parameter?: Parameter): string {
  if (!value) return code(name);
  return derivationText(name, derivationOf(value, defaultsAround(value), parameter));
}

const headOfParameter = ({ name, type, domain }: ast.Parameter): string =>
  [`${name}${type ? `: ${type}` : ''}`, ...(domain?.$cstNode ? [`in ${domain.$cstNode.text}`] : [])].join(
    ' ',
  );

/** `parameter of Driver: 1 bit to 4 bit, default 1 bit` */
export function roleText({ $container, domain, value }: ast.Parameter): string {
  const allowed = domain ? [domainText(domain)] : [];
  const standard = value?.$cstNode ? [`default ${value.$cstNode.text}`] : ['required'];
  return `parameter of ${$container.name}: ${[...allowed, ...standard].join(', ')}`;
}

/** What a property puts out of force, or is put out of force by. */
function standingText(property: ast.Property): string {
  const statements = statementsOf(property);
  const index = statements.indexOf(property);
  const winner = statements.at(-1);
  if (index < 0) return 'Not in force: the condition around it does not hold with the defaults.';
  if (winner !== property) return `Not in force: ${shortText(winner!, property)} wins.`;
  const before = statements[index - 1];
  return before ? `Overrides ${shortText(before, property)}.` : '';
}

/** `` `power 2 mW` of ADC (line 12) `` */
function shortText(property: ast.Property, from: ast.Property): string {
  const value =
    property.value &&
    (comesTo(property.value, defaultsAround(from), parameterOf(property)) ?? property.value.$cstNode?.text);
  const owner = AstUtils.getContainerOfType(property, isNamedOwner);
  const of = owner?.name ? ` of ${owner.name}` : '';
  return `\`${property.name} ${value ?? '{ … }'}\`${of} (${whereText(property, from)})`;
}

const isNamedOwner = (node: unknown): node is ast.Component | ast.Block | ast.InlineBlock =>
  ast.isComponent(node) || ast.isBlock(node) || ast.isInlineBlock(node);

function ownerDocumentation(property: ast.Property): string {
  const component = AstUtils.getContainerOfType(property, ast.isComponent);
  return component ? documentationText(component) : '';
}
