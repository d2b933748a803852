import type { PanelProblem } from '../messages.ts';
import type { Actions } from './actions.ts';
import { button, element } from './element.ts';

/** What surrounds a result: the thin progress line, what is wrong, and what to do when there is nothing yet. */
export function createFrame(actions: Actions) {
  const bar = element('div', { class: 'bar' });
  const progress = element(
    'div',
    { class: 'progress', role: 'progressbar', 'aria-label': 'Evaluating', hidden: true },
    bar,
  );
  const notice = element('div', { class: 'notice', 'aria-live': 'polite' });
  const settle = () => {
    progress.hidden = true;
    document.documentElement.classList.remove('stale');
  };
  return {
    progress,
    notice,
    settle,
    busy(message: string, fraction: number | undefined, haveResult: boolean) {
      progress.hidden = false;
      progress.classList.toggle('endless', fraction === undefined);
      bar.style.width = fraction === undefined ? '' : `${Math.round(fraction * 100)}%`;
      if (haveResult) document.documentElement.classList.add('stale');
      else notice.replaceChildren(waiting(message, actions));
    },
    failed(problems: readonly PanelProblem[], haveResult: boolean) {
      document.documentElement.classList.toggle('stale', haveResult);
      notice.replaceChildren(problemList(problems, haveResult, actions));
    },
    empty() {
      notice.replaceChildren(invitation(actions));
    },
  };
}

function waiting(message: string, { cancel }: Actions): HTMLElement {
  const stop = cancel ? [button('Cancel', cancel, 'secondary')] : [];
  return element('div', { class: 'welcome' }, element('p', {}, message), ...stop);
}

function invitation({ evaluate, compare }: Actions): HTMLElement {
  const run = [
    ...(evaluate ? [button('Evaluate', evaluate, 'primary')] : []),
    ...(compare ? [button('Compare chips…', compare, 'secondary')] : []),
  ];
  return element(
    'div',
    { class: 'welcome' },
    element('h1', {}, 'Nothing evaluated yet'),
    element(
      'p',
      {},
      'Open a .pim file and evaluate it: energy, area, throughput and latency of its chips appear here and follow the text. Or compare chips of the library.',
    ),
    element('div', { class: 'buttons' }, ...run),
  );
}

function problemList(problems: readonly PanelProblem[], haveResult: boolean, actions: Actions): HTMLElement {
  const title = haveResult
    ? 'The text has errors; this is the last good result.'
    : 'The text has errors, so there is no result yet.';
  const items = problems.slice(0, problemsShown).map(problem => problemItem(problem, actions));
  const more = problems.length - problemsShown;
  return element(
    'div',
    { class: 'problems' },
    element('h2', {}, element('span', { class: 'mark failed', 'aria-hidden': true }, '✕'), title),
    element('ul', {}, ...items, ...(more > 0 ? [element('li', {}, `and ${more} more`)] : [])),
  );
}

const problemsShown = 5;

function problemItem({ message, place, uri, line }: PanelProblem, { open }: Actions): HTMLElement {
  const where = open ? button(place, () => open(uri, line), 'link') : place;
  return element('li', {}, where, ' ', element('span', {}, message));
}
