import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import type { Actions } from './actions.ts';
import { button, element } from './element.ts';
import { type Axis, type Figure, type Row, rowHeight } from './figure.ts';
import { hatch } from './hatch.ts';
import { type ChartState, marks, rowAt, rowSize, rowTop } from './marks.ts';
import { copyPicture } from './picture.ts';
import { createTable } from './table.ts';
import type { Theme } from './theme.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** A figure on the page: title, chart, table and buttons. Updating it changes the bars in place. */
export interface ChartBlock {
  readonly element: HTMLElement;
  update(figure: Figure, theme: Theme): void;
  remove(): void;
}

export function createChart(actions: Actions): ChartBlock {
  const parts = layout(actions);
  let chart: Chart<'bar', (number | null)[], string> | undefined;
  let state: ChartState | undefined;

  const change = (next: Partial<ChartState>) => {
    if (!state || !chart) return;
    state = { ...state, ...next };
    chart.draw();
    showHover(parts.hover, chart, state);
  };

  const update = (figure: Figure, theme: Theme) => {
    const steady = { ...figure, axis: steadyAxis(state?.figure.axis, figure.axis) };
    state = { ...pointing(state, steady), figure: steady, theme };
    fillText(parts, figure);
    parts.table.update(figure.table);
    parts.box.style.height = `${figure.rows.length * rowHeight + around(figure)}px`;
    const config = prepared(steady, theme);
    if (chart) {
      chart.data = config.data;
      chart.options = config.options ?? {};
      chart.update(theme.animate ? undefined : 'none');
    } else {
      const first = { ...config, options: { ...config.options, animation: false as const } };
      chart = new Chart(parts.canvas, { ...first, plugins: [marks(() => state!)] });
    }
    showHover(parts.hover, chart, state);
  };

  listen(parts, actions, () => chart && state && { chart, state }, change);
  return { element: parts.root, update, remove: () => chart?.destroy() };
}

// The axis below the bars, and above them the words on its lines.
const around = (figure: Figure): number => 30 + (figure.lines.length > 0 ? 20 : 2);

type Parts = ReturnType<typeof layout>;

function layout(actions: Actions) {
  const title = element('h3');
  const subtitle = element('p', { class: 'subtitle' });
  const canvas = element('canvas', { role: 'img', tabindex: 0, 'aria-roledescription': 'bar chart' });
  const hover = element('div', { class: 'hover', hidden: true });
  const box = element('div', { class: 'chart' }, canvas, hover);
  const note = element('p', { class: 'note' });
  const reader = element('div', { class: 'unseen', 'aria-live': 'polite' });
  const table = createTable(actions);
  const details = element('details', {}, element('summary', {}, 'Table'), table.element);
  const picture = button('Copy picture', () => void copyPicture(canvas, title, subtitle, actions, reader));
  const tools = element('div', { class: 'tools' }, details, picture);
  const root = element('figure', {}, title, subtitle, box, note, tools, reader);
  return { root, title, subtitle, canvas, hover, box, note, reader, table };
}

function fillText(parts: Parts, figure: Figure): void {
  parts.root.id = figure.id;
  parts.title.textContent = figure.title;
  parts.subtitle.textContent = figure.subtitle;
  parts.note.textContent = figure.note ?? '';
  parts.canvas.setAttribute(
    'aria-label',
    `${figure.title}. ${figure.summary} Arrow keys move through the bars, Enter goes to the text.`,
  );
}

/** While the question stays the same the scale does too, unless a bar would leave it or shrink to a stub. */
function steadyAxis(before: Axis | undefined, next: Axis): Axis {
  const same = before?.question === next.question && before.unit === next.unit;
  return same && next.max <= before.max && next.max >= before.max * 0.4 ? before : next;
}

/** What the reader pointed at survives an update as long as the bars are the same ones. */
function pointing(state: ChartState | undefined, figure: Figure) {
  const names = (rows: readonly Row[]) => rows.map(row => row.label).join('\n');
  const same = state && names(state.figure.rows) === names(figure.rows);
  return same ? state : { active: undefined, ring: false, reference: undefined };
}

/** The configuration with what only a page has: hatching, and the steady scale. */
function prepared(figure: Figure, theme: Theme): Figure['config'] {
  const { config, axis } = figure;
  const [given, assumed] = config.data.datasets;
  const x = { ...config.options?.scales?.['x'], max: axis.max, ticks: ticksOf(config, axis) };
  return {
    ...config,
    data: {
      // Headings are drawn by the marks, bold and from the left edge.
      labels: figure.rows.map(row => (row.bar ? row.label : '')),
      datasets: [
        given!,
        { ...assumed!, backgroundColor: figure.rows.map(row => hatchOf(row, theme)), ...edged(figure) },
      ],
    },
    options: { ...config.options, scales: { ...config.options?.scales, x } } as NonNullable<
      typeof config.options
    >,
  };
}

