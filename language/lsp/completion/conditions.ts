import { anyValues } from './expressions.ts';
import * as ast from '../../generated/ast.ts';
import { accepts } from '../../types/accepts.ts';
import { typeOfDeclaration } from '../../types/infer.ts';
import type { Type } from '../../types/type.ts';
import type { Draft } from './draft.ts';
import { parameterValues } from './parameters.ts';
import { bodyAt, nodeAt, type Site } from './site.ts';
import { typeAfter } from './type-after.ts';
import { functionDrafts } from './values.ts';
import { isValued, namesOf } from './values-of-type.ts';

/** What a condition may speak of: whatever has a value or is one of a few words. */
export function conditionNames(site: Site, owner: number): Draft[] {
  const other = comparedWith(site, owner);
  const names = namesOf(site, owner, undefined).filter(
    ({ node }) => isValued(node) && mayCompare(typeOfDeclaration(node), other),
  );
  return [...names.map(named => site.names.draft(named, site.document)), ...functionDrafts(other)];
}

/** The type of what stands after the operator already. */
function comparedWith(site: Site, owner: number): Type | undefined {
  const other = typeAfter(site.after);
  if (other?.kind !== 'word') return other;
  const named = site.names.find(other.word, bodyAt(owner, site) ?? nodeAt(owner, site));
  return named && isValued(named) ? typeOfDeclaration(named) : other;
}

function mayCompare(type: Type, other: Type | undefined): boolean {
  if (type.kind === 'choice')
    return (
      other === undefined ||
      other.kind === 'choice' ||
      (other.kind === 'word' && type.words.includes(other.word))
    );
  return (
    type.kind === 'quantity' && (other === undefined || (other.kind === 'quantity' && accepts(other, type)))
  );
}

/** Something of the type of a name: what may stand on the other side of a comparison. */
export function comparedValues(site: Site, owner: number, name: string): Draft[] {
  const found = site.names.find(name, bodyAt(owner, site) ?? nodeAt(owner, site));
  return ast.isParameter(found) ? parameterValues(site, owner, found) : anyValues(site, owner);
}
