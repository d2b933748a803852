import { spawnSync } from 'node:child_process';
import { EmptyFileSystem, URI } from 'langium';
import * as ast from '../language/generated/ast.ts';
import { readLibrary } from '../language/main/library-files.ts';
import { sensitivitiesOf } from '../language/main/sensitivities.ts';
import { askedByName, studiesOf } from '../language/main/studies.ts';
import { createPim, type Pim } from '../language/module.ts';
import { seenFrom } from '../language/scope/seen-from.ts';
import { evaluate } from '../simulator/index.ts';
import { median, type Row } from './row.ts';

/** Evaluations in process and as whole processes. */
export async function evaluationRows(): Promise<Row[]> {
  const pim = await library();
  return [
    { what: 'evaluate NeuralPIM on VGG16, warm, in process', value: warm(pim, 'VGG16'), unit: 'ms', aim: 1 },
    {
      what: 'evaluate NeuralPIM on ResNet50, warm, in process',
      value: warm(pim, 'ResNet50'),
      unit: 'ms',
      aim: 2,
    },
    { what: 'three chips on nine networks, warm, in process', value: wholeStudy(pim), unit: 'ms', aim: 100 },
    {
      what: 'what NeuralPIM on AlexNet depends on, in process',
      value: sensitivity(pim),
      unit: 'ms',
      aim: 500,
    },
    {
      what: 'three chips on nine networks, whole process',
      value: wholeProcess('pim:studies/neural-pim'),
      unit: 'ms',
      aim: 1000,
    },
    {
      what: 'pim evaluate NeuralPIM on VGG16, whole process',
      value: wholeProcess('--chip', 'NeuralPIM', '--workload', 'VGG16'),
      unit: 'ms',
      aim: 500,
    },
  ];
}

function warm(pim: Pim, name: string): number {
  const documents = pim.shared.workspace.LangiumDocuments;
  const named = <T extends { readonly name: string }>(all: readonly { readonly node: T }[], wanted: string) =>
    all.find(({ node }) => node.name === wanted)?.node;
  const block = named(seenFrom(documents, undefined, ast.isBlock), 'NeuralPIM');
  const network = named(seenFrom(documents, undefined, ast.isWorkload), name);
  const { chip } = pim.elaborations.chip(block!);
  const { workload } = pim.elaborations.workload(network!);
  for (let run = 0; run < 200; run++) evaluate(chip!, workload!);
  return median(200, () => void evaluate(chip!, workload!));
}

/** The comparison of the paper, elaborated once. */
function wholeStudy(pim: Pim): number {
  const document = pim.shared.workspace.LangiumDocuments.getDocument(
    URI.parse('pim:/studies/neural-pim.pim'),
  )!;
  const [asked] = studiesOf(pim, document);
  const evaluateAll = () => {
    for (const { chip } of asked!.study.chips)
      for (const workload of asked!.study.workloads) evaluate(chip, workload, asked!.study.placing);
  };
  for (let run = 0; run < 5; run++) evaluateAll();
  return median(20, evaluateAll);
}

/** One metric against every number of the text. */
function sensitivity(pim: Pim): number {
  const documents = pim.shared.workspace.LangiumDocuments;
  const chips = seenFrom(documents, undefined, ast.isBlock).filter(({ node }) => node.name === 'NeuralPIM');
  const networks = seenFrom(documents, undefined, ast.isWorkload).filter(
    ({ node }) => node.name === 'AlexNet',
  );
  const [asked] = askedByName(
    pim,
    chips.map(({ node }) => node),
    networks.map(({ node }) => node),
  );
  return median(5, () => {
    const steps = sensitivitiesOf(asked!, ['energyEfficiency']);
    while (!steps.next().done);
  });
}

function wholeProcess(...asked: string[]): number {
  const args = ['out/main/cli.cjs', 'evaluate', ...asked, '--format', 'json'];
  run(args);
  return median(10, () => run(args));
}

/** Runs a program under the Node that runs this one, and minds that it succeeds. */
export function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
}

export async function library(): Promise<Pim> {
  const pim = createPim(EmptyFileSystem, readLibrary());
  await pim.shared.workspace.WorkspaceManager.initializeWorkspace([]);
  return pim;
}