const ticksOf = (config: Figure['config'], axis: Axis) => ({
  ...config.options?.scales?.['x']?.ticks,
  stepSize: axis.step,
});

const hatchOf = (row: Row, theme: Theme) =>
  row.bar && row.bar.assumed > 0 ? hatch(row.bar.color, theme) : 'transparent';

const edged = (figure: Figure) => ({
  borderColor: figure.rows.map(row => row.bar?.color ?? 'transparent'),
  borderWidth: figure.rows.map(row => (row.bar && row.bar.assumed > 0 ? 1 : 0)),
});

type Current = () => { chart: Chart; state: ChartState } | undefined;

function listen(
  parts: Parts,
  actions: Actions,
  current: Current,
  change: (next: Partial<ChartState>) => void,
): void {
  const { canvas } = parts;
  const bar = (index: number | undefined) =>
    index === undefined ? undefined : current()?.state.figure.rows[index]?.bar;
  const pointed = (event: MouseEvent) => {
    const found = current();
    const index = found ? rowAt(found.chart, event.offsetY) : -1;
    return bar(index) ? index : undefined;
  };
  const compare = (index: number | undefined) => {
    const same = current()?.state.reference === index;
    change({ reference: same ? undefined : index });
    current()?.chart.update('none');
  };
  const follow = (index: number | undefined) => {
    const origin = bar(index)?.origin;
    if (origin !== undefined) actions.reveal?.(origin);
  };
  canvas.addEventListener('mousemove', event => {
    const index = pointed(event);
    canvas.style.cursor = actions.reveal && bar(index)?.origin !== undefined ? 'pointer' : 'default';
    if (index !== current()?.state.active) change({ active: index, ring: false });
  });
  canvas.addEventListener('mouseleave', () => change({ active: undefined, ring: false }));
  canvas.addEventListener('blur', () => change({ active: undefined, ring: false }));
  canvas.addEventListener('click', event =>
    event.altKey ? compare(pointed(event)) : follow(pointed(event)),
  );
  canvas.addEventListener('keydown', event => {
    const found = current();
    if (!found) return;
    const { active } = found.state;
    if (event.key === 'Enter') {
      if (event.altKey) compare(active);
      else follow(active);
    } else if (event.key === 'Escape' && active !== undefined) {
      change({ active: undefined, ring: false });
      // The first Escape puts the hover away; the next one leaves the panel.
      event.stopPropagation();
    } else {
      const next = moved(found.state.figure.rows, active, event.key);
      if (next === undefined) return;
      change({ active: next, ring: true });
      const target = found.state.figure.rows[next]?.bar;
      if (target) parts.reader.textContent = [target.reading, ...target.derivation.slice(0, 3)].join('. ');
    }
    event.preventDefault();
  });
}

/** The row an arrow key leads to, headings passed over. */
function moved(rows: readonly Row[], active: number | undefined, key: string): number | undefined {
  const bars = rows.flatMap((row, index) => (row.bar ? [index] : []));
  const at = active === undefined ? -1 : bars.indexOf(active);
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return bars[Math.min(at + 1, bars.length - 1)];
    case 'ArrowUp':
    case 'ArrowLeft':
      return bars[Math.max(at - 1, 0)];
    case 'Home':
      return bars[0];
    case 'End':
      return bars.at(-1);
    default:
      return undefined;
  }
}

function showHover(hover: HTMLElement, chart: Chart, { figure, active }: ChartState): void {
  const bar = active === undefined ? undefined : figure.rows[active]?.bar;
  hover.hidden = !bar;
  if (!bar || active === undefined) return;
  const lines = bar.derivation.slice(0, hoverLines).map(line => element('div', {}, line));
  const more = bar.derivation.length - hoverLines;
  hover.replaceChildren(
    element('strong', {}, bar.reading),
    ...lines,
    ...(more > 0 ? [element('div', {}, `and ${more} more`)] : []),
  );
  hover.style.top = `${rowTop(chart, active) + rowSize(chart) + 2}px`;
  const left = chart.width < 420 ? 0 : chart.chartArea.left;
  hover.style.left = `${left}px`;
  hover.style.maxWidth = `${chart.width - left}px`;
}

const hoverLines = 4;
