import { type LangiumDocument, type LangiumDocuments, UriUtils } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type * as ast from '../../generated/ast.ts';
import { isLibrary } from '../../library/address.ts';
import { canImport, importPath } from '../../scope/imports.ts';
import type { Draft } from './draft.ts';

/**
 * Everything that can be imported and is not yet: files and folders of the library and of the workspace, whichever of its
 * folders they lie in.
 */
export function importDrafts(documents: LangiumDocuments, document: LangiumDocument, quote = ''): Draft[] {
  const files = documents.all
    .filter(({ uri }) => !UriUtils.equals(uri, document.uri) && canImport(document.uri, uri))
    .toArray();
  const paths = files.map(file => ({ file, path: importPath(document.uri, file.uri) }));
  const folders = new Set(paths.flatMap(({ path }) => /^(.*[^./][^/]*)\/[^/]*$/.exec(path)?.[1] ?? []));
  const imported = new Set((document.parseResult.value as ast.Document).imports.map(({ path }) => path));
  return [
    ...paths.map(
      ({ file, path }): Draft => ({
        label: path,
        kind: CompletionItemKind.File,
        detail: declaredIn(file),
        // Files of one's own first.
        rank: imported.has(path) ? 9 : isLibrary(file.uri) ? 4 : 3,
        text: quote + path + quote,
      }),
    ),
    ...[...folders].map(
      (path): Draft => ({
        label: path,
        kind: CompletionItemKind.Folder,
        detail: 'everything in this folder',
        rank: 6,
        text: quote + path + quote,
      }),
    ),
  ];
}

function declaredIn(file: LangiumDocument): string {
  return (file.parseResult.value as ast.Document).declarations
    .flatMap(each => ('name' in each ? [each.name] : []))
    .join(', ');
}
