import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { Fix } from './check.ts';
import { removeFromList } from './remove-from-list.ts';

/** Takes an import away, with its line where nothing else stands on it. */
export function removeImport({ $cstNode }: ast.Import, { textDocument }: LangiumDocument): Fix | undefined {
  if (!$cstNode) return undefined;
  const text = textDocument.getText();
  const start = text.lastIndexOf('\n', $cstNode.offset - 1) + 1;
  const newline = text.indexOf('\n', $cstNode.end);
  const end = newline < 0 ? text.length : newline + 1;
  const alone =
    text.slice(start, $cstNode.offset).trim() === '' && text.slice($cstNode.end, end).trim() === '';
  const [offset, length] = alone ? [start, end - start] : [$cstNode.offset, $cstNode.length];
  return { title: 'Remove this import', edits: [{ offset, length, text: '' }] };
}

/** Takes one name out of those of an import, with the comma beside it. */
export function removeName(node: ast.ImportedName): Fix | undefined {
  const { names } = node.$container;
  const edit = removeFromList(
    names.map(({ $cstNode }) => $cstNode),
    names.indexOf(node),
  );
  const title = `Remove \`${node.name ?? node.target.$refText}\` from this import`;
  return edit && { title, edits: [edit] };
}
