import type { Report } from '../../simulator/index.ts';
import type { PanelProblem } from '../messages.ts';
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

/** The whole results page, in a panel or on its own. Each call shows one state; the last result stays beneath. */
export interface Page {
  report(report: Report): void;
  busy(message: string, fraction?: number): void;
  idle(): void;
  failed(problems: readonly PanelProblem[]): void;
  empty(): void;
}

export function createPage(root: HTMLElement, actions: Actions, remembered?: unknown): Page {
  const frame = createFrame(actions);
  const head = createHead(actions);
  const parts = sections.map(view => createSection(view, actions));
  const main = element('main', {}, head.element, ...parts.map(part => part.element));
  let current: Report | undefined;
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

  root.replaceChildren(frame.progress, frame.notice, main);
  main.hidden = true;
  onThemeChange(draw);
  listenForEscape(actions);
  return {
    report(report) {
      current = report;
      main.hidden = false;
      frame.settle();
      frame.notice.replaceChildren();
      draw();
    },
    busy: (message, fraction) => frame.busy(message, fraction, current !== undefined),
    idle() {
      frame.settle();
      if (!current) frame.empty();
    },
    failed(problems) {
      frame.settle();
      frame.failed(problems, current !== undefined);
    },
    empty() {
      frame.settle();
      frame.empty();
    },
  };
}

/** Escape gives the focus back to the editor, unless something on the page has a use for it first. */
function listenForEscape(actions: Actions): void {
  document.addEventListener('keydown', event => {
    const field = event.target instanceof HTMLInputElement && event.target.value !== '';
    if (event.key === 'Escape' && !field && !event.defaultPrevented) actions.leave?.();
  });
}
