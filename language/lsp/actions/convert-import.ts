import { AstUtils } from 'langium';
import { CodeActionKind } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { importedDocuments } from '../../scope/imports.ts';
import { visitReferences } from '../../syntax/visit.ts';
import type { Action, Offer, Site } from './action.ts';
import { referredTo } from './referred.ts';

/** An import of a whole file becomes one of the names that are used, and back. */
export const convertImport: Action = {
  name: 'convert-import',
  kind: `${CodeActionKind.RefactorRewrite}.import`,
  offer: (site): Offer[] => {
    const node = AstUtils.getContainerOfType(site.node, ast.isImport);
    if (!node?.path || !node.$cstNode) return [];
    return node.names.length === 0 ? toNames(node, site) : toWhole(node, site);
  },
};

function toNames(node: ast.Import, site: Site): Offer[] {
  const roots = rootsOf(node, site);
  // What an import names comes by that one.
  const named = new Set(
    site.root.imports.flatMap(({ names }) => names.map(each => each.name ?? each.target.$refText)),
  );
  const used = referredTo(site).filter(
    ({ name, target }) => roots.has(target.$container) && !named.has(name),
  );
  const names = [...new Set(used.map(({ name }) => name))].toSorted();
  if (names.length === 0) return [];
  return [
    {
      title:
        names.length === 1 ? `Import only \`${names[0]}\`` : `Import only the ${names.length} names used`,
      changes: () => [replaced(node, `import ${names.join(', ')} from "${node.path}"`)],
    },
  ];
}

function toWhole(node: ast.Import, site: Site): Offer[] {
  const isPlain = node.names.every(({ name, target }) => name === undefined && target.ref);
  if (!isPlain || wouldCapture(node, site)) return [];
  return [
    {
      title: `Import all of "${node.path}"`,
      changes: () => [replaced(node, `import "${node.path}"`)],
    },
  ];
}

/** Whether a name that means something else here, or nothing, would come to mean what the file exports. */
function wouldCapture(node: ast.Import, site: Site): boolean {
  const roots = rootsOf(node, site);
  const exported = new Set(
    [...roots].flatMap(root =>
      (root as ast.Document).declarations.flatMap(each => ('name' in each ? [each.name] : [])),
    ),
  );
  let captures = false;
  visitReferences(site.root, ({ container, reference }) => {
    if (ast.isImportedName(container) || ast.isArgument(container) || !('ref' in reference)) return;
    // A definition of the file itself, or of its blocks, stays nearer.
    const target = reference.ref;
    const isOwn = target !== undefined && AstUtils.getDocument(target) === site.document;
    if (exported.has(reference.$refText) && !isOwn && !(target && roots.has(target.$container)))
      captures = true;
  });
  return captures;
}

const rootsOf = ({ path }: ast.Import, { document, services }: Site): ReadonlySet<unknown> =>
  new Set(
    importedDocuments(services.shared.workspace.LangiumDocuments, document.uri, path).map(
      ({ parseResult }) => parseResult.value,
    ),
  );

const replaced = ({ $cstNode }: ast.Import, text: string) => ({
  offset: $cstNode!.offset,
  length: $cstNode!.length,
  text,
});
