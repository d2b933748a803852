import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.ts';
import { visitReferences } from '../syntax/visit.ts';

/**
 * What the names of a file stand for, those of its imports left out; undefined where the parser could not read all of it,
 * because then a name may be missing that is there.
 */
export function referredTo(document: LangiumDocument): ReadonlySet<AstNode> | undefined {
  const uses = usesIn(document);
  return uses && new Set(uses.map(({ target }) => target));
}

/** A name in a file, as it is spelt there, and what it stands for. */
export interface Use {
  readonly spelling: string;
  readonly target: AstNode;
}

/** Every use of a name, under the same condition. */
export function usesIn(document: LangiumDocument): readonly Use[] | undefined {
  const { parserErrors, lexerErrors, value } = document.parseResult;
  if (parserErrors.length + lexerErrors.length > 0) return undefined;
  const uses: Use[] = [];
  visitReferences(value, ({ container, reference }) => {
    const target = 'ref' in reference ? reference.ref : undefined;
    if (target && !ast.isImportedName(container)) uses.push({ spelling: reference.$refText, target });
  });
  return uses;
}

/** Addresses of the files whose names are used. */
export const filesOf = (uses: readonly Use[]): ReadonlySet<string> =>
  new Set(uses.map(({ target }) => AstUtils.getDocument(target).uri.toString()));
