import { DocumentState, type LangiumDocument, URI } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { mergeReports, type Progress, type Report } from '../../simulator/index.ts';
import { didYouMean } from '../check/nearest.ts';
import { isReadyChip } from '../elaborate/evaluable.ts';
import * as ast from '../generated/ast.ts';
import type { Pim } from '../module.ts';
import type { EvaluateParams, EvaluateResult, EvaluateTarget, Problem, ProblemCause } from '../protocol.ts';
import { type Seen, seenFrom } from '../scope/seen-from.ts';
import type { Editions } from './changed-files.ts';
import { nearest } from '../syntax/spelling.ts';
import { failedExpectations } from './failed-expectations.ts';
import { generator } from './product.ts';
import { errorsOf, messageOf, runStudies, studiesOf } from './studies.ts';

/** Answers `pim/evaluate`: a report, or why there is none. `changed` is called when lenses have something new to show. */
export async function evaluateRequested(
  pim: Pim,
  connection: Connection,
  editions: Editions,
  params: EvaluateParams,
  token: CancellationToken,
  changed: () => void,
): Promise<EvaluateResult> {
  const { DocumentBuilder, LangiumDocuments, WorkspaceLock, WorkspaceManager } = pim.shared.workspace;
  const uri = URI.parse(params.uri);
  const without = (cause: ProblemCause, ...problems: Problem[]) => ({
    problems,
    cause,
    edition: editions.current,
  });
  await WorkspaceManager.ready;
  // A file that was opened a moment ago is known once the change it is part of has begun.
  if (!LangiumDocuments.hasDocument(uri)) await WorkspaceLock.read(() => undefined);
  if (!LangiumDocuments.hasDocument(uri))
    return without('file', problem(params.uri, 'the file is not known to the language server'));
  await DocumentBuilder.waitUntil(DocumentState.Validated, uri, token);
  const document = LangiumDocuments.getDocument(uri)!;
  const edition = editions.current;
  const unknown = unknownIn(pim, document, params.target);
  if (unknown.length > 0) return without('question', ...unknown);
  const problems = problemsBefore(pim, document, params.target);
  if (problems.length > 0) return without('text', ...problems);
  const { version } = document.textDocument;
  const studies = studiesOf(pim, document, params.target);
  if (studies.length === 0)
    return without(
      'question',
      problem(params.uri, 'there is nothing to evaluate here; add a chip or an `evaluate … on …`'),
    );

  const progress =
    params.workDoneToken === undefined
      ? undefined
      : connection.window.attachWorkDoneProgress(params.workDoneToken);
  progress?.begin('Evaluating', 0, '', true);
  try {
    const before = async ({ done, total, message }: Progress) => {
      progress?.report((100 * done) / total, message);
      // Lets a cancellation or an edit in between two evaluations.
      await new Promise(resolve => setImmediate(resolve));
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The evaluation was cancelled.');
    };
    const reports = await runStudies(studies, generator, before, params.sensitivity);
    const news = studies.map(({ study }, index) => pim.results.remember(study, reports[index]!));
    if (news.includes(true)) changed();
    const report = mergeReports(reports)!;
    if (document.textDocument.version === version) publish(connection, document, report);
    return { report, edition };
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

type Asked = Seen<ast.Block | ast.Workload> | { readonly message: string };

/** What was asked about by name: where it is, or that it is not there. */
function asked(pim: Pim, document: LangiumDocument, target: EvaluateTarget | undefined): Asked[] {
  if (!target || !('chips' in target)) return [];
  const documents = pim.shared.workspace.LangiumDocuments;
  return [
    ...look(seenFrom(documents, document, isReadyChip), target.chips, 'chip'),
    ...look(seenFrom(documents, document, ast.isWorkload), target.workloads, 'workload'),
  ];
}

/** Names that were asked about and mean nothing any more. */
function unknownIn(pim: Pim, document: LangiumDocument, target: EvaluateTarget | undefined): Problem[] {
  return asked(pim, document, target).flatMap(each =>
    'message' in each ? [problem(document.uri.toString(), each.message)] : [],
  );
}

/** What stands in the way: the errors of the file, or where names are asked about, of the files these are in. */
function problemsBefore(pim: Pim, document: LangiumDocument, target: EvaluateTarget | undefined): Problem[] {
  if (!target || !('chips' in target)) return problemsOf(document);
  const found = asked(pim, document, target).flatMap(each => ('document' in each ? [each.document] : []));
  return [...new Set(found)].flatMap(problemsOf);
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
