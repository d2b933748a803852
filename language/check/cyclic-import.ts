import { AstUtils, type LangiumDocument, type LangiumDocuments } from 'langium';
import type * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/address.ts';
import { importedDocuments, importedFile, importPath } from '../scope/imports.ts';
import type { Check } from './check.ts';

export const cyclicImport: Check = {
  code: 'cyclic-import',
  severity: 'info',
  doc: 'Files that import each other work, and are easier to follow where what they share stands in a file of its own.',
  nodes: {
    Import: (node, report, { documents }) => {
      const home = AstUtils.getDocument(node);
      // A syntax error took the path away.
      if (!node.path) return;
      if (importedFile(documents, home.uri, node.path) === home) {
        report({ message: 'this file imports itself', at: node, property: 'path' });
        return;
      }
      const way = wayBack(node, home, documents);
      if (!way) return;
      report({
        message: `${circleText(way, home)}; what they share could stand in a file of its own`,
        at: node,
        property: 'path',
        related: [{ message: 'this import leads back', at: way.at(-1)!.by }],
      });
    },
  },
};

/** A file on the way, and the import in it that leads on. */
interface Step {
  readonly document: LangiumDocument;
  readonly by: ast.Import;
}

/** The shortest way from what an import brings in back to the file it stands in, or undefined. */
function wayBack(
  start: ast.Import,
  home: LangiumDocument,
  documents: LangiumDocuments,
): readonly Step[] | undefined {
  const seen = new Set([home]);
  const ways: { readonly at: LangiumDocument; readonly way: readonly Step[] }[] = [];
  const goOn = (node: ast.Import, from: LangiumDocument, way: readonly Step[]) => {
    for (const at of importedDocuments(documents, from.uri, node.path)) {
      // The library imports nothing but itself.
      if (seen.has(at) || isLibrary(at.uri)) continue;
      seen.add(at);
      ways.push({ at, way });
    }
  };
  goOn(start, home, []);
  // Grows while it is walked, and so by ever longer ways.
  for (const { at, way } of ways)
    for (const by of (at.parseResult.value as ast.Document).imports.filter(({ path }) => path)) {
      const further = [...way, { document: at, by }];
      if (importedDocuments(documents, at.uri, by.path).includes(home)) return further;
      goOn(by, at, further);
    }
  return undefined;
}

/** `"a" imports "b", which imports this file again` */
function circleText(way: readonly Step[], home: LangiumDocument): string {
  const [first, ...others] = way.map(({ document }) => `"${importPath(home.uri, document.uri)}"`);
  if (others.length === 0) return `${first} imports this file in turn`;
  return `${first} imports ${[...others, 'this file again'].join(', which imports ')}`;
}
