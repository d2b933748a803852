import { type AstNode, AstUtils, type LangiumDocument } from 'langium';

/**
 * What the names of a file stand for; undefined where the parser could not read all of it, because then a name may be
 * missing that is there.
 */
export function referredTo({ parseResult, references }: LangiumDocument): ReadonlySet<AstNode> | undefined {
  if (parseResult.parserErrors.length + parseResult.lexerErrors.length > 0) return undefined;
  return new Set(references.flatMap(reference => ('ref' in reference ? (reference.ref ?? []) : [])));
}

/** Addresses of the files whose names a file uses, under the same condition. */
export function referredFiles(document: LangiumDocument): ReadonlySet<string> | undefined {
  const targets = referredTo(document);
  return targets && new Set([...targets].map(target => AstUtils.getDocument(target).uri.toString()));
}
