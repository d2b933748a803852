import { DocumentState, type LangiumDocument, setInterruptionPeriod, URI } from 'langium';
import { createRequestHandler, startLanguageServer } from 'langium/lsp';
import type { CancellationToken, CodeAction } from 'vscode-languageserver';
import {
  CodeLensRefreshRequest,
  type Connection,
  createConnection,
  ProposedFeatures,
  type SelectionRangeParams,
} from 'vscode-languageserver/node';
import { choicesSeenFrom } from '../lsp/choices.ts';
import { PimCodeActionProvider } from '../lsp/code-actions.ts';
import { newChip } from '../lsp/new-chip.ts';
import { questionText } from '../lsp/question.ts';
import { selectionRanges } from '../lsp/selection-ranges.ts';
import { createPim, type Pim } from '../module.ts';
import {
  type ChoicesParams,
  type ChoicesResult,
  choicesRequest,
  type EvaluateParams,
  evaluateRequest,
  type LibraryTextParams,
  libraryTextRequest,
  type LocateParams,
  type LocateResult,
  locateRequest,
  type NewChipParams,
  newChipRequest,
  type QuestionParams,
  type QuestionResult,
  questionRequest,
} from '../protocol.ts';
import { placeOf } from '../syntax/origin.ts';
import { announceChanges } from './changed-files.ts';
import { watchConfiguration } from './configuration.ts';
import { disk } from './disk.ts';
import { evaluateRequested } from './evaluate-request.ts';
import { readLibrary } from './library-files.ts';
import { pageAddress } from './pages.ts';

/**
 * After so many milliseconds, work in the background gives way to requests. One takes several turns, so that a workspace that is
 * still being looked through would otherwise keep completion waiting.
 */
const longestPieceMs = 3;

/** Serves an editor over the transport named on the command line (`--stdio`, `--node-ipc`). */
export function serve(): void {
  setInterruptionPeriod(longestPieceMs);
  const connection = createConnection(ProposedFeatures.all);
  const pim = createPim({ connection, ...disk }, readLibrary(), pageAddress);
  let lensesRefresh = false;
  pim.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    lensesRefresh = capabilities.workspace?.codeLens?.refreshSupport === true;
  });
  const changed = () => {
    if (lensesRefresh) void connection.sendRequest(CodeLensRefreshRequest.type);
  };
  watchConfiguration(pim, connection);
  const editions = announceChanges(pim, connection);
  connection.onRequest(evaluateRequest, (params: EvaluateParams, token: CancellationToken) =>
    evaluateRequested(pim, connection, editions, params, token, changed),
  );
  connection.onRequest(locateRequest, (params: LocateParams) => locate(pim, params));
  connection.onRequest(
    libraryTextRequest,
    ({ uri }: LibraryTextParams) => documentAt(pim, uri)?.textDocument.getText() ?? null,
  );
  connection.onCodeActionResolve(action => resolved(pim, action));
  connection.onRequest(choicesRequest, (params: ChoicesParams) => choices(pim, params));
  connection.onRequest(questionRequest, (params: QuestionParams) => question(pim, params));
  connection.onRequest(newChipRequest, (params: NewChipParams) => newChipText(pim, params));
  connection.onSelectionRanges(
    createRequestHandler(
      (_, document, { positions }: SelectionRangeParams) =>
        selectionRanges(document, positions, pim.language.parser.Lexer),
      pim.shared,
      DocumentState.Parsed,
    ),
  );
  followFolders(pim, connection);
  startLanguageServer(pim.shared, {
    // The outline says what parts are made of, so it waits for names.
    DocumentSymbolProvider: DocumentState.IndexedReferences,
    // Beside a lens stands what came out, unless the file has errors.
    CodeLensProvider: DocumentState.Validated,
  });
}

/** Folders may be added to the workspace and taken out of it while the server runs. */
function followFolders(pim: Pim, connection: Connection): void {
  let hasFolders = false;
  const { LanguageServer } = pim.shared.lsp;
  LanguageServer.onInitialize(({ capabilities }) => {
    hasFolders = capabilities.workspace?.workspaceFolders === true;
  });
  LanguageServer.onInitialized(() => {
    if (hasFolders)
      connection.workspace.onDidChangeWorkspaceFolders(event => pim.workspace.changeFolders(event));
  });
}

async function choices(pim: Pim, { uri }: ChoicesParams): Promise<ChoicesResult> {
  await pim.shared.workspace.WorkspaceManager.ready;
  return choicesSeenFrom(pim.shared.workspace.LangiumDocuments, documentAt(pim, uri), pim.elaborations);
}

async function question(pim: Pim, { uri, chips, workloads }: QuestionParams): Promise<QuestionResult> {
  await pim.shared.workspace.WorkspaceManager.ready;
  return questionText(pim.shared.workspace.LangiumDocuments, documentAt(pim, uri), chips, workloads);
}

async function newChipText(pim: Pim, { chip, how }: NewChipParams): Promise<string | null> {
  const { LangiumDocuments, WorkspaceManager } = pim.shared.workspace;
  await WorkspaceManager.ready;
  return newChip(LangiumDocuments, chip, how) ?? null;
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

function documentAt(pim: Pim, uri: string | undefined): LangiumDocument | undefined {
  return uri === undefined ? undefined : pim.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
}
