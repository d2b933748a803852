import assert from 'node:assert/strict';
import { URI } from 'langium';
import type { Location, LocationLink, Position, Range } from 'vscode-languageserver-types';
import { type Cursor, inEditor } from './editor.ts';
import { filesIn } from './pim.ts';

/** A feature that goes from a place to others. */
export type Navigate = (cursor: Cursor) => Promise<readonly Target[]> | readonly Target[];

export interface Target {
  readonly uri: string;
  readonly range: Range;
  /** Written after the mark that opens: `<|read:…|>`. */
  readonly kind?: string;
}

/**
 * From the cursor `<|>` one gets to every place marked `<|…|>`, in whichever file, and to no other but those of the library,
 * which are listed as `pim:/components/isaac-32nm.pim ADC`.
 */
export async function expectTargets(
  marked: string,
  navigate: Navigate,
  ...ofLibrary: string[]
): Promise<void> {
  const { texts, library } = await inEditor(unmarked(marked), async cursor => {
    const targets = await navigate(cursor);
    const { LangiumDocuments } = cursor.pim.shared.workspace;
    return {
      texts: [...filesIn(unmarked(marked).replace('<|>', ''))].map(([path, text]): [string, string] => {
        const uri = URI.file(path).toString();
        return [
          path,
          withMarks(
            text,
            targets.filter(target => target.uri === uri),
          ),
        ];
      }),
      library: targets
        .filter(({ uri }) => uri.startsWith('pim:'))
        .map(({ uri, range }) =>
          `${uri} ${LangiumDocuments.getDocument(URI.parse(uri))!.textDocument.getText(range)}`.trim(),
        ),
    };
  });
  assert.deepEqual(
    { texts: new Map(texts), library },
    { texts: filesIn(marked.replace('<|>', '')), library: ofLibrary },
  );
}

/** Where links lead: to the names there. */
export const targetsOf = (links: readonly LocationLink[] | undefined): Target[] =>
  (links ?? []).map(({ targetUri, targetSelectionRange }) => ({
    uri: targetUri,
    range: targetSelectionRange,
  }));

export const placesOf = (locations: readonly Location[]): Target[] => [...locations];

/** The text without the marks of ranges; that of the cursor stays. */
const unmarked = (text: string): string =>
  text.replaceAll(/<\|(?!>)(\w+:)?/g, '').replaceAll(/(?<!<)\|>/g, '');

function withMarks(text: string, targets: readonly Target[]): string {
  const lines = text.split('\n');
  const offsetAt = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
  const marks = targets.map(({ range, kind }) => ({
    start: offsetAt(range.start),
    end: offsetAt(range.end),
    open: kind === undefined ? '<|' : `<|${kind}:`,
  }));
  return marks
    .sort((a, b) => b.start - a.start)
    .reduce(
      (marked, { start, end, open }) =>
        `${marked.slice(0, start)}${open}${marked.slice(start, end)}|>${marked.slice(end)}`,
      text,
    );
}
