import { type ChildProcess, spawn } from 'node:child_process';
import {
  type ConfigurationItem,
  type ConfigurationParams,
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { program } from './program.ts';

/** An editor that is not VS Code: it speaks the protocol with `pim lsp --stdio` and nothing else. */
export interface LanguageClient {
  readonly connection: ProtocolConnection;
  readonly capabilities: Record<string, unknown>;
  /** How often the server has asked for lenses to be drawn anew. */
  readonly refreshes: { readonly count: number };
  /** Opens a text and waits for what is said about it. */
  readonly open: (uri: string, text: string) => Promise<Diagnostic[]>;
  /** Replaces the whole text and waits for what is said about it. */
  readonly change: (uri: string, text: string) => Promise<Diagnostic[]>;
  /** Changes settings below `pim` and waits until the server has asked for inlay hints to be drawn again. */
  readonly set: (settings: object) => Promise<void>;
  /** Which version of a text was sent last. */
  readonly version: () => number;
  readonly close: (uri: string) => Promise<void>;
  /** Waits for what is said next about a file. */
  readonly told: (uri: string) => Promise<Diagnostic[]>;
  readonly stop: () => Promise<void>;
}

/** Starts a server for the folders of a workspace, given by their addresses. `settingsOf` answers what it asks about settings. */
export async function startLanguageClient(
  folders: readonly string[] = [],
  settingsOf: (item: ConfigurationItem) => unknown = () => null,
): Promise<LanguageClient> {
  const server = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const refreshes = { count: 0 };
  const diagnostics = awaitable<PublishDiagnosticsParams>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
    diagnostics.tell(params),
  );
  connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) => items.map(settingsOf));
  connection.onRequest('client/registerCapability', () => null);
  const hintRefreshes = awaitable<null>();
  connection.onRequest('workspace/inlayHint/refresh', () => {
    hintRefreshes.tell(null);
    return null;
  });
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/codeLens/refresh', () => {
    refreshes.count += 1;
    return null;
  });
  connection.listen();
  const { capabilities } = await connection.sendRequest<{ capabilities: Record<string, unknown> }>(
    'initialize',
    {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map(uri => ({ uri, name: uri })),
      capabilities: {
        textDocument: {
          publishDiagnostics: { relatedInformation: true },
          codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
        },
        workspace: {
          workspaceFolders: true,
          configuration: true,
          codeLens: { refreshSupport: true },
          inlayHint: { refreshSupport: true },
          workspaceEdit: { documentChanges: true },
        },
      },
    },
  );
  await connection.sendNotification('initialized', {});
  let version = 0;
  const published = (uri: string) =>
    diagnostics.next(params => params.uri === uri).then(params => params.diagnostics);
  return {
    connection,
    capabilities,
    refreshes,
    open(uri, text) {
      const answer = published(uri);
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'pim', version: ++version, text },
      });
      return answer;
    },
    change(uri, text) {
      const answer = published(uri);
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ text }],
      });
      return answer;
    },
    version: () => version,
    close: uri => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    told: published,
    async set(settings) {
      const refreshed = hintRefreshes.next(() => true);
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: { pim: settings } });
      await refreshed;
    },
    stop: () => stop(connection, server),
  };
}

async function stop(connection: ProtocolConnection, server: ChildProcess): Promise<void> {
  const ended = new Promise(resolve => server.once('exit', resolve));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
}

/** Values that arrive by themselves, for somebody who waits for the next that fits. */
function awaitable<T>() {
  const waiting: { readonly fits: (value: T) => boolean; readonly resolve: (value: T) => void }[] = [];
  return {
    tell(value: T): void {
      for (const each of [...waiting]) {
        if (!each.fits(value)) continue;
        waiting.splice(waiting.indexOf(each), 1);
        each.resolve(value);
      }
    },
    next: (fits: (value: T) => boolean) => new Promise<T>(resolve => void waiting.push({ fits, resolve })),
  };
}
