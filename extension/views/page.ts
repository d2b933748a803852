import type { Report } from '../../simulator/index.ts';
import { type FailureCause, type PanelProblem, type Shown, sameShown } from '../messages.ts';
import type { Actions } from './actions.ts';
import { type Choices, choicesFor } from './choices.ts';
import { element } from './element.ts';
import { createFrame } from './frame.ts';
import { createHead } from './head.ts';
import { oneStudy, themeOfStudy } from './one-study.ts';
import { createSection } from './section.ts';
import { sections } from './sections.ts';
import { summary } from './summary.ts';
import { onThemeChange, readTheme } from './theme.ts';
import { verdictLine } from './verdict.ts';

/** The whole results page, in a panel or on its own. Each call shows one state; the last result of the same stays beneath. */
export interface Page {
  /** `shown` tells results of one thing from those of another; a page on its own shows but one. */
  report(report: Report, shown?: Shown): void;
  busy(message: string, fraction?: number): void;
  outdated(follows: boolean): void;
  idle(stale: boolean): void;
  failed(cause: FailureCause, problems: readonly PanelProblem[], shown: Shown): void;
  empty(gone?: string): void;
}

export function createPage(root: HTMLElement, actions: Actions, remembered?: unknown): Page {
  const frame = createFrame(actions);
  const head = createHead(actions);
  const parts = sections.map(view => createSection(view, actions));
  const main = element('main', {}, head.element, ...parts.map(part => part.element));
  let current: Report | undefined;
  let currentlyShown: Shown | undefined;
  let choices: unknown = remembered;

  const choose = (choice: Partial<Choices>) => {
    if (!current) return;
    choices = { ...choicesFor(current, choices), ...choice };
    actions.remember?.(choices as Choices);
    draw();
  };
  const draw = () => {
    if (!current) return;
    const chosen = choicesFor(current, choices);
    const study = current.studies.findIndex(({ label }) => label === chosen.study);
    const report = oneStudy(current, study);
    const theme = themeOfStudy(readTheme(), report, current);
    const look = { report, all: current, theme, choices: chosen };
    const words = summary(report, current);
    head.update(words, look, choose);
    for (const part of parts) part.update(look, choose);
    actions.headline?.(words.headline, words.verdicts.map(verdictLine).join('\n'));
  };

  const empty = (gone?: string) => {
    current = undefined;
    main.hidden = true;
    frame.empty(gone);
  };

  root.replaceChildren(...frame.elements, main);
  main.hidden = true;
  onThemeChange(draw);
  listenForEscape(actions);
  return {
    report(report, shown) {
      current = report;
      currentlyShown = shown;
      main.hidden = false;
      frame.report();
      draw();
    },
    busy: (message, fraction) => frame.busy(message, fraction),
    outdated: follows => frame.outdated(follows),
    idle: stale => frame.idle(stale),
    failed(cause, problems, shown) {
      // What another text came to would pass for the last good result of this one.
      if (!sameShown(shown, currentlyShown)) empty();
      frame.failed(cause, problems);
    },
    empty,
  };
}

/** Escape gives the focus back to the editor, unless something on the page has a use for it first. */
function listenForEscape(actions: Actions): void {
  document.addEventListener('keydown', event => {
    const field = event.target instanceof HTMLInputElement && event.target.value !== '';
    if (event.key === 'Escape' && !field && !event.defaultPrevented) actions.leave?.();
  });
}
