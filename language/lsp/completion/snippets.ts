import { CompletionItemKind } from 'vscode-languageserver-types';
import { type ComponentKind, description } from '../../../simulator/index.ts';
import * as ast from '../../generated/ast.ts';
import { type Draft, Placeholders, propertySnippet } from './draft.ts';
import { importEdit, missingImports } from './import-edit.ts';
import { rootOf, type Site } from './site.ts';

/**
 * Whole pieces of text to start from. They are made here and not in a file of snippets of the editor, because here they stand
 * only where a declaration may stand, bring the imports they need, follow the catalogue, and serve every editor.
 */
export function snippetDrafts(site: Site): Draft[] {
  const pieces = [
    completeChip,
    completeWorkload,
    question(site),
    ...[...description.components.values()].map(component),
  ];
  return pieces.map(piece => draftOf(piece, site));
}

interface Piece {
  readonly label: string;
  readonly doc: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function draftOf({ label, doc, text, imports }: Piece, { documents, document, start }: Site): Draft {
  const missing = missingImports(documents, document, imports);
  const draft = { label, doc, kind: CompletionItemKind.Snippet, detail: 'complete', snippet: true, rank: 4 };
  if (missing.length === 0) return { ...draft, text };
  // At the very top, imports would be added where the cursor is, so they are a part of the text.
  if (document.textDocument.getText().slice(0, start).trim() === '')
    return { ...draft, text: `${missing.map(path => `import "${path}"\n`).join('')}\n${text}` };
  return { ...draft, text, additionalTextEdits: [importEdit(document, missing)] };
}

/** From the cells of an array to the chip, with components of the library. */
const completeChip: Piece = {
  label: 'chip, complete',
  doc: 'A chip of tiles with arrays, converters, buffer and router, ready to be evaluated.',
  imports: ['pim:devices/rram', 'pim:components'],
  text: `chip \${1:MyChip} {
  node      32 nm
  precision { inputs 8 bit, weights 8 bit, outputs 8 bit }
  dataflow  analog-accumulation

  tile Tile {
    \${2:64} × crossbar {
      size    128 × 128
      cell    RRAM
      weights differential
      read    100 ns
      1 × Array1Bit
      128 × DAC4Bit
      144 × AnalogSampleHold
      1 × NNSA
    }
    \${3:4} × NNADC
    1 × EDRAM
    1 × Bus
    1/4 × Router
    2 × Sigmoid
    1 × MaxPool
  }

  \${4:80} × Tile
}
$0`,
};

const completeWorkload: Piece = {
  label: 'workload, complete',
  doc: 'A small network of convolutions and a dense layer.',
  imports: [],
  text: `workload \${1:MyNetwork} {
  input \${2:3 × 32 × 32}
  conv  conv1 { outputs 32, kernel 3, padding same } → relu → maxpool 2
  conv  conv2 { outputs 64, kernel 3, padding same } → relu → maxpool 2
  dense fc { outputs \${3:10} }
}
$0`,
};

/** About the first chip and workload of the file, or else of the library. */
function question(site: Site): Piece {
  const { declarations } = rootOf(site);
  const chip = declarations.find(each => ast.isBlock(each) && isReady(each));
  const workload = declarations.find(each => ast.isWorkload(each) && each.name);
  const places = new Placeholders();
  const [ours, other] = [places.at(nameOf(chip) ?? 'NeuralPIM'), places.at('ISAACStyle')];
  const network = places.at(nameOf(workload) ?? 'AlexNet');
  const [source, claimed, area] = [places.at('paper, table'), places.at('2'), places.at('100 mm²')];
  return {
    label: 'evaluate, with claim and expect',
    doc: 'Two chips on a network, a published number beside ours, and what must hold.',
    imports: ['pim:chips', ...(workload ? [] : ['pim:networks'])],
    text: `evaluate ${ours}, ${other} on ${network} {
  normalise area to $1

  /** Source: ${source}. */
  claim  $1.energyEfficiency / $2.energyEfficiency = ${claimed}
  expect $1.area < ${area}
}
$0`,
  };
}

const isReady = ({ level, name, parameters }: ast.Block): boolean =>
  level === 'chip' && !!name && parameters.every(({ value }) => value);

const nameOf = (node: ast.Declaration | undefined): string | undefined =>
  node && 'name' in node ? node.name : undefined;

/** What it must state, and what tables in papers print: how often it acts, its power and its area. */
function component({ kind, doc, parameters }: ComponentKind): Piece {
  const places = new Placeholders();
  const name = places.at(nameFor(kind));
  const lines = Object.entries(parameters)
    .filter(([property, parameter]) => parameter.required === true || printed.includes(property))
    .map(([property, parameter]) => `  ${propertySnippet(property, parameter, places)}\n`);
  return {
    label: `component ${kind}`,
    doc,
    imports: [],
    text: `/** ${places.at('What it is')}.
 *  Source: ${places.at('paper, table')}. */
component ${name} : ${kind} {
${lines.join('')}}
$0`,
  };
}

const printed: readonly string[] = ['rate', 'power', 'area'];

/** `sar-adc` → `MySarAdc`. */
const nameFor = (kind: string): string =>
  `My${kind
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`;
