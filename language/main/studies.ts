import type { LangiumDocument } from 'langium';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { mergeReports, type Progress, type Report, runStudy, type Study } from '../../simulator/index.ts';
import { elaborateStudy, evaluationsOf, plainStudy } from '../elaborate/study.ts';
import * as ast from '../generated/ast.ts';
import { libraryUri } from '../library/address.ts';
import type { Pim } from '../module.ts';
import type { EvaluateTarget } from '../protocol.ts';

/** The networks a chip is evaluated on when nobody says on which. */
export const defaultWorkloads: readonly string[] = ['AlexNet', 'VGG16'];

/** What a file asks for, or the one thing in it that was chosen. Expects a validated document without errors. */
export function studiesOf(pim: Pim, document: LangiumDocument, target?: EvaluateTarget): Study[] {
  const evaluations = evaluationsOf(document);
  if (target && 'chip' in target) return present([chipStudy(pim, document, target.chip)]);
  const chosen = target ? evaluations.slice(target.evaluate, target.evaluate + 1) : evaluations;
  if (chosen.length > 0) return present(chosen.map(each => elaborateStudy(each, pim.elaborations)));
  return present([chipStudy(pim, document)]);
}

/** Chips of a file, all or the one of that name, on its own workloads or else on the default ones. */
function chipStudy(pim: Pim, document: LangiumDocument, name?: string): Study | undefined {
  const { declarations } = document.parseResult.value as ast.Document;
  const chips = declarations
    .filter(ast.isBlock)
    .filter(
      block =>
        block.level === 'chip' &&
        block.parameters.every(parameter => parameter.value) &&
        (!name || block.name === name),
    );
  const own = declarations.filter(ast.isWorkload);
  const workloads =
    own.length > 0 ? own : defaultWorkloads.flatMap(each => declared(pim, ast.isWorkload, each));
  return chips.length > 0 ? plainStudy(chips, workloads, pim.elaborations) : undefined;
}

/** A declaration of the library by name. */
export function declared<T extends ast.Declaration>(
  pim: Pim,
  is: (node: unknown) => node is T,
  name: string,
  within?: LangiumDocument,
): T[] {
  const library = pim.shared.workspace.LangiumDocuments.all
    .filter(({ uri }) => uri.scheme === libraryUri('').scheme)
    .toArray();
  return [...(within ? [within] : []), ...library]
    .flatMap(document => (document.parseResult.value as ast.Document).declarations)
    .filter(is)
    .filter(each => (each as { name?: string }).name === name)
    .slice(0, 1);
}

/** Runs studies one after the other; `before` is awaited before each evaluation and may throw to stop. */
export async function runStudies(
  studies: readonly Study[],
  generator: string,
  before: (progress: Progress) => Promise<void>,
): Promise<Report> {
  const reports: Report[] = [];
  for (const study of studies) {
    const run = runStudy(study, generator);
    let step = run.next();
    for (; !step.done; step = run.next()) await before(step.value);
    reports.push(step.value);
  }
  return mergeReports(reports)!;
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
