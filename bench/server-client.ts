import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  type Position,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { pathToFileURL } from 'node:url';

/** A language server as an editor sees it, to be measured from outside. */
export interface MeasuredServer {
  /** Opens a text and waits until the server has said what is wrong with it. */
  open(uri: string, text: string): Promise<void>;
  /** Replaces some characters of an open text and waits for the diagnostics of the new one. */
  edit(uri: string, at: Position, length: number, text: string): Promise<void>;
  ask(method: string, uri: string, position: Position, more?: object): Promise<unknown>;
  /** Memory in use, in MB; NaN where the system does not tell. */
  memoryMB(): number;
  stop(): void;
}

/** Starts a server on a folder; `settings` answers its questions for configuration. */
export async function startServer(
  args: readonly string[],
  languageId: string,
  folder: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<MeasuredServer> {
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const waiting = new Map<string, () => void>();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri }: PublishDiagnosticsParams) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section = '' }) => settings[section] ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.listen();
  const uri = pathToFileURL(folder).toString();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        publishDiagnostics: {},
        completion: { completionItem: { snippetSupport: true } },
        hover: { contentFormat: ['markdown'] },
      },
    },
  });
  await connection.sendNotification('initialized', {});
  let version = 0;
  const published = (of: string) => new Promise<void>(resolve => waiting.set(of, resolve));
  return {
    open(of, text) {
      const said = published(of);
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: of, languageId, version: ++version, text },
      });
      return said;
    },
    edit(of, start, length, text) {
      const said = published(of);
      const end = { line: start.line, character: start.character + length };
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: of, version: ++version },
        contentChanges: [{ range: { start, end }, text }],
      });
      return said;
    },
    ask: (method, of, position, more = {}) =>
      connection.sendRequest(method, { textDocument: { uri: of }, position, ...more }),
    memoryMB: () => residentMB(server),
    stop() {
      connection.dispose();
      server.kill('SIGKILL');
    },
  };
}

function residentMB({ pid }: ChildProcess): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}
