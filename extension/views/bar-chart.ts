import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import type { Actions } from './actions.ts';
import { type Axis, type BarFigure, type Row, rowHeight } from './figure.ts';
import { createFigureBlock, type Drawing, type FigureBlock } from './figure-block.ts';
import { hatch } from './hatch.ts';
import { type ChartState, marks, rowAt, rowSize, rowTop } from './marks.ts';
import type { Theme } from './theme.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** A figure of bars on the page. */
export const createBarChart = (actions: Actions): FigureBlock<BarFigure> =>
  createFigureBlock(actions, drawBars);

function drawBars(canvas: HTMLCanvasElement): Drawing<BarFigure> {
  let chart: Chart<'bar', (number | null)[], string> | undefined;
  let state: ChartState | undefined;
  return {
    kind: 'bar chart',
    items: 'bars',
    compares: true,
    marks: ({ rows }) => rows.map(({ bar }) => bar),
    height: figure => figure.rows.length * rowHeight + around(figure),
    draw(figure, theme, pointed) {
      const steady = { ...figure, axis: steadyAxis(state?.figure.axis, figure.axis) };
      state = { ...pointed, figure: steady, theme };
      const config = prepared(steady, theme);
      if (chart) {
        chart.data = config.data;
        chart.options = config.options ?? {};
        chart.update(theme.animate ? undefined : 'none');
        return;
      }
      const first = { ...config, options: { ...config.options, animation: false as const } };
      chart = new Chart(canvas, { ...first, plugins: [marks(() => state!)] });
    },
    point(pointed) {
      if (!chart || !state) return;
      const compares = pointed.reference !== state.reference;
      state = { ...state, ...pointed };
      // Labels of a comparison are wider, so the bars need another layout.
      if (compares) chart.update('none');
      else chart.draw();
    },
    markAt: (_, y) => (chart ? rowAt(chart, y) : undefined),
    hoverAt: index => ({
      left: chart?.chartArea.left ?? 0,
      top: chart ? rowTop(chart, index) + rowSize(chart) + 2 : 0,
    }),
    remove: () => chart?.destroy(),
  };
}

// The axis below the bars, and above them the words on its lines.
const around = (figure: BarFigure): number => 30 + (figure.lines.length > 0 ? 20 : 2);

/** While the question stays the same the scale does too, unless a bar would leave it or shrink to a stub. */
function steadyAxis(before: Axis | undefined, next: Axis): Axis {
  const same = before?.question === next.question && before.unit === next.unit;
  return same && next.max <= before.max && next.max >= before.max * 0.4 ? before : next;
}

/** The configuration with what only a page has: hatching, and the steady scale. */
function prepared(figure: BarFigure, theme: Theme): BarFigure['config'] {
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

const ticksOf = (config: BarFigure['config'], axis: Axis) => ({
  ...config.options?.scales?.['x']?.ticks,
  stepSize: axis.step,
});

const hatchOf = (row: Row, theme: Theme) =>
  row.bar && row.bar.assumed > 0 ? hatch(row.bar.color, theme) : 'transparent';

const edged = (figure: BarFigure) => ({
  borderColor: figure.rows.map(row => row.bar?.color ?? 'transparent'),
  borderWidth: figure.rows.map(row => (row.bar && row.bar.assumed > 0 ? 1 : 0)),
});
