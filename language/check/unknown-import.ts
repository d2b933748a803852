import { AstUtils } from 'langium';
import { isLibrary } from '../library/address.ts';
import { importedDocuments, importPath } from '../scope/imports.ts';
import type { Check } from './check.ts';
import { didYouMean, nearest, replaceFix } from './nearest.ts';

export const unknownImport: Check = {
  code: 'unknown-import',
  severity: 'error',
  doc: 'An import names a file of the library, such as "pim:chips/isaac", one beside this file, or a folder of either.',
  nodes: {
    Import: (node, report, { documents }) => {
      // A syntax error took the path away.
      if (!node.path) return;
      if (importedDocuments(documents, AstUtils.getDocument(node).uri, node.path).length > 0) return;
      const library = documents.all
        .filter(({ uri }) => isLibrary(uri))
        .map(({ uri }) => importPath(uri, uri))
        .toArray();
      const suggestion = nearest(node.path, library);
      report({
        message: `nothing is found at "${node.path}"${didYouMean(suggestion) || expected}`,
        at: node,
        property: 'path',
        ...replaceFix(node, 'path', suggestion && `"${suggestion}"`),
      });
    },
  },
};

const expected =
  '; expected a file or folder beside this one, or one of the library such as "pim:chips/isaac"';
