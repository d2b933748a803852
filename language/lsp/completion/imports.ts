import { type AstNode, AstUtils, type LangiumDocument, UriUtils } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { isLibrary } from '../../library/address.ts';
import { canImport, importPath } from '../../scope/imports.ts';
import { summaryText } from '../describe.ts';
import type { Draft } from './draft.ts';
import { nodeAt, nodeBefore, rootOf, type Site } from './site.ts';

/**
 * Everything that can be imported and is not yet: files and folders of the library and of the workspace, whichever of its
 * folders they lie in. Behind names, where some files define all of these, only they.
 */
export function importDrafts(site: Site, quote = ''): Draft[] {
  const { document, documents } = site;
  const files = documents.all
    .filter(({ uri }) => !UriUtils.equals(uri, document.uri) && canImport(document.uri, uri))
    .toArray();
  const wanted = namedBefore(site).map(({ target }) => target.$refText);
  const defining = files.filter(file => wanted.every(name => namesIn(file).includes(name)));
  const paths = (defining.length > 0 ? defining : files).map(file => ({
    file,
    path: importPath(document.uri, file.uri),
  }));
  const folders = new Set(paths.flatMap(({ path }) => /^(.*[^./][^/]*)\/[^/]*$/.exec(path)?.[1] ?? []));
  const imported = new Set(rootOf(site).imports.map(({ path }) => path));
  return [
    ...paths.map(
      ({ file, path }): Draft => ({
        label: path,
        kind: CompletionItemKind.File,
        detail: namesIn(file).join(', '),
        doc: () => contentsOf(file),
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
        doc: () =>
          paths
            .filter(each => each.path.startsWith(`${path}/`))
            .map(each => `- \`${each.path}\``)
            .join('\n'),
        rank: 6,
        text: quote + path + quote,
      }),
    ),
  ];
}

/** `import ADC from "pim:components/isaac-32nm"`: one definition by its name, with the file it is in. */
export function namedImportDrafts(site: Site): Draft[] {
  const types = [ast.Component.$type, ast.Block.$type, ast.Workload.$type, ast.Constant.$type];
  const known = site.names.inScope(rootOf(site), ast.NameReference.$type, 'target');
  return site.names.importable(site.document, types, known).map(({ name, node, path }) => ({
    ...site.names.draft({ name, node }, site.document),
    detail: `from "${path}"`,
    text: `${name} from "${path}"`,
    rank: 7,
  }));
}

/** What the file exports that the import ends with, less what the import names already. */
export function importedNameDrafts(site: Site): Draft[] {
  const node = importBefore(site);
  const path = node?.path ?? /^[^"\n]*\bfrom\s+"([^"\n]*)"/.exec(site.after)?.[1];
  if (path === undefined) return [];
  const by = { $type: ast.Import.$type, $container: nodeAt(-1, site), path };
  const name: AstNode = { $type: ast.ImportedName.$type, $container: by };
  const named = new Set(
    namedBefore(site)
      .filter(({ $cstNode }) => $cstNode?.offset !== site.start)
      .map(({ target }) => target.$refText),
  );
  return site.names
    .inReference(name, 'target')
    .filter(({ name }) => !named.has(name))
    .map(found => site.names.draft(found, site.document));
}

/** The import that is being written. */
const importBefore = (site: Site): ast.Import | undefined =>
  AstUtils.getContainerOfType(nodeBefore(site), ast.isImport);

const namedBefore = (site: Site): readonly ast.ImportedName[] => importBefore(site)?.names ?? [];

/** What a file defines, or asks where it defines nothing. */
function contentsOf(file: LangiumDocument): string {
  const { declarations } = file.parseResult.value as ast.Document;
  return declarations
    .slice(0, definitionsShown)
    .map(each =>
      'name' in each ? `- \`${each.name}\`: ${summaryText(each).split('\n')[0]}` : `- ${askedBy(each)}`,
    )
    .join('\n');
}

const askedBy = ({ $cstNode }: ast.Evaluation): string => `\`${$cstNode?.text.split('{')[0]!.trim()}\``;

const definitionsShown = 12;

/** What others can import of a file. */
const namesIn = (file: LangiumDocument): string[] =>
  (file.parseResult.value as ast.Document).declarations.flatMap(each =>
    'name' in each && !each.private ? [each.name] : [],
  );
