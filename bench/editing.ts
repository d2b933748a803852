import { DocumentState, type LangiumDocument, TextDocument, URI } from 'langium';
import { library } from './evaluation.ts';
import { longText } from './long-text.ts';
import { medianOf, type Row } from './row.ts';

/**
 * From an edit to its diagnostics, in process, beside what parsing and linking alone take of it. Changes a number in the
 * middle of a file of chips again and again.
 */
export async function editingRows(): Promise<Row[]> {
  const aims = new Map([
    [500, 10],
    [5000, 50],
    [10_000, undefined],
  ]);
  const rows: Row[] = [];
  for (const [lines, aim] of aims) {
    const { wholeMs, bareMs } = await editToDiagnostics(lines);
    const size = `${lines.toLocaleString('en-US')} lines`;
    rows.push(
      { what: `edit to diagnostics, ${size}`, value: wholeMs, unit: 'ms', ...(aim ? { aim } : {}) },
      { what: `  of it parsing and linking`, value: bareMs, unit: 'ms' },
      {
        what: `  whole ÷ parsing and linking`,
        value: wholeMs / bareMs,
        unit: '×',
        ...(aim ? {} : { aim: 2 }),
      },
    );
  }
  return rows;
}

async function editToDiagnostics(lines: number): Promise<{ wholeMs: number; bareMs: number }> {
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder, TextDocuments } = (await library())
    .shared.workspace;
  const uri = URI.parse('file:///bench.pim');
  const text = longText(lines);
  const place = text.indexOf('rate 128 / 100 ns', text.length / 2) + 'rate '.length;
  const document = LangiumDocumentFactory.fromString(text, uri);
  TextDocuments.set(document.textDocument);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: true });
  let version = 0;
  const edit = (validate: boolean) => {
    const { textDocument } = document;
    const range = { start: textDocument.positionAt(place), end: textDocument.positionAt(place + 3) };
    TextDocument.update(textDocument, [{ range, text: String(100 + (++version % 900)) }], version);
    DocumentBuilder.updateBuildOptions = { validation: validate };
    return DocumentBuilder.update([uri], []);
  };
  const bareMs = await medianOf(24, () => edit(false));
  const wholeMs = await medianOf(40, () => edit(true));
  mustBeClean(document);
  return { wholeMs, bareMs };
}

function mustBeClean({ state, diagnostics = [] }: LangiumDocument): void {
  const errors = diagnostics.filter(({ severity }) => severity === 1);
  if (state < DocumentState.Validated || errors.length > 0)
    throw new Error(`the benchmark's own file has problems: ${JSON.stringify(errors.slice(0, 3))}`);
}
