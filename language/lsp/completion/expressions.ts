import type { Parameter } from '../../../simulator/units/index.ts';
import * as ast from '../../generated/ast.ts';
import { expectedType, typeOfParameter } from '../../types/expected.ts';
import { infer } from '../../types/infer.ts';
import { schemaOf } from '../../types/schema.ts';
import type { Draft } from './draft.ts';
import { bodyAt, nodeAt, type Site, typedName } from './site.ts';
import { exampleDraft, wordDrafts } from './values.ts';
import { valuesOfType } from './values-of-type.ts';

/** What may be the value of a property, or stand in the calculation of it. */
export function propertyValues(site: Site, owner: number, property: string, isWhole: boolean): Draft[] {
  const body = bodyAt(owner, site);
  const parameter = body && schemaOf(body)?.[property];
  return parameter ? valuesOf(site, owner, property, parameter, isWhole) : anyValues(site, owner);
}

/** What may be the value of something in the catalogue. */
function valuesOf(site: Site, owner: number, name: string, parameter: Parameter, isWhole: boolean): Draft[] {
  const { type } = parameter;
  if ('group' in type) return [];
  if (!isWhole) return anyValues(site, owner);
  const expected = typeOfParameter(parameter);
  const words = 'words' in type ? type.words : 'sizes' in type ? (type.or ?? []) : [];
  const example = 'dimension' in type || 'sizes' in type ? [exampleDraft(name, parameter)] : [];
  const drafts = [...wordDrafts(parameter, words), ...example];
  // One number is no answer where several are asked for.
  if ('sizes' in type && !type.sizes.includes(1)) return drafts;
  return [...drafts, ...valuesOfType(site, owner, expected)];
}

/** What may stand in a calculation, or where nothing is said about what is expected. */
export function anyValues(site: Site, owner: number, without?: string): Draft[] {
  const typed = typedName(site);
  return valuesOfType(site, owner, typed && expectedType(typed), without);
}

/** What may stand in a list beside what is there, or be an index. Words get their meaning from the list, so none is offered. */
export function itemValues(site: Site, owner: number): Draft[] {
  const list = nodeAt(owner, site);
  if (!ast.isList(list)) return anyValues(site, owner);
  const other = list.items.find(item => (item.$cstNode?.offset ?? site.start) !== site.start);
  const type = other && infer(ast.isRange(other) ? other.from : other);
  return type?.kind === 'word' ? [] : valuesOfType(site, owner, type ?? expectedType(list));
}
