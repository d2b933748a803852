/**
 * How fast the main paths are: npm run bench.
 *
 * Every figure is a median, printed beside its aim and as a ratio to a yardstick measured in the same run (starting an empty
 * Node process, or sorting a fixed list), so that runs on different machines can be compared.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DocumentState, EmptyFileSystem, type LangiumDocument, TextDocument, URI } from 'langium';
import type { Block, Workload } from '../language/generated/ast.ts';
import { readLibrary } from '../language/main/library-files.ts';
import { declared, studiesOf } from '../language/main/studies.ts';
import { createPim, type Pim } from '../language/module.ts';
import * as ast from '../language/generated/ast.ts';
import { evaluate } from '../simulator/index.ts';

interface Row {
  readonly what: string;
  readonly ms: number;
  readonly aimMs: number;
  readonly yardstickMs: number;
}

const sortMs = median(30, () => sortFixedList());
const nodeMs = median(10, () => run(['-e', '0']));
const rows: Row[] = [
  {
    what: 'evaluate NeuralPIM on VGG16, warm, in process',
    ms: await warmEvaluation('VGG16'),
    aimMs: 1,
    yardstickMs: sortMs,
  },
  {
    what: 'evaluate NeuralPIM on ResNet50, warm, in process',
    ms: await warmEvaluation('ResNet50'),
    aimMs: 2,
    yardstickMs: sortMs,
  },
  {
    what: 'three chips on nine networks, warm, in process',
    ms: await wholeStudy(),
    aimMs: 100,
    yardstickMs: sortMs,
  },
  {
    what: 'three chips on nine networks, whole process',
    ms: wholeProcess('pim:studies/neural-pim'),
    aimMs: 1000,
    yardstickMs: nodeMs,
  },
  {
    what: 'pim evaluate NeuralPIM on VGG16, whole process',
    ms: wholeProcess('--chip', 'NeuralPIM', '--workload', 'VGG16'),
    aimMs: 500,
    yardstickMs: nodeMs,
  },
  {
    what: 'edit to diagnostics, 500 lines',
    ms: await editToDiagnostics(500),
    aimMs: 10,
    yardstickMs: sortMs,
  },
  {
    what: 'edit to diagnostics, 5,000 lines',
    ms: await editToDiagnostics(5000),
    aimMs: 50,
    yardstickMs: sortMs,
  },
  {
    what: 'completion of a part, 10,000 lines',
    ms: await completionOf('× Converter', 2),
    aimMs: 30,
    yardstickMs: sortMs,
  },
  {
    what: 'completion of a value, 10,000 lines',
    ms: await completionOf('power 6 mW', 6),
    aimMs: 30,
    yardstickMs: sortMs,
  },
  {
    what: 'inlay hints of a screen, 10,000 lines',
    ms: await hintsOfScreen(),
    aimMs: 10,
    yardstickMs: sortMs,
  },
];
print(rows);

async function warmEvaluation(name: string): Promise<number> {
  const pim = await library();
  const [block] = declared<Block>(pim, ast.isBlock, 'NeuralPIM');
  const [network] = declared<Workload>(pim, ast.isWorkload, name);
  const { chip } = pim.elaborations.chip(block!);
  const { workload } = pim.elaborations.workload(network!);
  for (let warm = 0; warm < 200; warm++) evaluate(chip!, workload!);
  return median(200, () => void evaluate(chip!, workload!));
}

/** The comparison of the paper, elaborated once. */
async function wholeStudy(): Promise<number> {
  const pim = await library();
  const document = pim.shared.workspace.LangiumDocuments.getDocument(
    URI.parse('pim:/studies/neural-pim.pim'),
  )!;
  const [study] = studiesOf(pim, document);
  const evaluateAll = () => {
    for (const { chip } of study!.chips)
      for (const workload of study!.workloads) evaluate(chip, workload, study!.placing);
  };
  for (let warm = 0; warm < 5; warm++) evaluateAll();
  return median(20, evaluateAll);
}

function wholeProcess(...asked: string[]): number {
  const args = ['out/main/cli.cjs', 'evaluate', ...asked, '--format', 'json'];
  run(args);
  return median(10, () => run(args));
}

