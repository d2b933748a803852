import { AstUtils, type AstNode, CstUtils } from 'langium';
import { CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { description, levels } from '../../../simulator/index.ts';
import { dimensions, type Parameters, sameDimension } from '../../../simulator/units/index.ts';
import * as ast from '../../generated/ast.ts';
import { exampleOf } from '../../types/example.ts';
import { infer } from '../../types/infer.ts';
import { ownerOf, parameterOf } from '../../types/schema.ts';
import type { Action, Change, Offer, Site } from './action.ts';
import { isUnknownName } from './import-name.ts';
import { definitionAround, indentAt, newlineOf, startWithComments } from './places.ts';

/** An unknown name gets a definition of what it is used as, with all that such a one must state. */
export const createDefinition: Action = {
  name: 'create-definition',
  kind: CodeActionKind.QuickFix,
  offer: (site): Offer[] =>
    site.diagnostics.filter(isUnknownName).flatMap(diagnostic =>
      draftsFor(diagnostic, site).map(
        ({ what, change }): Offer => ({
          title: `Create ${what}`,
          diagnostics: [diagnostic],
          changes: () => [change],
        }),
      ),
    ),
};

interface Draft {
  /** `component \`Buffer\`` */
  readonly what: string;
  readonly change: Change;
}

function draftsFor(diagnostic: Diagnostic, site: Site): Draft[] {
  const { document, root } = site;
  const name = document.textDocument.getText(diagnostic.range);
  const offset = document.textDocument.offsetAt(diagnostic.range.start);
  const node = root.$cstNode && CstUtils.findLeafNodeAtOffset(root.$cstNode, offset)?.astNode;
  const definition = node && definitionAround(node);
  if (!node || !definition || !/^[^\W\d][\w-]*$/.test(name)) return [];
  const top = (what: string, text: string): Draft => ({
    what: `${what} \`${name}\``,
    change: above(definition, text, site),
  });
  switch (node.$type) {
    case 'Part':
      return forPart(node as ast.Part, name, top, site);
    case 'Component':
      return [top('component', component(name, (node as ast.Component).kind ?? kindLike(name)))];
    case 'Block':
      return [top((node as ast.Block).level, block((node as ast.Block).level, name))];
    case 'ChipUse':
    case 'Normalise':
      return [top('chip', block('chip', name))];
    case 'Evaluation':
      return [top('workload', workload(name))];
    case 'NameReference':
      return forReference(node as ast.NameReference, name, top, site);
    default:
      return [];
  }
}

type Top = (what: string, text: string) => Draft;

/** A component of the kind its name reminds of, or a block of the next smaller level. */
function forPart(part: ast.Part, name: string, top: Top, site: Site): Draft[] {
  const level = levelOf(part);
  const below = levels[levels.indexOf(level) + 1];
  const parts = [top('component', component(name, kindLike(name)))];
  if (!below || part.body) return parts;
  const owner = AstUtils.getContainerOfType(part.$container, ast.isBlock);
  const inside = owner?.body.$cstNode ? within(part, block(below, name), site) : undefined;
  return [...parts, ...(inside ? [{ what: `${below} \`${name}\``, change: inside }] : [])];
}

function forReference(reference: ast.NameReference, name: string, top: Top, site: Site): Draft[] {
  if (ast.isEvaluation(AstUtils.getContainerOfType(reference, ast.isEvaluation)) && reference.member)
    return [];
  const wanted = wantedBy(reference);
  if (wanted && 'component' in wanted) return [top('component', component(name, wanted.component))];
  const value = wanted?.example ?? '1';
  const owner = AstUtils.getContainerOfType(
    reference,
    (node): node is ast.Block | ast.Component => ast.isBlock(node) || ast.isComponent(node),
  );
  const constant = top('constant', `constant ${name} = ${value}`);
  if (!owner || !ast.isDocument(owner.$container)) return [constant];
  const parameter = `${name}${wanted?.dimension ? `: ${wanted.dimension}` : ''} = ${value}`;
  return [
    constant,
    { what: `parameter \`${name}\` of ${owner.name}`, change: asParameter(owner, parameter, site) },
  ];
}

/** What stands where an expression is wanted: a component, or a quantity of a dimension. */
function wantedBy(
  reference: ast.NameReference,
): { readonly component: string } | { readonly example: string; readonly dimension?: string } | undefined {
  const owner = reference.$container;
  if (ast.isCount(owner)) return { example: '1', dimension: 'count' };
  const property = ast.isProperty(owner) ? owner : undefined;
  const parameter = property && parameterOf(property);
  if (parameter && 'component' in parameter.type) return { component: parameter.type.component };
  if (property && parameter && 'dimension' in parameter.type)
    return { example: exampleOf(property.name, parameter), dimension: parameter.type.dimension };
  // In a sum both sides measure the same.
  if (ast.isBinary(owner) && ['+', '-'].includes(owner.operator)) {
    const other = infer(owner.left === reference ? owner.right : owner.left);
    const dimension =
      other.kind === 'quantity'
        ? Object.entries(dimensions).find(([, each]) => sameDimension(each, other.dimension))?.[0]
        : undefined;
    if (dimension)
      return {
        example: exampleOf('', { doc: '', type: { dimension: dimension as keyof typeof dimensions } }),
        dimension,
      };
  }
  return undefined;
}

/** The kind of component whose name, without its hyphens, is part of the name; one that only costs where there is none. */
function kindLike(name: string): string {
  const letters = name.toLowerCase();
  const kinds = [...description.components.keys()].toSorted((a, b) => b.length - a.length);
  return kinds.find(kind => letters.includes(kind.replaceAll('-', ''))) ?? 'fixed';
}

function component(name: string, kind: string): string {
  const required = requiredOf(description.components.get(kind)?.parameters ?? {});
  return `component ${name} : ${kind} {\n${required.map(line => `  ${line}\n`).join('')}}`;
}

function block(level: ast.Level, name: string): string {
  const required = requiredOf(description.levels[level]);
  return `${level} ${name} {\n${required.map(line => `  ${line}\n`).join('')}}`;
}

const workload = (name: string): string =>
  `workload ${name} {\n  input 3 × 224 × 224\n  dense d1 { outputs 10 }\n}`;

const requiredOf = (parameters: Parameters): string[] =>
  Object.entries(parameters)
    .filter(([, parameter]) => parameter.required)
    .map(([key, parameter]) => `${key} ${exampleOf(key, parameter)}`);

function levelOf(part: ast.Part): ast.Level {
  const owner = ownerOf(part.$container);
  if (ast.isBlock(owner) || ast.isInlineBlock(owner)) return owner.level;
  return ast.isPart(owner) && ast.isBlock(owner.what?.ref) ? owner.what.ref.level : 'crossbar';
}

function above(definition: AstNode, text: string, { text: all }: Site): Change {
  const newline = newlineOf(all);
  const lines = text.replaceAll('\n', newline);
  const gap = ast.isConstant(definition) && text.startsWith('constant') ? newline : newline + newline;
  return { offset: startWithComments(definition), length: 0, text: `${lines}${gap}` };
}

/** A block inside the braces that the part stands in, above the part. */
function within(part: ast.Part, text: string, { text: all }: Site): Change {
  const at = startWithComments(part);
  const indent = indentAt(all, at);
  const newline = newlineOf(all);
  const isOwnLine = all.slice(all.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
  const lines = text.split('\n').join(`${newline}${indent}`);
  return { offset: at, length: 0, text: isOwnLine ? `${lines}${newline}${newline}${indent}` : `${lines} ` };
}

function asParameter(owner: ast.Block | ast.Component, text: string, { text: all }: Site): Change {
  const last = owner.parameters.at(-1)?.$cstNode;
  if (last) return { offset: last.end, length: 0, text: `, ${text}` };
  const { offset } = owner.$cstNode!;
  const head = new RegExp(`\\b${owner.name}\\b`).exec(all.slice(offset))!;
  const end = offset + head.index + owner.name.length;
  const isEmpty = /^\s*\(\s*\)/.exec(all.slice(end));
  return isEmpty
    ? { offset: end, length: isEmpty[0].length, text: `(${text})` }
    : { offset: end, length: 0, text: `(${text})` };
}
