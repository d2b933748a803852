import { type LangiumDocument, URI } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import type { TextChange } from '../../check/check.ts';
import { formatText, formattingEdits } from '../formatter.ts';
import type { Change } from './action.ts';
import { applied, composed } from './compose.ts';

/** Changes after which a text that was in its standard form still is. Of another text nothing more is touched. */
export function inStandardForm(
  document: LangiumDocument,
  changes: readonly Change[],
  services: LangiumServices,
): readonly Change[] {
  const text = document.textDocument.getText();
  if (formatText(document) !== text) return changes;
  const after = services.shared.workspace.LangiumDocumentFactory.fromString(
    applied(text, changes),
    URI.parse('file:///changed.pim'),
  );
  const edits = formattingEdits(after);
  if (edits.length === 0) return changes;
  const tidying = edits.map(({ range, newText }): TextChange => {
    const offset = after.textDocument.offsetAt(range.start);
    return { offset, length: after.textDocument.offsetAt(range.end) - offset, text: newText };
  });
  return composed(text.length, changes, tidying);
}
