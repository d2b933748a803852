import { DocumentState, type LangiumDocument, URI } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { mergeReports, type Report } from '../../simulator/index.ts';
import { didYouMean } from '../check/nearest.ts';
import { isReadyChip } from '../elaborate/evaluable.ts';
import * as ast from '../generated/ast.ts';
import type { Pim } from '../module.ts';
import type { EvaluateParams, EvaluateResult, EvaluateTarget, Problem } from '../protocol.ts';
import { type Seen, seenFrom } from '../scope/seen-from.ts';
import { nearest } from '../syntax/spelling.ts';
import { failedExpectations } from './failed-expectations.ts';
import { generator } from './product.ts';
import { errorsOf, messageOf, runStudies, studiesOf } from './studies.ts';

/** Answers `pim/evaluate`: a report, or why there is none. `changed` is called when lenses have something new to show. */
export async function evaluateRequested(
  pim: Pim,
  connection: Connection,
  params: EvaluateParams,
  token: CancellationToken,
  changed: () => void,
): Promise<EvaluateResult> {
  const { DocumentBuilder, LangiumDocuments, WorkspaceManager } = pim.shared.workspace;
  const uri = URI.parse(params.uri);
  await WorkspaceManager.ready;
  if (!LangiumDocuments.hasDocument(uri))
    return { problems: [problem(params.uri, 'the file is not known to the language server')] };
  await DocumentBuilder.waitUntil(DocumentState.Validated, uri, token);
  const document = LangiumDocuments.getDocument(uri)!;
  const problems = problemsBefore(pim, document, params.target);
  if (problems.length > 0) return { problems };
  const { version } = document.textDocument;
  const studies = studiesOf(pim, document, params.target);
  if (studies.length === 0)
    return {
      problems: [
        problem(params.uri, 'there is nothing to evaluate here; add a chip or an `evaluate … on …`'),
      ],
    };

  const progress =
    params.workDoneToken === undefined
      ? undefined
      : connection.window.attachWorkDoneProgress(params.workDoneToken);
  progress?.begin('Evaluating', 0, '', true);
  try {
    const reports = await runStudies(studies, generator, async ({ done, total, message }) => {
      progress?.report((100 * done) / total, message);
      // Lets a cancellation or an edit in between two evaluations.
      await new Promise(resolve => setImmediate(resolve));
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The evaluation was cancelled.');
    });
    const news = studies.map((study, index) => pim.results.remember(study, reports[index]!));
    if (news.includes(true)) changed();
    const report = mergeReports(reports)!;
    if (document.textDocument.version === version) publish(connection, document, report);
    return { report };
  } finally {
    progress?.done();
  }
}

/** Adds what does not hold to what is said about a file, until its text changes or it is evaluated again. */
function publish(connection: Connection, document: LangiumDocument, report: Report): void {
  void connection.sendDiagnostics({
    uri: document.uri.toString(),
    diagnostics: [...(document.diagnostics ?? []), ...failedExpectations(report, document)],
  });
}

/** What stands in the way: the errors of the file, or where names are asked about, of the files these are in. */
function problemsBefore(pim: Pim, document: LangiumDocument, target: EvaluateTarget | undefined): Problem[] {
  if (!target || !('chips' in target)) return problemsOf(document);
  const documents = pim.shared.workspace.LangiumDocuments;
  const asked = [
    ...look(seenFrom(documents, document, isReadyChip), target.chips, 'chip'),
    ...look(seenFrom(documents, document, ast.isWorkload), target.workloads, 'workload'),
  ];
  const unknown = asked.flatMap(each =>
    'message' in each ? [problem(document.uri.toString(), each.message)] : [],
  );
  const found = new Set(asked.flatMap(each => ('document' in each ? [each.document] : [])));
  return [...unknown, ...[...found].flatMap(problemsOf)];
}

function look<T extends { readonly name: string }>(
  seen: readonly Seen<T>[],
  names: readonly string[],
  what: string,
): (Seen<T> | { readonly message: string })[] {
  return names.map(name => {
    const known = seen.map(({ node }) => node.name);
    const message = `there is no ${what} \`${name}\` any more${didYouMean(nearest(name, known))}`;
    return seen.find(({ node }) => node.name === name) ?? { message };
  });
}

function problemsOf(document: LangiumDocument): Problem[] {
  const uri = document.uri.toString();
  return errorsOf(document).map(error => ({ message: messageOf(error), range: error.range, uri }));
}

function problem(uri: string, message: string): Problem {
  const start = { line: 0, character: 0 };
  return { uri, message, range: { start, end: start } };
}
