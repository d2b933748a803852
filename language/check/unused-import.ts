import { AstUtils } from 'langium';
import { importedDocuments } from '../scope/imports.ts';
import type { Check } from './check.ts';
import { referredFiles } from './references.ts';
import { removeImport } from './remove-import.ts';

export const unusedImport: Check = {
  code: 'unused-import',
  severity: 'hint',
  doc: 'Something of each import is used.',
  unnecessary: true,
  nodes: {
    Document: (root, report, { documents }) => {
      const document = AstUtils.getDocument(root);
      const used = root.imports.length > 0 && referredFiles(document);
      if (!used) return;
      for (const node of root.imports) {
        const files = node.path ? importedDocuments(documents, document.uri, node.path) : [];
        // An import that finds nothing, or that stands here twice, is complained about as such.
        const again = root.imports.find(each => each.path === node.path) !== node;
        if (again || files.length === 0 || files.some(({ uri }) => used.has(uri.toString()))) continue;
        const fix = removeImport(node, document);
        report({ message: `nothing of "${node.path}" is used here`, at: node, ...(fix ? { fix } : {}) });
      }
    },
  },
};
