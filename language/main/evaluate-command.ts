import { extname } from 'node:path';
import type { LangiumDocument } from 'langium';
import {
  mergeReports,
  type MetricName,
  metrics,
  type Progress,
  type Report,
  weightCount,
} from '../../simulator/index.ts';
import { didYouMean } from '../check/nearest.ts';
import { defaultWorkloads } from '../elaborate/evaluable.ts';
import * as ast from '../generated/ast.ts';
import type { Pim } from '../module.ts';
import { seenFrom } from '../scope/seen-from.ts';
import type { Asked } from './asked.ts';
import { nearest } from '../syntax/spelling.ts';
import { linesOf, misconfigured, problemsOf } from './check-command.ts';
import { progressBar } from './progress-bar.ts';
import { generator } from './product.ts';
import { reportCsv } from './report-csv.ts';
import { reportHtml } from './report-html.ts';
import { reportTable } from './report-table.ts';
import { askedByName, errorsOf, runStudies, studiesOf } from './studies.ts';
import { UsageError } from './usage-error.ts';
import { openWorkspace } from './workspace.ts';
import { writeText } from './write-text.ts';

export interface EvaluateOptions {
  readonly chip: readonly string[];
  readonly workload: readonly string[];
  readonly format?: Format;
  readonly out: readonly string[];
  /** Metrics whose dependence on every number is asked for. */
  readonly sensitivity?: readonly MetricName[];
}

type Format = 'table' | 'json' | 'csv' | 'html';

/** `pim evaluate [FILE]`: 0 done, 1 the file has errors or an expectation fails. */
export async function evaluateCommand(path: string | undefined, options: EvaluateOptions): Promise<number> {
  if (!path && options.chip.length === 0)
    throw new UsageError('name a file, or a chip of the library with --chip');
  const outputs = options.out.map(each => ({ path: each, format: options.format ?? formatOf(each) }));
  const { pim, documents, configurations } = await openWorkspace(path ? [path] : []);
  const [document] = documents;
  const broken = misconfigured(configurations);
  if (broken.length > 0) {
    process.stderr.write(`${broken.flatMap(linesOf).join('\n')}\n`);
    return 1;
  }
  if (document && errorsOf(document).length > 0) {
    process.stderr.write(`${linesOf({ path: path!, problems: problemsOf(document) }).join('\n')}\n`);
    return 1;
  }
  const studies = chosenStudies(pim, document, options).filter(({ study }) =>
    study.workloads.every(each => weightCount(each) > 0),
  );
  if (studies.length === 0)
    throw new UsageError(`"${path}" has nothing to evaluate: no chip and no \`evaluate … on …\``);

  const bar = progressBar(process.stderr);
  const before = (progress: Progress) => Promise.resolve(bar.show(progress));
  const reports = await runStudies(studies, generator, before, options.sensitivity);
  const report = mergeReports(reports)!;
  bar.clear();
  for (const { path: file, format } of outputs) {
    writeText(file, render(report, format));
    process.stderr.write(`wrote ${file}\n`);
  }
  // What went to a file in the chosen format need not fill the screen as well.
  if (outputs.length === 0 || !options.format)
    process.stdout.write(render(report, options.format ?? 'table'));
  return report.expectations.every(({ passed }) => passed) ? 0 : 1;
}

/** The metrics named so far and one more. Throws `UsageError` for a name that is none. */
export function metricNamed(name: string, before: readonly MetricName[] = []): MetricName[] {
  const known = Object.keys(metrics) as MetricName[];
  const metric = known.find(each => each === name);
  if (metric) return [...new Set([...before, metric])];
  const hint = didYouMean(nearest(name, known)) || `; known are ${known.join(', ')}`;
  throw new UsageError(`there is no metric "${name}"${hint}`);
}

/** What the file asks for, unless chips or workloads are named: then each named chip on each named workload. */
function chosenStudies(
  pim: Pim,
  document: LangiumDocument | undefined,
  { chip, workload }: EvaluateOptions,
): Asked[] {
  if (document && chip.length === 0 && workload.length === 0) return studiesOf(pim, document);
  const own = document ? (document.parseResult.value as ast.Document).declarations : [];
  const chips =
    chip.length > 0
      ? [...new Set(chip)].map(name => named(pim, isChip, name, document, 'chip'))
      : own.filter(isChip);
  const stated = own.filter(ast.isWorkload);
  const names = workload.length > 0 || stated.length > 0 ? workload : defaultWorkloads;
  const workloads =
    names.length > 0
      ? [...new Set(names)].map(name => named(pim, ast.isWorkload, name, document, 'workload'))
      : stated;
  return askedByName(pim, chips, workloads);
}

const isChip = (node: ast.Declaration): node is ast.Block => ast.isBlock(node) && node.level === 'chip';

function named<T extends ast.Block | ast.Workload>(
  pim: Pim,
  is: (node: ast.Declaration) => node is T,
  name: string,
  document: LangiumDocument | undefined,
  what: string,
): T {
  const seen = seenFrom(pim.shared.workspace.LangiumDocuments, document, is).map(({ node }) => node);
  const found = seen.find(node => node.name === name);
  if (found) {
    assertUsable(pim, found);
    return found;
  }
  const known = seen.map(node => node.name).sort();
  const hint = didYouMean(nearest(name, known)) || `; known are ${known.join(', ')}`;
  throw new UsageError(`there is no ${what} "${name}"${hint}`);
}

/** Throws `UsageError` for a chip that needs arguments and for a workload without anything to place. */
function assertUsable(pim: Pim, found: ast.Block | ast.Workload): void {
  if (ast.isWorkload(found)) {
    const { workload } = pim.elaborations.workload(found);
    if (!workload || weightCount(workload) === 0)
      throw new UsageError(`${found.name} has no layer with weights`);
    return;
  }
  const open = found.parameters.filter(({ value }) => !value).map(({ name }) => name);
  if (open.length === 0) return;
  const needed = open.join(' and ');
  throw new UsageError(
    `${found.name} needs a value for ${needed}; evaluate it in a file: \`evaluate ${found.name}(…) on …\``,
  );
}

function formatOf(path: string): Format {
  const ending = extname(path).slice(1);
  if (ending === 'json' || ending === 'csv' || ending === 'html') return ending;
  if (ending === 'txt') return 'table';
  throw new UsageError(
    `"${path}" does not say its format; end it in .json, .csv, .html or .txt, or give --format`,
  );
}

function render(report: Report, format: Format): string {
  switch (format) {
    case 'table':
      return reportTable(report);
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'csv':
      return reportCsv(report);
    case 'html':
      return reportHtml(report);
  }
}
