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
  get scheme() {
    return this.text.slice(0, this.text.indexOf(':'));
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
  statusBar: { text: '', tooltip: '', shown: false, command: undefined as unknown },
  /** Quick picks as they open; each is answered by the next reader. */
  picks: [] as FakePick[],
  readers: [] as ((pick: FakePick) => void)[],
  /** Documents opened by the extension. */
  opened: [] as FakeDocument[],
  editors: new Emitter(),
  clipboard: '',
  posted: [] as { type: string; [name: string]: unknown }[],
  page: new Emitter(),
  viewState: new Emitter(),
  renamed: new Emitter(),
  closed: new Emitter(),
  /** Settings below `pim.evaluate`. */
  settings: { delay: 1, onChange: true } as Record<string, unknown>,
  errors: [] as string[],
  /** Addresses at which there is no file. */
  missing: [] as string[],
  /** Where files would be saved, as the dialogs offer it, and where a reader saves them. */
  offered: [] as string[],
  saved: undefined as undefined | FakeUri,
  panel: undefined as
    | undefined
    | { visible: boolean; title: string; webview: { html: string }; dispose(): void },
  serializer: undefined as
    | undefined
    | { deserializeWebviewPanel(panel: unknown, state: unknown): Promise<void> },
};

/** A quick pick, and what a reader can do with it. */
export class FakePick {
  title = '';
  placeholder = '';
  items: { label: string; kind?: number; description?: string; detail?: string }[] = [];
  selectedItems: FakePick['items'] = [];
  buttons: unknown[] = [];
  canSelectMany = false;
  private readonly selection = new Emitter();
  private readonly accepted = new Emitter();
  private readonly hidden = new Emitter();
  private readonly pressed = new Emitter();
  readonly onDidChangeSelection = this.selection.event;
  readonly onDidAccept = this.accepted.event;
  readonly onDidHide = this.hidden.event;
  readonly onDidTriggerButton = this.pressed.event;
  show() {
    editor.picks.push(this);
    editor.readers.shift()?.(this);
  }
  dispose() {}
  /** Toggles items by label, one after the other, as Space does. */
  toggle(...labels: string[]) {
    for (const label of labels) {
      const item = this.items.find(each => each.label === label)!;
      const chosen = new Set(this.selectedItems);
      if (this.canSelectMany && chosen.has(item)) chosen.delete(item);
      else chosen.add(item);
      // The real list hands them over in its own order.
      this.selectedItems = this.canSelectMany ? this.items.filter(each => chosen.has(each)) : [item];
      this.selection.fire(this.selectedItems);
    }
    return this;
  }
  accept() {
    this.accepted.fire();
  }
  back() {
    this.pressed.fire(this.buttons[0]);
  }
  leave() {
    this.hidden.fire();
  }
}

export class FakeDocument {
  readonly languageId = 'pim';
  readonly uri: FakeUri;
  text: string;
  snippet = '';
  constructor(uri: string, text: string) {
    this.uri = new FakeUri(uri);
    this.text = text;
  }
  get lineCount() {
    return this.text.split('\n').length;
  }
  getText = () => this.text;
  lineAt = (line: number) => ({ range: { end: { line, character: 0 } } });
}

const editorOf = (document: FakeDocument) => ({
  document,
  viewColumn: 1,
  selection: undefined,
  revealRange: () => undefined,
  async insertSnippet({ value }: { value: string }) {
    document.snippet = value;
  },
  async edit(change: (builder: { insert(at: FakePosition, text: string): void }) => void) {
    const edits: [number, string][] = [];
    const offset = ({ line, character }: FakePosition) =>
      document.text
        .split('\n')
        .slice(0, line)
        .reduce((sum, each) => sum + each.length + 1, character);
    change({ insert: (at, text) => void edits.push([offset(at), text]) });
    for (const [at, text] of edits.sort((a, b) => b[0] - a[0]))
      document.text = document.text.slice(0, at) + text + document.text.slice(at);
    return true;
  },
});

class FakePosition {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

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
  Position: FakePosition,
  Range: class {},
  Selection: class {},
  SnippetString: class {
    readonly value: string;
    constructor(value: string) {
      this.value = value;
    }
  },
  QuickPickItemKind: { Separator: -1 },
  QuickInputButtons: { Back: 'back' },
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
    activeTextEditor: undefined as unknown,
    visibleTextEditors: [] as unknown[],
    onDidChangeVisibleTextEditors: editor.editors.event,
    createQuickPick: () => new FakePick(),
    showTextDocument: async (document: FakeDocument) => editorOf(document),
    createWebviewPanel,
    registerWebviewPanelSerializer(_type: string, serializer: typeof editor.serializer) {
      editor.serializer = serializer;
      return nothing;
    },
    createStatusBarItem: () => ({
      set text(text: string) {
        editor.statusBar.text = text;
      },
      set command(command: unknown) {
        editor.statusBar.command = command;
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
    async showErrorMessage(message: string) {
      editor.errors.push(message);
    },
    async showSaveDialog({ defaultUri }: { defaultUri?: FakeUri }) {
      editor.offered.push(String(defaultUri));
      return editor.saved;
    },
  },
  workspace: {
    onDidRenameFiles: editor.renamed.event,
    onDidCloseTextDocument: editor.closed.event,
    workspaceFolders: undefined as undefined | { uri: FakeUri }[],
    getWorkspaceFolder: (uri: FakeUri) =>
      vscode.workspace.workspaceFolders?.find(folder =>
        uri.toString().startsWith(`${folder.uri.toString()}/`),
      ),
    get textDocuments() {
      return editor.opened;
    },
    fs: {
      writeFile: () => Promise.reject(new Error('the disk is full')),
    },
    asRelativePath: (uri: FakeUri) => uri.path,
    async openTextDocument(what: FakeUri | { content?: string }) {
      const known =
        what instanceof FakeUri && editor.opened.find(({ uri }) => uri.toString() === what.toString());
      if (known) return known;
      if (what instanceof FakeUri && editor.missing.includes(what.toString()))
        throw new Error('no such file');
      const [uri, text] =
        what instanceof FakeUri
          ? [what.toString(), '']
          : [`untitled:${editor.opened.length}`, what.content ?? ''];
      const document = new FakeDocument(uri, text);
      editor.opened.push(document);
      return document;
    },
    getConfiguration: () => ({ get: (name: string) => editor.settings[name] }),
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
