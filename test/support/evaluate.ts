import assert from 'node:assert/strict';
import type { LangiumDocument } from 'langium';
import { evaluateQuantity } from '../../language/elaborate/expression.ts';
import { elaborateStudy, evaluationsOf } from '../../language/elaborate/study.ts';
import { emptyEnvironment } from '../../language/elaborate/value.ts';
import * as ast from '../../language/generated/ast.ts';
import type { Pim } from '../../language/module.ts';
import {
  type Chip,
  type Evaluation,
  mergeReports,
  type PlaceOptions,
  type Report,
  evaluate,
  runStudy,
  type Workload,
} from '../../simulator/index.ts';
import { describeDiagnostic, isError } from './check.ts';
import { testPim, withFiles } from './pim.ts';

/** What the evaluations of a text come to. The text must have no error. */
export function reportOf(text: string): Promise<Report> {
  return withFiles(text, (documents, pim) => {
    assertNoErrors(documents);
    return reportOn(documents, pim);
  });
}

/** The same of a text that is known to have no error, in half the time. */
export function uncheckedReportOf(text: string): Promise<Report> {
  return withFiles(text, reportOn, { validation: false });
}

/** The same, or undefined when the text has an error. Whatever `evaluate` throws, this throws. */
export function reportUnlessErrors(text: string): Promise<Report | undefined> {
  return withFiles(text, (documents, pim) =>
    documents.some(({ diagnostics = [] }) => diagnostics.some(isError))
      ? undefined
      : reportOn(documents, pim),
  );
}

/** What the evaluations of a library file come to: `studies/isaac`. Worked out once for the chips as they are elaborated. */
export async function libraryReport(path: string): Promise<Report> {
  const pim = await testPim();
  const document = pim.shared.workspace.LangiumDocuments.all.find(({ uri }) => uri.path === `/${path}.pim`);
  assert.ok(document, `the library has no ${path}`);
  const [evaluation] = evaluationsOf(document);
  assert.ok(evaluation, `${path} asks for no evaluation`);
  const chip = elaborateStudy(evaluation, pim.elaborations)?.chips[0]?.chip;
  assert.ok(chip, `${path} cannot be evaluated`);
  const report = libraryReports.get(chip)?.get(path) ?? reportOn([document], pim);
  libraryReports.set(chip, new Map(libraryReports.get(chip)).set(path, report));
  return report;
}

/** What a parameter of a chip of the library is when nothing else is said, in SI base units. */
export async function parameterDefault(chip: string, parameter: string): Promise<number> {
  const { shared } = await testPim();
  const declared = shared.workspace.LangiumDocuments.all
    .flatMap(({ parseResult }) => (parseResult.value as ast.Document).declarations)
    .filter(ast.isBlock)
    .find(({ name }) => name === chip);
  const found = declared?.parameters.find(({ name }) => name === parameter);
  assert.ok(found?.value, `${chip} has no ${parameter} with a default`);
  return evaluateQuantity(found.value, emptyEnvironment)!.value;
}

const libraryReports = new WeakMap<Chip, ReadonlyMap<string, Report>>();

/** The first chip evaluated in a report on the first workload. */
export async function evaluationOf(text: string): Promise<Evaluation> {
  return (await reportOf(text)).evaluations[0]!;
}

/** A chip and a workload of a text, for tests that evaluate them with options of their own. */
export function modelsOf(
  text: string,
  chip: string,
  workload: string,
): Promise<{ chip: Chip; workload: Workload }> {
  return withFiles(text, (documents, { elaborations }) => {
    assertNoErrors(documents);
    const declared = documents.flatMap(each => (each.parseResult.value as ast.Document).declarations);
    const block = declared.filter(ast.isBlock).find(({ name }) => name === chip)!;
    const network = declared.filter(ast.isWorkload).find(({ name }) => name === workload)!;
    return {
      chip: elaborations.chip(block).chip!,
      workload: elaborations.workload(network).workload!,
    };
  });
}

/** The simulator's door, so that tests of its laws need to know no other. */
export function evaluateModels(
  models: { chip: Chip; workload: Workload },
  options: PlaceOptions = {},
): Omit<Evaluation, 'study'> {
  return evaluate(models.chip, models.workload, options);
}

export function assertNoErrors(documents: readonly LangiumDocument[]): void {
  assert.deepEqual(
    documents.flatMap(({ diagnostics = [] }) => diagnostics.filter(isError).map(describeDiagnostic)),
    [],
  );
}

export function reportOn(documents: readonly LangiumDocument[], { elaborations }: Pim): Report {
  const reports = documents.flatMap(evaluationsOf).map(evaluation => {
    const study = elaborateStudy(evaluation, elaborations);
    assert.ok(study, `no error is shown, yet this cannot be evaluated: ${evaluation.$cstNode?.text}`);
    const steps = runStudy(study, 'test');
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  });
  const report = mergeReports(reports);
  assert.ok(report, 'the text asks for no evaluation');
  return report;
}
