import type { FailureCause, PanelProblem } from '../messages.ts';
import type { Actions } from './actions.ts';
import { button, element } from './element.ts';
import { keepingFocus } from './keeping-focus.ts';
import { createWorking } from './working.ts';

/** What surrounds a result: whether it is still true, what is under way, what is wrong, and what to do when there is nothing yet. */
export interface Frame {
  /** In this order on the page. */
  readonly elements: readonly HTMLElement[];
  /** There is a result, and it is true. */
  report(): void;
  busy(message: string, fraction: number | undefined): void;
  /** The result is of a text that has changed since. */
  outdated(follows: boolean): void;
  /** Nothing is under way any more. */
  idle(stale: boolean): void;
  failed(cause: FailureCause, problems: readonly PanelProblem[]): void;
  /** There is no result any more; `gone` is the file that is not there any more. */
  empty(gone?: string): void;
}

export function createFrame(actions: Actions): Frame {
  const working = createWorking(actions);
  const notice = element('div', { class: 'notice', 'aria-live': 'polite' });
  const outdatedNote = noteThatTextChanged(actions);
  let haveResult = false;
  let isBusy = false;
  let isBroken = false;
  let isOutdated = false;

  const grey = () =>
    document.documentElement.classList.toggle('stale', haveResult && (isBusy || isBroken || isOutdated));
  const say = (...content: HTMLElement[]) => {
    // What is said already is not said again, and keeps the focus.
    if (
      notice.children.length === content.length &&
      content.every((each, index) => notice.children[index] === each)
    )
      return;
    keepingFocus(notice, () => notice.replaceChildren(...content));
  };
  const settle = () => {
    isBusy = false;
    working.stop();
  };
  return {
    elements: [working.progress, working.element, notice],
    report() {
      settle();
      haveResult = true;
      isBroken = false;
      isOutdated = false;
      say();
      grey();
    },
    busy(message, fraction) {
      isBusy = true;
      if (!haveResult) say();
      working.show(message, fraction, haveResult);
      grey();
    },
    outdated(follows) {
      isOutdated = true;
      // What is wrong with the text matters more; and what follows at once need not be announced.
      if (!isBroken && !follows && haveResult) say(outdatedNote);
      grey();
    },
    idle(stale) {
      settle();
      isOutdated = stale;
      if (stale && !isBroken && haveResult) say(outdatedNote);
      grey();
    },
    failed(cause, problems) {
      settle();
      isBroken = true;
      say(problemList(cause, problems, haveResult, actions));
      grey();
    },
    empty(gone) {
      settle();
      haveResult = false;
      isBroken = false;
      isOutdated = false;
      say(invitation(gone, actions));
      grey();
    },
  };
}

function noteThatTextChanged({ evaluate }: Actions): HTMLElement {
  const run = evaluate ? [' ', button('Evaluate', evaluate, 'secondary')] : [];
  return element('div', { class: 'outdated' }, 'The text has changed since this result.', ...run);
}

function invitation(gone: string | undefined, { evaluate, compare }: Actions): HTMLElement {
  const run = [
    ...(evaluate ? [button('Evaluate', evaluate, 'primary')] : []),
    ...(compare ? [button('Compare chips…', compare, 'secondary')] : []),
  ];
  return element(
    'div',
    { class: 'welcome' },
    element('h1', {}, gone === undefined ? 'Nothing evaluated yet' : `${gone} is closed or was moved`),
    element(
      'p',
      {},
      'Open a .pim file and evaluate it: energy, area, throughput and latency of its chips appear here and follow the text. Or compare chips of the library.',
    ),
    element('div', { class: 'buttons' }, ...run),
  );
}

function problemList(
  cause: FailureCause,
  problems: readonly PanelProblem[],
  haveResult: boolean,
  actions: Actions,
): HTMLElement {
  const items = problems.slice(0, problemsShown).map(problem => problemItem(cause, problem, actions));
  const more = problems.length - problemsShown;
  return element(
    'div',
    { class: 'problems' },
    element(
      'h2',
      {},
      element('span', { class: 'mark failed', 'aria-hidden': true }, '✕'),
      failureTitle(cause, haveResult),
    ),
    element('ul', {}, ...items, ...(more > 0 ? [element('li', {}, `and ${more} more`)] : [])),
    ...(cause === 'server' ? [waysOut(actions)] : []),
  );
}

/** What is wrong, in a sentence, and what is still to be seen. */
export function failureTitle(cause: FailureCause, haveResult: boolean): string {
  const rest = haveResult ? '; this is the last good result.' : ', so there is no result yet.';
  const titles: Readonly<Record<FailureCause, string>> = {
    text: `The text has errors${rest}`,
    question: `The text has no answer to what is asked${rest}`,
    server: `The language server did not answer${rest}`,
  };
  return titles[cause];
}

const problemsShown = 5;

function problemItem(
  cause: FailureCause,
  { message, place, uri, line }: PanelProblem,
  { open }: Actions,
): HTMLElement {
  const words = element('span', {}, message);
  // What a server says of itself is at no place of the text.
  if (cause === 'server') return element('li', {}, words);
  return element('li', {}, open ? button(place, () => open(uri, line), 'link') : place, ' ', words);
}

function waysOut({ restart, output }: Actions): HTMLElement {
  return element(
    'div',
    { class: 'buttons' },
    ...(restart ? [button('Restart', restart, 'secondary')] : []),
    ...(output ? [button('Show Output', output, 'secondary')] : []),
  );
}
