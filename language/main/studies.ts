import type { LangiumDocument } from 'langium';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { type MetricName, type Progress, type Report, runStudy } from '../../simulator/index.ts';
import { defaultWorkloads, isReadyChip } from '../elaborate/evaluable.ts';
import { elaborateStudy, evaluationsOf, plainStudy } from '../elaborate/study.ts';
import * as ast from '../generated/ast.ts';
import type { Pim } from '../module.ts';
import type { EvaluateTarget } from '../protocol.ts';
import { seenFrom } from '../scope/seen-from.ts';
import { sensitivitiesOf } from './sensitivities.ts';
import type { Asked } from './asked.ts';

/** What a file asks for, or the one thing in it that was chosen. Expects a validated document without errors. */
export function studiesOf(pim: Pim, document: LangiumDocument, target?: EvaluateTarget): Asked[] {
  const evaluations = evaluationsOf(document);
  if (target && 'chip' in target) return chipStudy(pim, document, target.chip);
  if (target && 'chips' in target) {
    const chips = target.chips.flatMap(name => named(pim, document, isReadyChip, name));
    const workloads = target.workloads.flatMap(name => named(pim, document, ast.isWorkload, name));
    return askedByName(pim, chips, workloads);
  }
  const chosen = target ? evaluations.slice(target.evaluate, target.evaluate + 1) : evaluations;
  if (chosen.length > 0) return chosen.flatMap(evaluation => askedBy(pim, evaluation));
  return chipStudy(pim, document);
}

function askedBy(pim: Pim, evaluation: ast.Evaluation): Asked[] {
  const study = elaborateStudy(evaluation, pim.elaborations);
  if (!study) return [];
  const chips = evaluation.chips.flatMap(({ chip, arguments: given }) =>
    chip?.ref ? [{ block: chip.ref, given }] : [],
  );
  return [{ study, chips, evaluation }];
}

/** Each of some chips on each of some workloads. */
export function askedByName(
  pim: Pim,
  chips: readonly ast.Block[],
  workloads: readonly ast.Workload[],
): Asked[] {
  const study = chips.length > 0 ? plainStudy(chips, workloads, pim.elaborations) : undefined;
  return study ? [{ study, chips: chips.map(block => ({ block, given: [] })) }] : [];
}

/** Chips of a file, all or the one of that name, on its own workloads or else on the default ones. */
function chipStudy(pim: Pim, document: LangiumDocument, name?: string): Asked[] {
  const { declarations } = document.parseResult.value as ast.Document;
  const chips = declarations.filter(isReadyChip).filter(chip => !name || chip.name === name);
  const own = declarations.filter(ast.isWorkload);
  const workloads =
    own.length > 0 ? own : defaultWorkloads.flatMap(each => named(pim, document, ast.isWorkload, each));
  return askedByName(pim, chips, workloads);
}

/** What a name means in a file, or in the library: one declaration, or none. */
function named<T extends ast.Block | ast.Workload>(
  pim: Pim,
  document: LangiumDocument | undefined,
  is: (node: ast.Declaration) => node is T,
  name: string,
): T[] {
  return seenFrom(pim.shared.workspace.LangiumDocuments, document, is)
    .filter(({ node }) => node.name === name)
    .map(({ node }) => node);
}

/**
 * Runs studies one after the other, a report for each, with the sensitivities of some metrics; `before` is awaited before each
 * evaluation and may throw to stop.
 */
export async function runStudies(
  asked: readonly Asked[],
  generator: string,
  before: (progress: Progress) => Promise<void>,
  metrics: readonly MetricName[] = [],
): Promise<Report[]> {
  const reports: Report[] = [];
  for (const each of asked) {
    const report = await finished(runStudy(each.study, generator), before);
    const found = metrics.length > 0 ? await finished(sensitivitiesOf(each, metrics), before) : [];
    reports.push(found.length > 0 ? { ...report, sensitivities: found } : report);
  }
  return reports;
}

async function finished<T>(
  steps: Generator<Progress, T>,
  before: (progress: Progress) => Promise<void>,
): Promise<T> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) await before(step.value);
  return step.value;
}

/** The errors of a validated document. */
export function errorsOf(document: LangiumDocument): Diagnostic[] {
  return (document.diagnostics ?? []).filter(({ severity }) => severity === DiagnosticSeverity.Error);
}

/** The text of a diagnostic; the protocol also allows markup, which we never send. */
export function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}
