import { AstUtils, type AstNode } from 'langium';
import * as ast from '../../generated/ast.ts';
import { visitReferences } from '../../syntax/visit.ts';
import type { Site } from './action.ts';

/** A reference of a file to something of another one, by the name it is given here. Those of imports are left out. */
export interface Referred {
  readonly name: string;
  readonly target: AstNode;
}

export function referredTo({ root, document }: Pick<Site, 'root' | 'document'>): Referred[] {
  const found: Referred[] = [];
  visitReferences(root, ({ container, reference }) => {
    const target = 'ref' in reference ? reference.ref : undefined;
    if (target && !ast.isImportedName(container) && AstUtils.getDocument(target) !== document)
      found.push({ name: reference.$refText, target });
  });
  return found;
}

/** Addresses of the files something is used of. */
export const referredDocuments = (site: Site): ReadonlySet<string> =>
  new Set(referredTo(site).map(({ target }) => AstUtils.getDocument(target).uri.toString()));

/** Names of other files as they are used here. */
export const referredNames = (site: Site): ReadonlySet<string> =>
  new Set(referredTo(site).map(({ name }) => name));
