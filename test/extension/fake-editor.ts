import { registerHooks } from 'node:module';

/**
 * As much of the `vscode` module as the results panel and its evaluation touch, recording what was asked of it.
 * Importing this file makes every later `import 'vscode'` find it.
 */

type Listener = (event: never) => unknown;

class Emitter {
  readonly listeners = new Set<Listener>();
  readonly event = (listener: Listener) => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };
  fire(event?: unknown) {
    for (const listener of this.listeners) listener(event as never);
  }
  dispose() {
    this.listeners.clear();
  }
}

class CancellationTokenSource {
  private readonly cancelled = new Emitter();
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.cancelled.event };
  cancel() {
    this.token.isCancellationRequested = true;
    this.cancelled.fire();
  }
  dispose() {}
}

class FakeUri {
  readonly path: string;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
    this.path = text.replace(/^\w+:\/*/, '/');
  }
  toString() {
    return this.text;
  }
  static parse = (text: string) => new FakeUri(text);
  static joinPath = (base: FakeUri, ...parts: string[]) => new FakeUri([base.toString(), ...parts].join('/'));
}

const nothing = { dispose: () => undefined };

/** What a test sees and does from the editor's side. */
export const editor = {
  commands: new Map<string, (...values: unknown[]) => unknown>(),
  contexts: new Map<string, unknown>(),
  statusBar: { text: '', tooltip: '', shown: false },
  clipboard: '',
  posted: [] as { type: string; [name: string]: unknown }[],
  page: new Emitter(),
  viewState: new Emitter(),
  textChange: new Emitter(),
  panel: undefined as undefined | { visible: boolean; title: string; webview: { html: string } },
  serializer: undefined as
    | undefined
    | { deserializeWebviewPanel(panel: unknown, state: unknown): Promise<void> },
};

const createWebviewPanel = (_type: string, title: string) => {
  const disposed = new Emitter();
  const panel = {
    visible: true,
    title,
    webview: {
      html: '',
      options: {},
      cspSource: 'https://editor',
      asWebviewUri: (uri: FakeUri) => uri,
      postMessage: async (message: (typeof editor.posted)[number]) => void editor.posted.push(message),
      onDidReceiveMessage: editor.page.event,
    },
    onDidChangeViewState: editor.viewState.event,
    onDidDispose: disposed.event,
    reveal: () => {
      panel.visible = true;
    },
    dispose: () => disposed.fire(),
  };
  editor.panel = panel;
  return panel;
};

export const vscode = {
  EventEmitter: Emitter,
  CancellationTokenSource,
  Uri: FakeUri,
  ViewColumn: { Beside: -2, One: 1 },
  ProgressLocation: { Window: 10 },
  StatusBarAlignment: { Left: 1 },
  Disposable: { from: () => nothing },
  l10n: {
    t: (text: string, ...values: string[]) => text.replace(/\{(\d)\}/g, (_, index) => values[index] ?? ''),
  },
  commands: {
    registerCommand(name: string, run: (...values: unknown[]) => unknown) {
      editor.commands.set(name, run);
      return nothing;
    },
    async executeCommand(name: string, ...values: unknown[]) {
      if (name === 'setContext') return editor.contexts.set(String(values[0]), values[1]);
      return editor.commands.get(name)?.(...values);
    },
  },
  window: {
    activeTextEditor: undefined,
    visibleTextEditors: [],
    createWebviewPanel,
    registerWebviewPanelSerializer(_type: string, serializer: typeof editor.serializer) {
      editor.serializer = serializer;
      return nothing;
    },
    createStatusBarItem: () => ({
      set text(text: string) {
        editor.statusBar.text = text;
      },
      set tooltip(text: string) {
        editor.statusBar.tooltip = text;
      },
      show: () => {
        editor.statusBar.shown = true;
      },
      hide: () => {
        editor.statusBar.shown = false;
      },
      dispose: () => undefined,
    }),
    withProgress: (_options: unknown, work: () => unknown) => work(),
    setStatusBarMessage: () => nothing,
  },
  workspace: {
    onDidChangeTextDocument: editor.textChange.event,
    getConfiguration: () => ({ get: (name: string) => (name === 'delay' ? 1 : true) }),
  },
  env: {
    clipboard: {
      async writeText(text: string) {
        editor.clipboard = text;
      },
    },
  },
};

Object.assign(globalThis, { fakeVscode: vscode });
const names = Object.keys(vscode).map(name => `export const ${name} = globalThis.fakeVscode.${name};`);
const address = `data:text/javascript,${encodeURIComponent(names.join('\n'))}`;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode'
      ? { url: address, format: 'module', shortCircuit: true }
      : next(specifier, context),
});
