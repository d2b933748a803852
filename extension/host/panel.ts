import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import {
  type HostMessage,
  isPanelMessage,
  isShown,
  messageVersion,
  type PanelMessage,
  type Shown,
  sameShown,
} from '../messages.ts';
import { contextKeys, panelType } from './commands.ts';

/** The one results panel: it opens beside the text, survives a reload and forgets nothing it was last sent. */
export interface Panel extends vscode.Disposable {
  readonly visible: boolean;
  readonly isOpen: boolean;
  /** Opens the panel beside the text, or brings it to the front, leaving the focus where it is. */
  show(): void;
  /** Sends a message as soon as the page listens. The page is thrown away while hidden, so the latest are kept. */
  send(message: Unversioned<HostMessage>): void;
  /** Names what the panel shows, in its tab; nothing where it shows nothing. */
  name(file: string | undefined): void;
  readonly onMessage: vscode.Event<PanelMessage>;
  /** A panel came back after a reload; it shows nothing until it is evaluated again. */
  readonly onRestore: vscode.Event<Shown | undefined>;
  readonly onVisible: vscode.Event<boolean>;
}

export type Unversioned<Message> = Message extends unknown ? Omit<Message, 'version'> : never;

export function createPanel(context: vscode.ExtensionContext): Panel {
  const messages = new vscode.EventEmitter<PanelMessage>();
  const restored = new vscode.EventEmitter<Shown | undefined>();
  const visibility = new vscode.EventEmitter<boolean>();
  const root = vscode.Uri.joinPath(context.extensionUri, 'out', 'views');
  const kept = new Map<'result' | 'state', HostMessage>();
  let view: vscode.WebviewPanel | undefined;
  let listening = false;

  const receive = (message: unknown) => {
    if (!isPanelMessage(message)) return;
    if (message.type === 'ready') {
      listening = true;
      if (kept.size === 0) kept.set('state', { type: 'empty', version: messageVersion });
      for (const earlier of kept.values()) void view?.webview.postMessage(earlier);
    }
    messages.fire(message);
  };
  const adopt = (panel: vscode.WebviewPanel) => {
    view = panel;
    listening = false;
    panel.webview.options = { enableScripts: true, localResourceRoots: [root] };
    panel.iconPath = vscode.Uri.joinPath(context.extensionUri, 'extension', 'icon.png');
    panel.webview.onDidReceiveMessage(receive);
    panel.onDidChangeViewState(() => {
      if (!panel.visible) listening = false;
      visibility.fire(panel.visible);
    });
    panel.onDidDispose(() => {
      if (view !== panel) return;
      view = undefined;
      kept.clear();
      setShown(false);
      visibility.fire(false);
    });
    panel.webview.html = html(panel.webview, root);
    setShown(true);
  };
  const serializer = vscode.window.registerWebviewPanelSerializer(panelType, {
    async deserializeWebviewPanel(panel, state: unknown) {
      view?.dispose();
      adopt(panel);
      restored.fire(
        isShown(state)
          ? {
              uri: state.uri,
              ...(state.target && { target: state.target }),
              ...(state.sensitivity && { sensitivity: true }),
            }
          : undefined,
      );
    },
  });
  return {
    get visible() {
      return view?.visible === true;
    },
    get isOpen() {
      return view !== undefined;
    },
    show() {
      if (view) return view.visible ? undefined : view.reveal(undefined, true);
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      adopt(
        vscode.window.createWebviewPanel(panelType, title(), place, {
          enableScripts: true,
          localResourceRoots: [root],
        }),
      );
    },
    send(message) {
      const versioned = { ...message, version: messageVersion } as HostMessage;
      keep(kept, versioned);
      if (listening) void view?.webview.postMessage(versioned);
    },
    name(file) {
      if (view) view.title = file === undefined ? title() : vscode.l10n.t('PIM Results: {0}', file);
    },
    onMessage: messages.event,
    onRestore: restored.event,
    onVisible: visibility.event,
    dispose() {
      for (const one of [serializer, messages, restored, visibility, view]) one?.dispose();
    },
  };
}

/** A page that comes back needs the last result, and then what has happened since. */
function keep(kept: Map<'result' | 'state', HostMessage>, message: HostMessage): void {
  const result = kept.get('result');
  // What went wrong with one thing says nothing about the result of another.
  const ofAnother =
    message.type === 'failed' && result?.type === 'report' && !sameShown(message.shown, result.shown);
  if (message.type === 'report' || message.type === 'empty' || ofAnother) kept.clear();
  if (message.type === 'report') kept.set('result', message);
  else if (message.type === 'idle' && !message.stale) kept.delete('state');
  else kept.set('state', message);
}

const title = (): string => vscode.l10n.t('PIM Results');

const setShown = (shown: boolean): void =>
  void vscode.commands.executeCommand('setContext', contextKeys.resultsShown, shown);

/** Nothing but our own script, style and pictures may load, and nothing may be sent anywhere. */
function html(webview: vscode.Webview, root: vscode.Uri): string {
  const nonce = randomBytes(18).toString('base64');
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(root, file)).toString();
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource} data:`,
    // Chart.js sizes its canvas with inline styles.
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title()}</title>
<link rel="stylesheet" href="${address('style.css')}">
</head>
<body><script nonce="${nonce}" type="module" src="${address('panel.js')}"></script></body>
</html>`;
}
