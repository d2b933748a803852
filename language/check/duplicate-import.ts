import { AstUtils } from 'langium';
import type * as ast from '../generated/ast.ts';
import { importedDocuments } from '../scope/imports.ts';
import type { Check } from './check.ts';
import { removeImport, removeName } from './remove-import.ts';

export const duplicateImport: Check = {
  code: 'duplicate-import',
  severity: 'hint',
  doc: 'No import brings in only what others do already: the same file or name again, or one of a folder that is imported.',
  unnecessary: true,
  nodes: {
    Document: (root, report, { documents }) => {
      const document = AstUtils.getDocument(root);
      const imports = root.imports
        .filter(({ path, names }) => path && names.length === 0)
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

      const named = new Map<string, ast.ImportedName>();
      for (const name of root.imports.flatMap(({ names }) => names)) {
        const spelling = name.name ?? name.target.$refText;
        const first = named.get(spelling);
        if (first) report(nameFinding(name, spelling, first));
        else named.set(spelling, name);
      }

      function nameFinding(node: ast.ImportedName, spelling: string, first: ast.ImportedName) {
        const fix = removeName(node);
        return {
          message: `an import above brings in \`${spelling}\` already`,
          at: node,
          related: [{ message: 'imported here', at: first }],
          ...(fix ? { fix } : {}),
        };
      }

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
