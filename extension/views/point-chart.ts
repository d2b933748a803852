import {
  Chart,
  type ChartConfiguration,
  LogarithmicScale,
  type Plugin,
  PointElement,
  ScatterController,
} from 'chart.js';
import type { Actions } from './actions.ts';
import type { LogAxis, PointFigure, Roof } from './figure.ts';
import { createFigureBlock, type Drawing, type FigureBlock, type Pointed } from './figure-block.ts';
import type { Theme } from './theme.ts';

Chart.register(LogarithmicScale, PointElement, ScatterController);

/** A figure of points under roofs on the page. */
export const createPointChart = (actions: Actions): FigureBlock<PointFigure> =>
  createFigureBlock(actions, drawPoints);

interface PointState {
  readonly figure: PointFigure;
  readonly theme: Theme;
  readonly pointed: Pointed;
}

function drawPoints(canvas: HTMLCanvasElement): Drawing<PointFigure> {
  let chart: Chart<'scatter'> | undefined;
  let state: PointState | undefined;
  const places = () => chart?.getDatasetMeta(0).data ?? [];
  return {
    kind: 'scatter plot',
    items: 'points',
    compares: false,
    marks: ({ points }) => points,
    height: () => 320,
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
      chart = new Chart(canvas, { ...first, plugins: [roofsAndNames(() => state!)] });
    },
    point(pointed) {
      if (!chart || !state) return;
      state = { ...state, pointed };
      chart.draw();
    },
    markAt(x, y) {
      const distances = places().map(place => Math.hypot(place.x - x, place.y - y));
      const nearest = distances.indexOf(Math.min(...distances));
      return (distances[nearest] ?? Number.POSITIVE_INFINITY) <= reach ? nearest : undefined;
    },
    hoverAt(index) {
      const place = places()[index];
      return place ? { left: place.x + 8, top: place.y + 10 } : { left: 0, top: 0 };
    },
    remove: () => chart?.destroy(),
  };
}

/** Pixels around a point that count as the point. */
const reach = 14;

/** The Chart.js configuration: data and axes; what is written into the picture is drawn by the plugin. */
export function configOf({ points, x, y }: PointFigure, theme: Theme): ChartConfiguration<'scatter'> {
  const font = { family: theme.fontFamily, size: theme.fontSize };
  const axis = ({ title, min, max }: LogAxis) => ({
    type: 'logarithmic' as const,
    min,
    max,
    title: { display: true, text: title, color: theme.muted, font },
    border: { display: false },
    grid: { color: theme.grid, drawTicks: false },
    ticks: {
      font,
      color: theme.muted,
      padding: 6,
      maxRotation: 0,
      callback: (value: string | number) =>
        isPowerOfTen(Number(value)) ? Number(value).toLocaleString('en-US') : null,
    },
  });
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: points.map(point => ({ x: point.x, y: point.y })),
          pointStyle: points.map(({ limited }) => (limited ? 'triangle' : 'circle')),
          pointRadius: points.map(({ limited }) => (limited ? 6 : 5)),
          pointBackgroundColor: points.map(({ color }) => color),
          pointBorderColor: theme.outline ?? theme.background,
          pointBorderWidth: 1,
        },
      ],
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: theme.animate ? { duration: 150 } : false,
      events: [],
      layout: { padding: { top: 8, right: 14 } },
      scales: { x: axis(x), y: axis(y) },
    },
  };
}

const isPowerOfTen = (value: number): boolean => Math.abs(Math.log10(value) % 1) < 1e-9;

function roofsAndNames(state: () => PointState): Plugin<'scatter'> {
  return {
    id: 'pim-roofs',
    beforeDatasetsDraw(chart) {
      const { figure, theme } = state();
      for (const roof of figure.roofs) drawRoof(chart, roof, theme);
    },
    afterDatasetsDraw(chart) {
      const { figure, theme, pointed } = state();
      writeNames(chart, figure, theme);
      if (pointed.active !== undefined) ringAround(chart, pointed, theme);
    },
  };
}

function drawRoof(chart: Chart<'scatter'>, { from, to, text }: Roof, theme: Theme): void {
  const { ctx, chartArea, scales } = chart;
  const [x, y] = [scales['x']!, scales['y']!];
  const start = [x.getPixelForValue(from.x), y.getPixelForValue(from.y)] as const;
  const end = [x.getPixelForValue(to.x), y.getPixelForValue(to.y)] as const;
  ctx.save();
  ctx.beginPath();
  ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
  ctx.clip();
  ctx.strokeStyle = theme.foreground;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(...start);
  ctx.lineTo(...end);
  ctx.stroke();
  const angle = Math.atan2(end[1] - start[1], end[0] - start[0]);
  ctx.translate(...end);
  ctx.rotate(angle);
  ctx.font = `${theme.fontSize}px ${theme.fontFamily}`;
  ctx.fillStyle = theme.muted;
  ctx.textAlign = 'right';
  ctx.fillText(text, -8, -5);
  ctx.restore();
}

/** Names beside points, from the lowest up, where none is written over another one or over a point. */
function writeNames(chart: Chart<'scatter'>, { points }: PointFigure, theme: Theme): void {
  const { ctx, chartArea } = chart;
  const places = chart.getDatasetMeta(0).data;
  const taken = places.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  ctx.save();
  ctx.font = `${theme.fontSize - 1}px ${theme.fontFamily}`;
  ctx.fillStyle = theme.foreground;
  ctx.textBaseline = 'middle';
  const lowestFirst = points.map((_, index) => index).sort((a, b) => points[a]!.y - points[b]!.y);
  for (const index of lowestFirst) {
    const place = places[index]!;
    const width = ctx.measureText(points[index]!.label).width;
    const left = place.x + 9 + width > chartArea.right ? place.x - 9 - width : place.x + 9;
    const box = { left, right: left + width, top: place.y - 7, bottom: place.y + 7 };
    const overlaps = taken.some(
      each =>
        each.left < box.right && each.right > box.left && each.top < box.bottom && each.bottom > box.top,
    );
    if (overlaps) continue;
    taken.push(box);
    ctx.fillText(points[index]!.label, left, place.y);
  }
  ctx.restore();
}

function ringAround(chart: Chart<'scatter'>, { active, ring }: Pointed, theme: Theme): void {
  const place = chart.getDatasetMeta(0).data[active!];
  if (!place) return;
  const { ctx } = chart;
  ctx.save();
  ctx.strokeStyle = ring ? theme.focus : theme.foreground;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.arc(place.x, place.y, 10, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.restore();
}
