import { type LangiumDocument, URI } from 'langium';
import type { Pim } from '../language/module.ts';
import { library } from './evaluation.ts';
import { longText } from './long-text.ts';
import { medianOf, type Row } from './row.ts';

/** What an editor asks for while one types and scrolls, near the end of a long file, in process. */
export async function requestRows(): Promise<Row[]> {
  const { pim, document } = await openFile();
  const complete = (text: string, letters: number) => medianOf(40, completion(pim, document, text, letters));
  const [part, value] = [await complete('× Converter', 2), await complete('power 6 mW', 6)];
  const hints = await medianOf(40, hintsOfScreen(pim, document));
  return [
    { what: `completion of a part, ${size}`, value: part, unit: 'ms', aim: 30 },
    { what: `completion of a value, ${size}`, value, unit: 'ms', aim: 30 },
    { what: `inlay hints of a screen, ${size}`, value: hints, unit: 'ms', aim: 10 },
  ];
}

const lines = 10_000;
const size = `${lines.toLocaleString('en-US')} lines`;

/** A file that has been elaborated, as after its diagnostics. */
async function openFile(): Promise<{ pim: Pim; document: LangiumDocument }> {
  const pim = await library();
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = pim.shared.workspace;
  const document = LangiumDocumentFactory.fromString(longText(lines), URI.parse('file:///bench.pim'));
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: true });
  return { pim, document };
}

/** Some letters into the last occurrence of a text. */
function completion(pim: Pim, document: LangiumDocument, text: string, letters: number) {
  const offset = document.textDocument.getText().lastIndexOf(text) + letters;
  const position = document.textDocument.positionAt(offset);
  const params = { textDocument: { uri: document.uri.toString() }, position };
  return async () => pim.language.lsp.CompletionProvider!.getCompletion(document, params);
}

/** Sixty lines. */
function hintsOfScreen(pim: Pim, document: LangiumDocument) {
  const last = document.textDocument.lineCount;
  const range = { start: { line: last - 60, character: 0 }, end: { line: last, character: 0 } };
  const params = { textDocument: { uri: document.uri.toString() }, range };
  return async () => pim.language.lsp.InlayHintProvider!.getInlayHints(document, params);
}
