import { type LangiumDocument, type LangiumDocuments, UriUtils } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { importedDocuments, importedUris } from '../../scope/imports.ts';

/** Adds imports below the others, or at the top of the file with a blank line after them. */
export function importEdit(document: LangiumDocument, paths: readonly string[]): TextEdit {
  const last = rootOf(document).imports.findLast(({ $cstNode }) => $cstNode)?.$cstNode;
  const at = last?.range.end ?? { line: 0, character: 0 };
  const lines = paths.map(path => `import "${path}"`).join('\n');
  return { range: { start: at, end: at }, newText: last ? `\n${lines}` : `${lines}\n\n` };
}

/** Makes a definition known: one more name in an import that names some of its file, else an import of all of it. */
export function importNameEdit(document: LangiumDocument, name: string, path: string): TextEdit {
  const naming = rootOf(document).imports.find(each => each.path === path && each.names.length > 0);
  const at = naming?.names.at(-1)?.$cstNode?.range.end;
  return at ? { range: { start: at, end: at }, newText: `, ${name}` } : importEdit(document, [path]);
}

/** Which of some imports a file still needs: those that bring a file in which no import brings yet. */
export function missingImports(
  documents: LangiumDocuments,
  document: LangiumDocument,
  paths: readonly string[],
): string[] {
  const known = importedUris(documents, document.uri, rootOf(document));
  const brings = (path: string) => importedDocuments(documents, document.uri, path);
  return paths.filter(path =>
    brings(path).some(({ uri }) => !known.has(uri.toString()) && !UriUtils.equals(uri, document.uri)),
  );
}

const rootOf = (document: LangiumDocument) => document.parseResult.value as ast.Document;
