import { AstUtils } from 'langium';
import type * as ast from '../generated/ast.ts';
import { importedDocuments } from '../scope/imports.ts';
import type { Check } from './check.ts';
import { filesOf, usesIn } from './references.ts';
import { removeImport, removeName } from './remove-import.ts';

export const unusedImport: Check = {
  code: 'unused-import',
  severity: 'hint',
  doc: 'Something of each import is used, and every name that one brings in.',
  unnecessary: true,
  nodes: {
    Document: (root, report, { documents }) => {
      const document = AstUtils.getDocument(root);
      const uses = root.imports.length > 0 && usesIn(document);
      if (!uses) return;
      const files = filesOf(uses);
      const spellings = new Set(uses.map(({ spelling }) => spelling));
      const isUnused = ({ target, name = target.$refText }: ast.ImportedName) => !spellings.has(name);
      for (const node of root.imports) {
        const found = node.path ? importedDocuments(documents, document.uri, node.path) : [];
        // An import that finds nothing, or that stands here twice, is complained about as such.
        if (found.length === 0 || (node.names.length === 0 && isRepeated(node, root))) continue;
        // A name that is not there is complained about as such.
        const unused = node.names.filter(each => each.target.ref && isUnused(each));
        if (
          node.names.length === 0 ? found.some(({ uri }) => files.has(uri.toString())) : unused.length === 0
        )
          continue;
        if (unused.length === node.names.length) {
          const fix = removeImport(node, document);
          report({ message: `nothing of "${node.path}" is used here`, at: node, ...(fix ? { fix } : {}) });
        } else
          for (const name of unused) {
            const fix = removeName(name);
            report({
              message: `\`${name.name ?? name.target.$refText}\` is not used here`,
              at: name,
              ...(fix ? { fix } : {}),
            });
          }
      }
    },
  },
};

const isRepeated = (node: ast.Import, { imports }: ast.Document): boolean =>
  imports.find(({ path, names }) => path === node.path && names.length === 0) !== node;
