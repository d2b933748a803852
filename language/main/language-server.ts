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
import { fileOfAction, PimCodeActionProvider } from '../lsp/code-actions.ts';
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
import { placeOf, standingAt } from '../syntax/origin.ts';
import { announceChanges } from './changed-files.ts';
import { watchConfiguration } from './configuration.ts';
import { disk } from './disk.ts';
import { evaluateRequested } from './evaluate-request.ts';
import { readLibrary } from './library-files.ts';
import { pageAddress } from './pages.ts';
import { tellingRefusals } from './refusals.ts';
import { answerRenames } from './renames.ts';

/**
 * After so many milliseconds, work in the background gives way to requests. One takes several turns, so that a workspace that is
 * still being looked through would otherwise keep completion waiting.
 */
const longestPieceMs = 3;

/** Serves an editor over the transport named on the command line (`--stdio`, `--node-ipc`). */
export function serve(): void {
  setInterruptionPeriod(longestPieceMs);
  const connection = createConnection(ProposedFeatures.all);
  let lensesRefresh = false;
  let answersSettings = false;
  const askSettings = async (scopeUri: string | undefined): Promise<unknown> =>
    answersSettings
      ? connection.workspace.getConfiguration({ section: 'pim.checks', ...(scopeUri ? { scopeUri } : {}) })
      : undefined;
  const pim = createPim({ connection, ...disk }, readLibrary(), { pageAddress, askSettings });
  pim.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    lensesRefresh = capabilities.workspace?.codeLens?.refreshSupport === true;
    answersSettings = capabilities.workspace?.configuration === true;
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
  connection.onCodeActionResolve(
    tellingRefusals((action: CodeAction, token) => resolved(pim, action, token)),
  );
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
  answerRenames(pim, connection);
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

/** What an action changes, once somebody chooses it and the text has been looked through as far as when it was offered. */
async function resolved(pim: Pim, action: CodeAction, token: CancellationToken): Promise<CodeAction> {
  const provider = pim.language.lsp.CodeActionProvider;
  if (!(provider instanceof PimCodeActionProvider)) return action;
  const { DocumentBuilder, WorkspaceLock } = pim.shared.workspace;
  const document = documentAt(pim, fileOfAction(action));
  if (document) await DocumentBuilder.waitUntil(DocumentState.Validated, document.uri, token);
  return WorkspaceLock.read(() => provider.resolve(action));
}

/** Where what an origin speaks of stands; null where the text has changed so that it stands there no more. */
async function locate(pim: Pim, { origin }: LocateParams): Promise<LocateResult | null> {
  const place = placeOf(origin);
  return pim.shared.workspace.WorkspaceLock.read(() => {
    const root = documentAt(pim, place?.uri)?.parseResult.value;
    const found = place && root && standingAt(place, root);
    return found ? { uri: place.uri, range: found.range } : null;
  });
}

function documentAt(pim: Pim, uri: string | undefined): LangiumDocument | undefined {
  return uri === undefined ? undefined : pim.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
}
