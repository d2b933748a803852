import {
  type HostMessage,
  isHostMessage,
  isShown,
  messageVersion,
  type PanelMessage,
  type Shown,
} from '../messages.ts';
import type { Choices } from './choices.ts';
import { createPage } from './page.ts';

/** The page inside the editor's panel: messages in, pictures out. */

/** What survives a reload: what is shown, for the host, and what the reader looked at, for the page. */
interface PanelState extends Shown {
  readonly choices?: Choices;
}

declare function acquireVsCodeApi(): {
  postMessage(message: PanelMessage): void;
  setState(state: PanelState | undefined): void;
  getState(): unknown;
};

const editor = acquireVsCodeApi();
const version = messageVersion;
let state = restoredState();

const page = createPage(
  document.body,
  {
    reveal: origin => editor.postMessage({ type: 'reveal', version, origin }),
    open: (uri, line) => editor.postMessage({ type: 'open', version, uri, line }),
    evaluate: () => editor.postMessage({ type: 'evaluate', version }),
    insert: () => editor.postMessage({ type: 'insert', version }),
    compare: () => editor.postMessage({ type: 'compare', version }),
    cancel: () => editor.postMessage({ type: 'cancel', version }),
    restart: () => editor.postMessage({ type: 'restart', version }),
    output: () => editor.postMessage({ type: 'output', version }),
    leave: () => editor.postMessage({ type: 'leave', version }),
    headline: (text, detail) => editor.postMessage({ type: 'headline', version, text, detail }),
    copy: text => editor.postMessage({ type: 'copy', version, text }),
    savePicture: (name, data) => editor.postMessage({ type: 'picture', version, name, data }),
    remember: choices => state && keep({ ...state, choices }),
  },
  state?.choices,
);

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isHostMessage(data)) show(data);
});
editor.postMessage({ type: 'ready', version });

function show(message: HostMessage): void {
  if (message.type === 'report' || message.type === 'failed')
    keep({ ...message.shown, ...(state?.choices ? { choices: state.choices } : {}) });
  switch (message.type) {
    case 'report':
      return page.report(message.report, message.shown);
    case 'busy':
      return page.busy(message.message, message.fraction);
    case 'outdated':
      return page.outdated(message.follows);
    case 'idle':
      return page.idle(message.stale);
    case 'failed':
      return page.failed(message.cause, message.problems, message.shown);
    case 'empty':
      keep(undefined);
      return page.empty(message.gone);
  }
}

function keep(next: PanelState | undefined): void {
  state = next;
  editor.setState(next);
}

function restoredState(): PanelState | undefined {
  const found = editor.getState();
  return isShown(found) ? found : undefined;
}
