import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position } from 'vscode-languageserver/node';
import { longText, shortText } from './long-text.ts';
import { medianOf, type Row } from './row.ts';
import { type MeasuredServer, startServer } from './server-client.ts';

/** The server as an editor meets it: in one long file, among many files, and beside the YAML server on texts of equal size. */
export async function serverRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pim-bench-'));
  try {
    const [pim, yaml] = [await longPim(folder), await longYaml(folder)];
    return [
      ...rowsOf('pim', pim),
      ...rowsOf('YAML', yaml),
      ...ratios(pim, yaml),
      ...(await manyFiles(mkdtempSync(join(folder, 'many-')))),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const lines = 10_000;
const files = 2000;
const pimServer = ['out/main/cli.cjs', 'lsp', '--stdio'];
const yamlServer = ['node_modules/yaml-language-server/bin/yaml-language-server', '--stdio'];

interface Figures {
  readonly editMs: number;
  readonly completionMs: number;
  readonly hoverMs: number;
  readonly memoryMB: number;
}

const rowsOf = (name: string, { editMs, completionMs, hoverMs, memoryMB }: Figures): Row[] => [
  { what: `${name} server, 10,000 lines: edit to diagnostics`, value: editMs, unit: 'ms' },
  {
    what: `${name} server, 10,000 lines: completion`,
    value: completionMs,
    unit: 'ms',
    ...(name === 'pim' ? { aim: 30 } : {}),
  },
  { what: `${name} server, 10,000 lines: hover`, value: hoverMs, unit: 'ms' },
  { what: `${name} server, 10,000 lines: memory`, value: memoryMB, unit: 'MB' },
];

const ratios = (pim: Figures, yaml: Figures): Row[] => [
  { what: 'YAML ÷ pim: edit to diagnostics', value: yaml.editMs / pim.editMs, unit: '×', aim: 1 },
  { what: 'YAML ÷ pim: completion', value: yaml.completionMs / pim.completionMs, unit: '×', aim: 1 },
  { what: 'YAML ÷ pim: hover', value: yaml.hoverMs / pim.hoverMs, unit: '×', aim: 1 },
];

async function longPim(folder: string): Promise<Figures> {
  const server = await startServer(pimServer, 'pim', folder);
  const text = longText(lines);
  const at = positionOf(text, text.indexOf('rate 128', text.length / 2) + 'rate '.length);
  return figures(server, pathToFileURL(join(folder, 'long.pim')).toString(), text, at);
}

/** The same chips as YAML, with a schema that knows every property, its type and its range. */
async function longYaml(folder: string): Promise<Figures> {
  const schema = join(folder, 'schema.json');
  writeFileSync(schema, JSON.stringify(chipSchema()));
  const settings = {
    yaml: {
      schemas: { [pathToFileURL(schema).toString()]: '*.yaml' },
      completion: true,
      hover: true,
      validate: true,
    },
  };
  const server = await startServer(yamlServer, 'yaml', folder, settings);
  const text = yamlText(lines);
  const at = positionOf(text, text.indexOf('rate: 128', text.length / 2) + 'rate: '.length);
  return figures(server, pathToFileURL(join(folder, 'long.yaml')).toString(), text, at);
}

async function figures(server: MeasuredServer, uri: string, text: string, at: Position): Promise<Figures> {
  await server.open(uri, text);
  const editMs = await medianOf(16, run => server.edit(uri, at, 3, String(100 + run)));
  const name = { ...at, character: at.character - 4 };
  const completionMs = await medianOf(16, () => server.ask('textDocument/completion', uri, name));
  const hoverMs = await medianOf(16, () => server.ask('textDocument/hover', uri, name));
  const memoryMB = server.memoryMB();
  server.stop();
  return { editMs, completionMs, hoverMs, memoryMB };
}

/** A workspace of many files: of each twenty, one defines what the others import. */
async function manyFiles(folder: string): Promise<Row[]> {
  const base = (index: number) => index - (index % 20);
  const text = (index: number) =>
    index === base(index)
      ? shortText(index)
      : `import "file${base(index)}"\n${shortText(index)}\ncomponent Next${index} extends Converter${base(index)}\n`;
  for (let index = 0; index < files; index++) writeFileSync(join(folder, `file${index}.pim`), text(index));
  const middle = files / 2;
  const uri = pathToFileURL(join(folder, `file${middle}.pim`)).toString();
  const started = performance.now();
  const server = await startServer(pimServer, 'pim', folder);
  await server.open(uri, text(middle));
  const startMs = performance.now() - started;
  const rate = positionOf(text(middle), text(middle).indexOf('rate 128') + 'rate '.length);
  const own = positionOf(text(middle), text(middle).indexOf(`Converter${middle} `) + 1);
  const editMs = await medianOf(16, run => server.edit(uri, rate, 3, String(100 + run)));
  const completionMs = await medianOf(16, () =>
    server.ask('textDocument/completion', uri, { ...rate, character: rate.character - 4 }),
  );
  const renameMs = await medianOf(8, () =>
    server.ask('textDocument/rename', uri, own, { newName: 'Renamed' }),
  );
  const memoryMB = server.memoryMB();
  server.stop();
  return [
    { what: 'pim server, 2,000 files: start to first diagnostics', value: startMs, unit: 'ms', aim: 3000 },
    { what: 'pim server, 2,000 files: edit to diagnostics, 19 importers', value: editMs, unit: 'ms' },
    { what: 'pim server, 2,000 files: completion', value: completionMs, unit: 'ms', aim: 30 },
    { what: 'pim server, 2,000 files: rename', value: renameMs, unit: 'ms' },
    { what: 'pim server, 2,000 files: memory', value: memoryMB, unit: 'MB' },
  ];
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

function yamlText(count: number): string {
  const one = (index: number) => `  - name: NeuralPIM${index}
    node: 32 nm
    precision:
      inputs: 8
      weights: 8
      outputs: 8
    dataflow: analog-accumulation
    pipeline: coarse
    converter:
      resolution: 8
      rate: 128
      power: 1.5
      area: 0.0012
    tile:
      parts:
        - component: PE
          count: 4
        - component: EDRAM
          count: 0.66
        - component: Router
          count: 0.17
    crossbar:
      rows: 128
      columns: 128
      weights: differential
      read: 100
      parts:
        - component: DAC4Bit
          count: 128
        - component: NNSA
          count: 1
`;
  const copies = Math.ceil(count / one(0).split('\n').length);
  return `chips:\n${Array.from({ length: copies }, (_, index) => one(index)).join('')}`;
}

function chipSchema(): object {
  const number = { type: 'number', exclusiveMinimum: 0, description: 'A number above zero.' };
  const part = {
    type: 'object',
    required: ['component', 'count'],
    properties: { component: { type: 'string' }, count: number },
    additionalProperties: false,
  };
  const object = (properties: object) => ({
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  });
  const chip = object({
    name: { type: 'string' },
    node: { type: 'string', pattern: '^[0-9]+ nm$' },
    precision: object({ inputs: number, weights: number, outputs: number }),
    dataflow: { enum: ['digital-accumulation', 'analog-buffering', 'analog-accumulation'] },
    pipeline: { enum: ['coarse', 'fine'] },
    converter: object({ resolution: number, rate: number, power: number, area: number }),
    tile: object({ parts: { type: 'array', items: part } }),
    crossbar: object({
      rows: number,
      columns: number,
      weights: { enum: ['differential', 'offset'] },
      read: number,
      parts: { type: 'array', items: part },
    }),
  });
  return object({ chips: { type: 'array', items: chip } });
}
