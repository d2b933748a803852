import { type LangiumDocument, TextDocument, URI } from 'langium';
import { replaceIndices } from 'langium/test';
import type { Position } from 'vscode-languageserver-types';
import type { Pim } from '../../language/module.ts';
import { filesIn, testPim } from './pim.ts';

/** An open file and the place `<|>` in it. */
export interface Cursor {
  readonly document: LangiumDocument;
  readonly position: Position;
  readonly pim: Pim;
}

/**
 * Opens files, hands over the one with `<|>` in it (else the first), and takes all away again. Nothing is validated:
 * what an editor does must not depend on it.
 */
export async function inEditor<Result>(
  marked: string,
  use: (cursor: Cursor) => Result | Promise<Result>,
): Promise<Result> {
  const pim = await testPim();
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder, TextDocuments } = pim.shared.workspace;
  const files = [...filesIn(marked)].map(([path, content]) => {
    const { output, indices } = replaceIndices({ text: content });
    return { document: LangiumDocumentFactory.fromString(output, URI.file(path)), offset: indices[0] };
  });
  const documents = files.map(({ document }) => document);
  for (const document of documents) LangiumDocuments.addDocument(document);
  try {
    await DocumentBuilder.build(documents, { validation: false });
    const { document, offset = 0 } = files.find(file => file.offset !== undefined) ?? files[0]!;
    return await use({ document, position: document.textDocument.positionAt(offset), pim });
  } finally {
    for (const { uri } of documents) TextDocuments.delete(uri.toString());
    await DocumentBuilder.update(
      [],
      documents.map(({ uri }) => uri),
    );
  }
}

/** Types a text in place of the first occurrence of another one, and waits until the editor knows what follows. */
export async function type({ document, pim }: Cursor, before: string, after: string): Promise<void> {
  const { TextDocuments, DocumentBuilder } = pim.shared.workspace;
  const { textDocument, uri } = document;
  const offset = textDocument.getText().indexOf(before);
  const range = {
    start: textDocument.positionAt(offset),
    end: textDocument.positionAt(offset + before.length),
  };
  TextDocuments.set(textDocument);
  TextDocument.update(textDocument, [{ range, text: after }], textDocument.version + 1);
  await DocumentBuilder.update([uri], []);
}

/** The parameters of a request about a place. */
export function at({ document, position }: Cursor) {
  return { textDocument: { uri: document.uri.toString() }, position };
}
