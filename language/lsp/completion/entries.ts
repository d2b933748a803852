import { AstUtils } from 'langium';
import type { Parameter, Parameters } from '../../../simulator/units/index.ts';
import * as ast from '../../generated/ast.ts';
import { accepts } from '../../types/accepts.ts';
import { typeOfParameter } from '../../types/expected.ts';
import { infer } from '../../types/infer.ts';
import { ownerOf, schemaOf } from '../../types/schema.ts';
import type { Type } from '../../types/type.ts';
import { type Draft, propertyDrafts } from './draft.ts';
import { levelAround } from './names.ts';
import { bodyAt, isOnLineOf, nodeAt, nodeBefore, type Site } from './site.ts';
import { typeAfter } from './type-after.ts';
import { bodyDrafts, inlineBlockDrafts, measureDrafts, statementDrafts } from './words.ts';

/** What may begin an entry of a body: properties that are not yet stated, and inside a block what it may define. */
export function entryDrafts(site: Site, owner: number): Draft[] {
  const body = bodyAt(owner, site);
  if (!body) return [];
  const around = ownerOf(body);
  const level = levelAround(body);
  const isBlock = ast.isBlock(around) || ast.isInlineBlock(around) || (ast.isPart(around) && level);
  const stated = statedIn(body, site);
  const schema = schemaOf(body) ?? {};
  const touched = body.entries.filter(ast.isProperty).find(property => isTouched(property, site));
  const type = touched?.value ? infer(touched.value) : typeAfter(site.after);
  const between = isOnLineOf(owner, site) ? ', ' : '\n';
  return [
    ...propertyDrafts(fitting(schema, type), stated, between, hasValueAfter(site)),
    ...(isBlock || ast.isComponent(around) ? bodyDrafts(parameterAround(body)) : []),
    ...(isBlock && level ? inlineBlockDrafts(level, 'block') : []),
  ];
}

/** What may begin a statement of an `evaluate`. */
export function questionEntries(site: Site, owner: number): Draft[] {
  const evaluation = AstUtils.getContainerOfType(nodeAt(owner, site), ast.isEvaluation);
  if (!evaluation) return statementDrafts(new Set(), undefined);
  const stated = new Set(
    evaluation.statements.filter(ast.isProperty).flatMap(each => (isTouched(each, site) ? [] : [each.name])),
  );
  return statementDrafts(stated, firstChip(evaluation));
}

/** What may follow `normalise`. */
export function measures(site: Site): Draft[] {
  const evaluation = AstUtils.getContainerOfType(nodeBefore(site), ast.isEvaluation);
  return measureDrafts(evaluation && firstChip(evaluation), site.after);
}

function firstChip({ chips: [first] }: ast.Evaluation): string | undefined {
  return first?.chip?.ref && first.chip.$refText;
}

/** Properties of a body besides the one being typed, which is offered again. */
function statedIn(body: ast.Body, site: Site): ReadonlySet<string> {
  return new Set(
    body.entries
      .filter(ast.isProperty)
      .filter(property => (property.value ?? property.body) !== undefined && !isTouched(property, site))
      .map(({ name }) => name),
  );
}

const isTouched = ({ $cstNode }: ast.Property, { start, offset }: Site): boolean =>
  $cstNode !== undefined && $cstNode.offset >= start && $cstNode.offset <= offset;

/** Of properties whose value is there already, those that could have it. */
function fitting(schema: Parameters, type: Type | undefined): Parameters {
  if (!type || type.kind === 'error') return schema;
  const isWord = type.kind === 'word' && Object.values(schema).some(each => hasWord(each, type.word));
  return Object.fromEntries(
    Object.entries(schema).filter(([, parameter]) => {
      const expected = typeOfParameter(parameter);
      // A word may also be the name of something that has a value.
      if (type.kind === 'word') return hasWord(parameter, type.word) || !isWord;
      return !!expected && accepts(expected, type);
    }),
  );
}

const hasWord = ({ type }: Parameter, word: string): boolean =>
  ('words' in type && type.words.includes(word)) || ('sizes' in type && (type.or?.includes(word) ?? false));

/** Whether a value follows already, so that only the name is to be replaced. */
const hasValueAfter = ({ after }: Site): boolean => /^[\w-]*[ \t]+[\w"({[]/.test(after);

/** A parameter that a condition could ask about. */
const parameterAround = (body: ast.Body): ast.Parameter | undefined =>
  AstUtils.getContainerOfType(body, hasParameters)?.parameters[0];

const hasParameters = (node: unknown): node is ast.Block | ast.Component =>
  (ast.isBlock(node) || ast.isComponent(node)) && node.parameters.length > 0;