/** Changes a number in the middle of a file of chips again and again, each time until its diagnostics are there. */
async function editToDiagnostics(lines: number): Promise<number> {
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder, TextDocuments } = (await library())
    .shared.workspace;
  const uri = URI.parse('file:///bench.pim');
  const text = fileOf(lines);
  const place = text.indexOf('rate 128 / 100 ns', text.length / 2) + 'rate '.length;
  const document = LangiumDocumentFactory.fromString(text, uri);
  TextDocuments.set(document.textDocument);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: true });
  const times: number[] = [];
  for (let edit = 0; edit < 40; edit++) {
    const started = performance.now();
    const { textDocument } = document;
    const range = { start: textDocument.positionAt(place), end: textDocument.positionAt(place + 3) };
    TextDocument.update(textDocument, [{ range, text: String(100 + edit) }], edit + 1);
    await DocumentBuilder.update([uri], []);
    times.push(performance.now() - started);
  }
  if (document.state < DocumentState.Validated || document.diagnostics?.length !== 0)
    throw new Error(
      `the benchmark's own file has problems: ${JSON.stringify(document.diagnostics?.slice(0, 3))}`,
    );
  // The first edits run code that is not compiled yet.
  return middle(times.slice(10));
}

/** Completes near the end of a long file, some letters into the last occurrence of a text. */
async function completionOf(text: string, letters: number): Promise<number> {
  const { pim, document } = await openFile(10_000);
  const offset = document.textDocument.getText().lastIndexOf(text) + letters;
  const position = document.textDocument.positionAt(offset);
  const params = { textDocument: { uri: document.uri.toString() }, position };
  return medianOf(() => pim.language.lsp.CompletionProvider!.getCompletion(document, params));
}

/** Hints of sixty lines near the end of a long file that has been elaborated, as after its diagnostics. */
async function hintsOfScreen(): Promise<number> {
  const { pim, document } = await openFile(10_000);
  const last = document.textDocument.lineCount;
  const range = { start: { line: last - 60, character: 0 }, end: { line: last, character: 0 } };
  const params = { textDocument: { uri: document.uri.toString() }, range };
  return medianOf(() => pim.language.lsp.InlayHintProvider!.getInlayHints(document, params));
}

async function openFile(lines: number): Promise<{ pim: Pim; document: LangiumDocument }> {
  const pim = await library();
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = pim.shared.workspace;
  const document = LangiumDocumentFactory.fromString(fileOf(lines), URI.parse('file:///bench.pim'));
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: true });
  return { pim, document };
}

async function medianOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 40; run++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  // The first runs are of code that is not compiled yet.
  return middle(times.slice(10));
}

/** Copies of the Neural-PIM chip and its parts under numbered names until there are enough lines. */
function fileOf(lines: number): string {
  const chip = readFileSync(new URL('../language/library/chips/neural-pim.pim', import.meta.url), 'utf8');
  const [, imports = '', body = ''] = /^((?:import .*\n)+)([\s\S]*)$/.exec(chip) ?? [];
  const count = Math.ceil(lines / (body.split('\n').length + 7));
  const copies = Array.from({ length: count }, (_, index) => {
    const own = `component Converter${index} : adc {\n  resolution 8 bit\n  rate 128 / 100 ns\n  power 6 mW / 4\n  area 0.0048 mm² / 4\n}\n`;
    return (
      own + body.replace('chip NeuralPIM', `chip NeuralPIM${index}`).replace('× NNADC', `× Converter${index}`)
    );
  });
  return imports + copies.join('\n');
}

async function library(): Promise<Pim> {
  const pim = createPim(EmptyFileSystem, readLibrary());
  await pim.shared.workspace.WorkspaceManager.initializeWorkspace([]);
  return pim;
}

function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
}

function sortFixedList(): void {
  const list = Float64Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 100_003);
  list.sort();
}

function median(times: number, work: () => void): number {
  return middle(
    Array.from({ length: times }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function print(all: readonly Row[]): void {
  console.log(
    `yardsticks: empty node process ${nodeMs.toFixed(1)} ms, sorting 100,000 numbers ${sortMs.toFixed(2)} ms\n`,
  );
  for (const { what, ms, aimMs, yardstickMs } of all) {
    const ratio = (ms / yardstickMs).toFixed(2).padStart(6);
    console.log(
      `${what.padEnd(50)} ${ms.toFixed(2).padStart(8)} ms   aim ${String(aimMs).padStart(4)} ms   ${ratio} × yardstick`,
    );
  }
}
