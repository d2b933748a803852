import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  type Plugin,
} from 'chart.js';
import { formatNumber } from '../../simulator/units/index.ts';
import type { Actions } from './actions.ts';
import { barHeight, rowHeight, type Swing, type SwingFigure } from './figure.ts';
import { createFigureBlock, type Drawing, type FigureBlock, type Pointed } from './figure-block.ts';
import { rowAt, rowSize, rowTop } from './marks.ts';
import type { Theme } from './theme.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** A tornado on the page. */
export const createSwingChart = (actions: Actions): FigureBlock<SwingFigure> =>
  createFigureBlock(actions, drawSwings);

interface SwingState {
  readonly figure: SwingFigure;
  readonly theme: Theme;
  readonly pointed: Pointed;
}

type SwingConfig = ChartConfiguration<'bar', (number | null)[], string>;

function drawSwings(canvas: HTMLCanvasElement): Drawing<SwingFigure> {
  let chart: Chart<'bar', (number | null)[], string> | undefined;
  let state: SwingState | undefined;
  return {
    kind: 'tornado chart',
    items: 'bars',
    compares: false,
    marks: ({ swings }) => swings,
    height: ({ swings }) => swings.length * rowHeight + 34,
    draw(figure, theme, pointed) {
      state = { figure, theme, pointed };
      const config = configOf(figure, theme);
      if (chart) {
        chart.data = config.data;
        chart.options = config.options ?? {};
        chart.update(theme.animate ? undefined : 'none');
        return;
      }
      const first = { ...config, options: { ...config.options, animation: false as const } };
      chart = new Chart(canvas, { ...first, plugins: [labels(() => state!)] });
    },
    point(pointed) {
      if (!chart || !state) return;
      state = { ...state, pointed };
      chart.draw();
    },
    markAt: (_, y) => (chart ? rowAt(chart, y) : undefined),
    hoverAt: index => ({
      left: chart?.chartArea.left ?? 0,
      top: chart ? rowTop(chart, index) + rowSize(chart) + 2 : 0,
    }),
    remove: () => chart?.destroy(),
  };
}

/** Two bars to a row on one line, from zero to the change: hollow with the number smaller, filled with it larger. */
export function configOf({ swings, axis }: SwingFigure, theme: Theme): SwingConfig {
  const font = { family: theme.fontFamily, size: theme.fontSize };
  const [color] = theme.chips;
  const series = (label: string, of: (swing: Swing) => number | undefined, filled: boolean) => ({
    label,
    data: swings.map(swing => of(swing) ?? null),
    backgroundColor: filled ? color! : 'transparent',
    borderColor: theme.outline ?? color!,
    borderWidth: filled && !theme.outline ? 0 : 1.5,
    borderSkipped: false as const,
    barThickness: barHeight,
    grouped: false,
  });
  return {
    type: 'bar',
    data: {
      labels: swings.map(({ label }) => label),
      datasets: [
        // Where both go the same way, the outline is drawn over the filling.
        { ...series('smaller', ({ below }) => below, false), order: 0 },
        { ...series('larger', ({ above }) => above, true), order: 1 },
      ],
    },
    options: {
      indexAxis: 'y',
      responsive: true,
      maintainAspectRatio: false,
      animation: theme.animate ? { duration: 150 } : false,
      events: [],
      scales: {
        x: {
          min: -axis.max,
          max: axis.max,
          border: { display: false },
          grid: { color: theme.grid, drawTicks: false },
          ticks: {
            font,
            color: theme.muted,
            padding: 6,
            stepSize: axis.step,
            maxRotation: 0,
            autoSkipPadding: 16,
            callback: value => `${formatNumber(Number(value))} %`,
          },
        },
        y: {
          border: { display: false },
          grid: { display: false, drawTicks: false },
          ticks: {
            font,
            autoSkip: false,
            color: theme.foreground,
            padding: 8,
            callback(_, index) {
              const letters = Math.floor((0.42 * this.chart.width) / (0.55 * theme.fontSize));
              const label = swings[index]?.label ?? '';
              return label.length > letters ? `${label.slice(0, letters - 1)}…` : label;
            },
          },
        },
      },
    },
  };
}

/** What each row comes to, to its right, and what is pointed at. */
function labels(state: () => SwingState): Plugin<'bar'> {
  return {
    id: 'pim-swings',
    beforeLayout(chart) {
      const { figure, theme } = state();
      const { ctx } = chart;
      ctx.save();
      ctx.font = `${theme.fontSize}px ${theme.fontFamily}`;
      const room = Math.max(0, ...figure.swings.map(({ text }) => ctx.measureText(text).width));
      ctx.restore();
      const right = chart.width < narrow ? 14 : room + 14;
      chart.options.layout = { padding: { left: 0, top: 2, bottom: 0, right } };
    },
    beforeDatasetsDraw(chart) {
      const { theme, pointed } = state();
      if (pointed.active === undefined) return;
      const { ctx } = chart;
      ctx.save();
      ctx.globalAlpha = 0.08;
      ctx.fillStyle = theme.foreground;
      ctx.fillRect(0, rowTop(chart, pointed.active), chart.width, rowSize(chart));
      ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const { figure, theme, pointed } = state();
      const { ctx, chartArea, width } = chart;
      ctx.save();
      ctx.font = `${theme.fontSize}px ${theme.fontFamily}`;
      ctx.textBaseline = 'middle';
      ctx.fillStyle = theme.foreground;
      (width < narrow ? [] : figure.swings).forEach(({ text }, index) =>
        ctx.fillText(text, chartArea.right + 8, rowTop(chart, index) + rowSize(chart) / 2 + 0.5),
      );
      if (pointed.active !== undefined && pointed.ring) {
        ctx.strokeStyle = theme.focus;
        ctx.lineWidth = 2;
        ctx.strokeRect(1, rowTop(chart, pointed.active) + 1, width - 2, rowSize(chart) - 2);
      }
      ctx.restore();
    },
  };
}

// Below so many pixels the bars need the room; hover and table say what they come to.
const narrow = 520;
