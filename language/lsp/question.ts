import type { LangiumDocument, LangiumDocuments } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import { isReadyChip } from '../elaborate/evaluable.ts';
import { evaluationsOf } from '../elaborate/study.ts';
import * as ast from '../generated/ast.ts';
import { importPath } from '../scope/imports.ts';
import { type Seen, seenFrom } from '../scope/seen-from.ts';
import { importEdit, missingImports } from './completion/import-edit.ts';

/** A question about chips and workloads named by hand, as text for a file. */
export interface QuestionText {
  /** What makes the question a part of the file, its imports included. */
  readonly edits: readonly TextEdit[];
  /** The same as a file of its own, which imports what the names need. */
  readonly text: string;
  /** Position the new `evaluate` will have among those of the file. */
  readonly position: number;
}

/** `evaluate A, B on V, W` at the end of a file; without a file only the text of a new one. */
export function questionText(
  documents: LangiumDocuments,
  document: LangiumDocument | undefined,
  chips: readonly string[],
  workloads: readonly string[],
): QuestionText {
  const question = `evaluate ${chips.join(', ')} on ${workloads.join(', ')}\n`;
  const named = [
    ...chosen(seenFrom(documents, document, isReadyChip), chips),
    ...chosen(seenFrom(documents, document, ast.isWorkload), workloads),
  ].filter(({ from }) => from !== 'file');
  const paths = [
    ...new Set(named.map(seen => importPath(document?.uri ?? seen.document.uri, seen.document.uri))),
  ];
  const text = `${paths.map(path => `import "${path}"\n`).join('')}${paths.length > 0 ? '\n' : ''}${question}`;
  if (!document) return { edits: [], text, position: 0 };
  const missing = missingImports(documents, document, paths);
  const position = evaluationsOf(document).length;
  const { textDocument } = document;
  const end = textDocument.positionAt(textDocument.getText().length);
  const isEmpty = textDocument.getText().trim() === '';
  if (isEmpty) return { edits: [{ range: { start: end, end }, newText: text }], text, position };
  // A blank line before it, whatever the file ends in.
  const gap = ['\n\n', '\n', ''][
    Math.min(2, /\n*$/.exec(textDocument.getText().replaceAll('\r', ''))![0].length)
  ]!;
  return {
    edits: [
      ...(missing.length > 0 ? [importEdit(document, missing)] : []),
      { range: { start: end, end }, newText: gap + question },
    ],
    text,
    position,
  };
}

const chosen = <T extends ast.Block | ast.Workload>(all: readonly Seen<T>[], names: readonly string[]) =>
  names.flatMap(name => all.find(({ node }) => node.name === name) ?? []);
