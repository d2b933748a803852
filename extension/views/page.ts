import type { Report } from '../../simulator/index.ts';
import type { PanelProblem } from '../messages.ts';
import type { Actions } from './actions.ts';
import { basis } from './assumptions.ts';
import { type ChartBlock, createChart } from './chart.ts';
import { type Choices, choicesFor } from './choices.ts';
import { claims, expectations } from './claims.ts';
import { comparisons } from './comparison.ts';
import { button, element } from './element.ts';
import { energyBreakdown } from './energy-breakdown.ts';
import type { Figure } from './figure.ts';
import { layers } from './layers.ts';
import { metrics } from './metrics.ts';
import { treeQuantities } from './parts.ts';
import { select } from './select.ts';
import { type Summary, summary, type Verdict } from './summary.ts';
import { createTable, type TableBlock } from './table.ts';
import type { Table } from './table-text.ts';
import { onThemeChange, readTheme } from './theme.ts';
import { throughput } from './throughput.ts';

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
  const sections = createSections(actions);
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
    const theme = readTheme();
    const chosen = choicesFor(current, choices);
    const words = summary(current);
    sections.summary(words);
    sections.comparison(comparisons(current, theme), theme);
    sections.metric(current, theme, chosen, choose);
    sections.breakdown(current, theme, chosen, choose);
    sections.layers(current, chosen, choose);
    sections.statements(current);
    sections.basis(current);
    actions.headline?.(words.headline, words.verdicts.map(verdictLine).join('\n'));
  };

  root.replaceChildren(frame.progress, frame.notice, sections.root);
  sections.root.hidden = true;
  onThemeChange(draw);
  listenForEscape(actions);
  return {
    report(report) {
      current = report;
      sections.root.hidden = false;
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

const verdictLine = ({ text, claim, basis }: Verdict): string =>
  `${claim ? `${text} (${claim})` : text}${basis ? `, ${basis}` : ''}`;

/** Escape gives the focus back to the editor, unless something on the page has a use for it first. */
function listenForEscape(actions: Actions): void {
  document.addEventListener('keydown', event => {
    const field = event.target instanceof HTMLInputElement && event.target.value !== '';
    if (event.key === 'Escape' && !field && !event.defaultPrevented) actions.leave?.();
  });
}

/** What surrounds a result: the thin progress line, what is wrong, and what to do when there is nothing yet. */
function createFrame(actions: Actions) {
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

function invitation({ evaluate }: Actions): HTMLElement {
  const run = evaluate ? [button('Evaluate', evaluate, 'primary')] : [];
  return element(
    'div',
    { class: 'welcome' },
    element('h1', {}, 'Nothing evaluated yet'),
    element(
      'p',
      {},
      'Open a .pim file and evaluate it: energy, area, throughput and latency of its chips appear here and follow the text.',
    ),
    ...run,
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

type Theme = ReturnType<typeof readTheme>;
type Choose = (choice: Partial<Choices>) => void;

/** The sections of a result, made once and filled again for each report. */
function createSections(actions: Actions) {
  const verdict = element('header', {});
  const keyNumbers = createTable(actions);
  const comparison = chartGroup(actions);
  const metric = chartGroup(actions);
  const breakdown = chartGroup(actions);
  const layerTable = createTable(actions);
  const claimTable = createTable(actions);
  const expectationTable = createTable(actions);
  const at = {
    comparison: section('comparison', 'Comparison', comparison.element),
    metric: section('metric', 'Network by network', metric.element),
    breakdown: section('breakdown', 'Where it goes', breakdown.element),
    layers: section('layers', 'Layers', layerTable.element),
    claims: section('claims', 'Claims', claimTable.element),
    expectations: section('expectations', 'Expectations', expectationTable.element),
    basis: section('basis', 'Assumptions and sources', element('div', {})),
  };
  const head = element('section', { class: 'head' }, verdict, keyNumbers.element);
  const root = element('main', {}, head, ...Object.values(at).map(one => one.element));
  return {
    root,
    summary({ verdicts, warning, table }: Summary) {
      verdict.replaceChildren(...verdicts.map(verdictElement), ...(warning ? [warningElement(warning)] : []));
      keyNumbers.update(table);
    },
    comparison(figures: readonly Figure[], theme: Theme) {
      at.comparison.element.hidden = figures.length === 0;
      comparison.update(figures, theme);
    },
    metric(report: Report, theme: Theme, chosen: Choices, choose: Choose) {
      const options = Object.entries(metrics).map(([value, { label }]) => ({ value, label }));
      const picker = select('Metric', options, chosen.metric, value =>
        choose({ metric: value as Choices['metric'] }),
      );
      at.metric.tools([picker]);
      metric.update([throughput(report, theme, chosen.metric)], theme);
    },
    breakdown(report: Report, theme: Theme, chosen: Choices, choose: Choose) {
      const quantities = Object.entries(treeQuantities).map(([value, { label }]) => ({ value, label }));
      at.breakdown.tools([
        select('Quantity', quantities, chosen.quantity, value =>
          choose({ quantity: value as Choices['quantity'] }),
        ),
        ...workloadPicker(report, chosen, choose),
      ]);
      breakdown.update(energyBreakdown(report, theme, chosen.workload, chosen.quantity), theme);
    },
    layers(report: Report, chosen: Choices, choose: Choose) {
      const found = report.evaluations.find(
        ({ chip, workload }) => chip === chosen.chip && workload === chosen.workload,
      );
      at.layers.element.hidden = !found;
      if (!found) return;
      const view = layers(found);
      at.layers.words(view.title, view.subtitle);
      at.layers.tools([...chipPicker(report, chosen, choose), ...workloadPicker(report, chosen, choose)]);
      layerTable.update(view.table);
    },
    statements(report: Report) {
      fill(at.claims, claimTable, claims(report));
      fill(at.expectations, expectationTable, expectations(report));
    },
    basis(report: Report) {
      at.basis.body.replaceChildren(basisElement(report, actions));
    },
  };
}

function fill(at: Section, block: TableBlock, view: { title: string; table: Table } | undefined): void {
  at.element.hidden = !view;
  if (!view) return;
  at.words(view.title);
  block.update(view.table);
}

interface Section {
  readonly element: HTMLElement;
  readonly body: HTMLElement;
  words(title: string, subtitle?: string): void;
  /** Replaces the controls beside the heading, keeping the focus where it was. */
  tools(controls: readonly HTMLElement[]): void;
}

function section(id: string, name: string, body: HTMLElement): Section {
  const controls = element('div', { class: 'controls' });
  const title = element('h3');
  const subtitle = element('p', { class: 'subtitle' });
  const words = element('div', { hidden: true }, title, subtitle);
  const head = element('div', { class: 'section-head' }, element('h2', { id: `${id}-name` }, name), controls);
  const result = element(
    'section',
    { id: `section-${id}`, 'aria-labelledby': `${id}-name` },
    head,
    words,
    body,
  );
  return {
    element: result,
    body,
    words(text, below = '') {
      words.hidden = false;
      title.textContent = text;
      subtitle.textContent = below;
    },
    tools(next) {
      const focused = [...controls.children].findIndex(child => child.contains(document.activeElement));
      controls.replaceChildren(...next);
      if (focused >= 0) next[focused]?.querySelector('select')?.focus();
    },
  };
}

function workloadPicker({ workloads }: Report, { workload }: Choices, choose: Choose): HTMLElement[] {
  if (workloads.length < 2) return [];
  const options = workloads.map(({ name }) => ({ value: name, label: name }));
  return [select('Network', options, workload, value => choose({ workload: value }))];
}

function chipPicker({ chips }: Report, { chip }: Choices, choose: Choose): HTMLElement[] {
  if (chips.length < 2) return [];
  const options = chips.map(({ name }) => ({ value: name, label: name }));
  return [select('Chip', options, chip, value => choose({ chip: value }))];
}

/** Figures side by side where there is room; one that is already there is updated in place. */
function chartGroup(actions: Actions) {
  const blocks = new Map<string, ChartBlock>();
  const grid = element('div', { class: 'figures' });
  return {
    element: grid,
    update(figures: readonly Figure[], theme: Theme) {
      for (const [id, block] of blocks)
        if (!figures.some(figure => figure.id === id)) {
          block.remove();
          block.element.remove();
          blocks.delete(id);
        }
      for (const figure of figures) {
        const block = blocks.get(figure.id) ?? createChart(actions);
        // A chart measures the room it has, so it goes onto the page before it is drawn.
        if (!blocks.has(figure.id)) grid.append(block.element);
        blocks.set(figure.id, block);
        block.update(figure, theme);
      }
    },
  };
}

function verdictElement({ text, claim, basis: over }: Verdict, index: number): HTMLElement {
  const cut = /^(.*?: )([^ ]+×)(.*)$/.exec(text);
  const words = cut ? [cut[1]!, element('b', {}, cut[2]!), cut[3]!] : [text];
  const claimed = claim ? [' ', element('span', { class: 'claimed' }, `(${claim})`)] : [];
  return element(
    'div',
    { class: 'verdict' },
    element(index === 0 ? 'h1' : 'p', { class: 'answer' }, ...words, ...claimed),
    element('p', { class: 'subtitle' }, over),
  );
}

function warningElement(warning: string): HTMLElement {
  const mark = element('span', { class: 'mark failed', 'aria-hidden': true }, '✕');
  return element('p', { class: 'warning' }, mark, element('a', { href: '#section-expectations' }, warning));
}

function basisElement(report: Report, { reveal }: Actions): HTMLElement {
  const { title, assumptions, sources } = basis(report);
  const bySubject = assumptions.flatMap(({ subject, items }) => [
    element('dt', {}, subject),
    ...items.map(({ text, origin }) => {
      const words = reveal ? button(text, () => reveal(origin), 'link') : text;
      return element('dd', {}, words);
    }),
  ]);
  const list = sources.map(({ text, usedBy, address }) =>
    element(
      'li',
      {},
      address ? element('a', { href: address }, text) : text,
      element('span', { class: 'subtitle' }, usedBy ? ` used by ${usedBy}` : ''),
    ),
  );
  return element(
    'details',
    { class: 'basis' },
    element('summary', {}, title),
    element('h3', {}, 'Assumptions'),
    element('dl', {}, ...bySubject),
    element('h3', {}, 'Sources'),
    element('ul', {}, ...list),
  );
}
