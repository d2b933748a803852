import type { LangiumDocument } from 'langium';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { type Progress, type Report, runStudy, type Study } from '../../simulator/index.ts';
import { defaultWorkloads, isReadyChip } from '../elaborate/evaluable.ts';
import { elaborateStudy, evaluationsOf, plainStudy } from '../elaborate/study.ts';
import * as ast from '../generated/ast.ts';
import type { Pim } from '../module.ts';
import type { EvaluateTarget } from '../protocol.ts';
import { seenFrom } from '../scope/seen-from.ts';

/** What a file asks for, or the one thing in it that was chosen. Expects a validated document without errors. */
export function studiesOf(pim: Pim, document: LangiumDocument, target?: EvaluateTarget): Study[] {
  const evaluations = evaluationsOf(document);
  if (target && 'chip' in target) return present([chipStudy(pim, document, target.chip)]);
  if (target && 'chips' in target) {
    const chips = target.chips.flatMap(name => named(pim, document, isReadyChip, name));
    const workloads = target.workloads.flatMap(name => named(pim, document, ast.isWorkload, name));
    return present([plainStudy(chips, workloads, pim.elaborations)]);
  }
  const chosen = target ? evaluations.slice(target.evaluate, target.evaluate + 1) : evaluations;
  if (chosen.length > 0) return present(chosen.map(each => elaborateStudy(each, pim.elaborations)));
  return present([chipStudy(pim, document)]);
}

/** Chips of a file, all or the one of that name, on its own workloads or else on the default ones. */
function chipStudy(pim: Pim, document: LangiumDocument, name?: string): Study | undefined {
  const { declarations } = document.parseResult.value as ast.Document;
  const chips = declarations.filter(isReadyChip).filter(chip => !name || chip.name === name);
  const own = declarations.filter(ast.isWorkload);
  const workloads =
    own.length > 0 ? own : defaultWorkloads.flatMap(each => named(pim, document, ast.isWorkload, each));
  return chips.length > 0 ? plainStudy(chips, workloads, pim.elaborations) : undefined;
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

/** Runs studies one after the other, a report for each; `before` is awaited before each evaluation and may throw to stop. */
export async function runStudies(
  studies: readonly Study[],
  generator: string,
  before: (progress: Progress) => Promise<void>,
): Promise<Report[]> {
  const reports: Report[] = [];
  for (const study of studies) {
    const run = runStudy(study, generator);
    let step = run.next();
    for (; !step.done; step = run.next()) await before(step.value);
    reports.push(step.value);
  }
  return reports;
}

/** The errors of a validated document. */
export function errorsOf(document: LangiumDocument): Diagnostic[] {
  return (document.diagnostics ?? []).filter(({ severity }) => severity === DiagnosticSeverity.Error);
}

/** The text of a diagnostic; the protocol also allows markup, which we never send. */
export function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

function present<T>(items: readonly (T | undefined)[]): T[] {
  return items.filter(item => item !== undefined);
}
