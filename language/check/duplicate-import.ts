import { AstUtils } from 'langium';
import type * as ast from '../generated/ast.ts';
import { importedDocuments } from '../scope/imports.ts';
import type { Check } from './check.ts';
import { removeImport } from './remove-import.ts';

export const duplicateImport: Check = {
  code: 'duplicate-import',
  severity: 'hint',
  doc: 'No import brings in only what others do already: the same file again, or one of a folder that is imported.',
  unnecessary: true,
  nodes: {
    Document: (root, report, { documents }) => {
      const document = AstUtils.getDocument(root);
      const imports = root.imports
        .filter(({ path }) => path)
        .map(node => ({ node, files: new Set(importedDocuments(documents, document.uri, node.path)) }))
        .filter(({ files }) => files.size > 0);
      imports.forEach((one, index) => {
        const other = imports.find(
          (each, place) =>
            each !== one &&
            [...one.files].every(file => each.files.has(file)) &&
            // Of two that bring in the same, the second is too many.
            (each.files.size > one.files.size || place < index),
        );
        if (other) report(finding(one.node, other.node));
      });

      function finding(node: ast.Import, other: ast.Import) {
        const fix = removeImport(node, document);
        return {
          message: `"${node.path}" is imported already, by \`import "${other.path}"\``,
          at: node,
          related: [{ message: 'imported here', at: other }],
          ...(fix ? { fix } : {}),
        };
      }
    },
  },
};
