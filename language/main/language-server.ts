import { DocumentState, type LangiumDocument, URI } from 'langium';
import { startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import type { CancellationToken, CodeAction } from 'vscode-languageserver';
import {
  type Connection,
  createConnection,
  LSPErrorCodes,
  ProposedFeatures,
  ResponseError,
} from 'vscode-languageserver/node';
import { PimCodeActionProvider } from '../lsp/code-actions.ts';
import { createPim, type Pim } from '../module.ts';
import {
  type EvaluateParams,
  type EvaluateResult,
  evaluateRequest,
  type LibraryTextParams,
  libraryTextRequest,
  type LocateParams,
  type LocateResult,
  locateRequest,
} from '../protocol.ts';
import { placeOf } from '../syntax/origin.ts';
import { watchConfiguration } from './configuration.ts';
import { readLibrary } from './library-files.ts';
import { pageAddress } from './pages.ts';
import { generator } from './product.ts';
import { errorsOf, messageOf, runStudies, studiesOf } from './studies.ts';

/** Serves an editor over the transport named on the command line (`--stdio`, `--node-ipc`). */
export function serve(): void {
  const connection = createConnection(ProposedFeatures.all);
  const pim = createPim({ connection, ...NodeFileSystem }, readLibrary(), pageAddress);
  watchConfiguration(pim, connection);
  connection.onRequest(evaluateRequest, (params: EvaluateParams, token: CancellationToken) =>
    evaluate(pim, connection, params, token),
  );
  connection.onRequest(locateRequest, (params: LocateParams) => locate(pim, params));
  connection.onRequest(
    libraryTextRequest,
    ({ uri }: LibraryTextParams) => documentAt(pim, uri)?.textDocument.getText() ?? null,
  );
  connection.onCodeActionResolve(action => resolved(pim, action));
  // The outline says what parts are made of. A name that is asked for before it can be known stays unknown.
  startLanguageServer(pim.shared, { DocumentSymbolProvider: DocumentState.Linked });
}

async function evaluate(
  pim: Pim,
  connection: Connection,
  params: EvaluateParams,
  token: CancellationToken,
): Promise<EvaluateResult> {
  const uri = URI.parse(params.uri);
  await pim.shared.workspace.WorkspaceManager.ready;
  if (!documentAt(pim, params.uri))
    return { problems: [problem(params.uri, 'the file is not known to the language server')] };
  await pim.shared.workspace.DocumentBuilder.waitUntil(DocumentState.Validated, uri, token);
  const document = documentAt(pim, params.uri)!;
  const errors = errorsOf(document);
  if (errors.length > 0)
    return {
      problems: errors.map(error => ({ message: messageOf(error), range: error.range, uri: params.uri })),
    };
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
    const report = await runStudies(studies, generator, async ({ done, total, message }) => {
      progress?.report((100 * done) / total, message);
      // Lets a cancellation or an edit in between two evaluations.
      await new Promise(resolve => setImmediate(resolve));
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The evaluation was cancelled.');
    });
    return { report };
  } finally {
    progress?.done();
  }
}

/** What an action changes, once somebody chooses it. */
function resolved({ language }: Pim, action: CodeAction): CodeAction {
  const provider = language.lsp.CodeActionProvider;
  return provider instanceof PimCodeActionProvider ? provider.resolve(action) : action;
}

function locate(pim: Pim, { origin }: LocateParams): LocateResult | null {
  const place = placeOf(origin);
  const document = place && documentAt(pim, place.uri);
  if (!document || place.offset + place.length > document.textDocument.getText().length) return null;
  const { textDocument } = document;
  return {
    uri: place.uri,
    range: {
      start: textDocument.positionAt(place.offset),
      end: textDocument.positionAt(place.offset + place.length),
    },
  };
}

function documentAt(pim: Pim, uri: string): LangiumDocument | undefined {
  return pim.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
}

function problem(uri: string, message: string) {
  const start = { line: 0, character: 0 };
  return { uri, message, range: { start, end: start } };
}
