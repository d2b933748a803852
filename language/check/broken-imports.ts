import type { LangiumDocument, LangiumDocuments } from 'langium';
import type * as ast from '../generated/ast.ts';
import { importablePaths, importedDocuments } from '../scope/imports.ts';
import { nearest } from '../syntax/spelling.ts';

/** An import that finds nothing, and the path that was probably meant. */
export interface BrokenImport {
  readonly node: ast.Import;
  readonly suggestion: string | undefined;
}

/** The imports of a file that find nothing. A syntax error may have taken a path away; that is another matter. */
export function brokenImports(
  document: LangiumDocument,
  documents: LangiumDocuments,
): readonly BrokenImport[] {
  const { imports } = document.parseResult.value as ast.Document;
  return imports
    .filter(({ path }) => path && importedDocuments(documents, document.uri, path).length === 0)
    .map(node => ({ node, suggestion: nearest(node.path, importablePaths(documents, document.uri)) }));
}

/** Whether a name is unknown only because an import is broken: once that is mended, so is the name. */
export function isBrokenWith(
  name: string,
  isKnownElsewhere: boolean,
  document: LangiumDocument,
  documents: LangiumDocuments,
): boolean {
  return brokenImports(document, documents).some(({ node, suggestion }) => {
    if (node.names.length > 0)
      return node.names.some(
        each => name === (each.name ?? each.target.$refText) || name === each.target.$refText,
      );
    if (suggestion === undefined) return !isKnownElsewhere;
    return importedDocuments(documents, document.uri, suggestion)
      .flatMap(found => (found.parseResult.value as ast.Document).declarations)
      .some(each => 'name' in each && each.name === name);
  });
}
