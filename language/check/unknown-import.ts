import { AstUtils } from 'langium';
import { importablePaths, importedDocuments } from '../scope/imports.ts';
import { nearest } from '../syntax/spelling.ts';
import type { Check } from './check.ts';
import { didYouMean, replaceFix } from './nearest.ts';

export const unknownImport: Check = {
  code: 'unknown-import',
  severity: 'error',
  doc: 'An import names a file of the library, such as "pim:chips/isaac", one beside this file, or a folder of either.',
  nodes: {
    Import: (node, report, { documents }) => {
      // A syntax error took the path away.
      if (!node.path) return;
      const { uri } = AstUtils.getDocument(node);
      if (importedDocuments(documents, uri, node.path).length > 0) return;
      const suggestion = nearest(node.path, importablePaths(documents, uri));
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
