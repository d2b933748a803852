import type { Chart, Plugin } from 'chart.js';
import { barHeight, type BarFigure, type Row } from './figure.ts';
import type { Theme } from './theme.ts';
import { ratioText } from './words.ts';

/** What is drawn around the bars of a chart, and what of it the reader has pointed at. */
export interface ChartState {
  readonly figure: BarFigure;
  readonly theme: Theme;
  /** Row under the pointer or the arrow keys. */
  readonly active: number | undefined;
  /** Whether the active row was reached by keyboard and needs its ring. */
  readonly ring: boolean;
  /** Row all others are compared with, after an Alt-click. */
  readonly reference: number | undefined;
}

/** Labels at the end of each bar, headings, lines of published values, and the ring around the active row. */
export function marks(state: () => ChartState): Plugin<'bar'> {
  return {
    id: 'pim-marks',
    beforeLayout: chart => reserve(chart, state()),
    beforeDatasetsDraw: chart => drawRows(chart, state()),
    afterDatasetsDraw: chart => drawMarks(chart, state()),
  };
}

/** What stands behind a bar: its value, what matters most in bold, and the ratio to the bar compared with. */
export function endLabel(row: Row, reference: Row | undefined): { text: string; emphasis: string } {
  const { bar } = row;
  if (!bar) return { text: '', emphasis: '' };
  if (!reference?.bar) return { text: bar.text, emphasis: bar.emphasis ?? '' };
  if (reference === row) return { text: bar.text || (bar.emphasis ?? ''), emphasis: '= 1×' };
  return { text: bar.text || (bar.emphasis ?? ''), emphasis: ratioText(bar.value / reference.bar.value) };
}

/**
 * Leaves exactly as much room beside the bars as the labels need. All figures of a group reserve for the
 * labels of the whole group, so that equal lengths mean equal values from one to the next.
 */
function reserve(chart: Chart, { figure, theme, reference }: ChartState): void {
  const { ctx } = chart;
  const left = leftWidth(ctx, figure, theme, chart.width);
  const room = chart.width - left - edge;
  const reach = figure.peers.map(row => {
    const { text, emphasis } = endLabel(row, reference === undefined ? undefined : figure.rows[reference]);
    const claimed = row.bar?.claim ? textWidth(ctx, row.bar.claim.text, theme, 400) + gap : 0;
    const label = labelWidth(ctx, text, emphasis, theme) + claimed + gap;
    const share = (row.bar?.value ?? 0) / figure.axis.max;
    return share > 0 ? (room - label) / share : room;
  });
  const plot = Math.max(40, pastLines(ctx, figure, theme, room, Math.min(room, ...reach)));
  const top = figure.lines.length > 0 ? theme.fontSize + 8 : 2;
  chart.options.layout = { padding: { left: 0, right: edge + room - plot, top, bottom: 0 } };
  const axis = chart.options.scales?.['y'];
  if (axis)
    axis.afterFit = scale => {
      scale.width = left;
      // Room for labels that hang over the ends of the axis, which these do not.
      scale.paddingTop = 0;
      scale.paddingBottom = 0;
    };
}

/** A plot in which also those labels have room that must move behind a line of their own or of a neighbour. */
function pastLines(
  ctx: CanvasRenderingContext2D,
  { peers, peerLines, axis }: BarFigure,
  theme: Theme,
  room: number,
  plot: number,
): number {
  const needs = peers.flatMap(row => {
    const { text, emphasis } = endLabel(row, undefined);
    const label = labelWidth(ctx, text, emphasis, theme) + gap;
    const start = ((row.bar?.value ?? 0) / axis.max) * plot;
    return peerLines
      .map(({ value }) => value / axis.max)
      .filter(share => share * plot > start && share * plot < start + label + gap)
      .map(share => (room - label - gap) / share);
  });
  return Math.min(plot, ...needs);
}

// The last tick label hangs over the end of the axis by half its width.
const edge = 14;
const gap = 6;

function leftWidth(ctx: CanvasRenderingContext2D, figure: BarFigure, theme: Theme, width: number): number {
  const widths = figure.peers.map(row => (row.bar ? textWidth(ctx, row.label, theme, 400) : 0));
  return Math.min(Math.max(0, ...widths) + 12, width * 0.45);
}

/** Behind the bars: the row under the pointer, and lines over the whole height. */
function drawRows(chart: Chart, { figure, theme, active }: ChartState): void {
  const { ctx } = chart;
  if (active !== undefined) {
    ctx.save();
    ctx.globalAlpha = 0.08;
    ctx.fillStyle = theme.foreground;
    ctx.fillRect(0, rowTop(chart, active), chart.width, rowSize(chart));
    ctx.restore();
  }
  for (const line of figure.lines) if (line.kind === 'parity') drawLine(chart, line, theme);
}

function drawMarks(chart: Chart, { figure, theme, active, ring, reference }: ChartState): void {
  for (const line of figure.lines) if (line.kind === 'claim') drawLine(chart, line, theme);
  figure.rows.forEach((row, index) => {
    if (!row.bar) return drawHeading(chart, row, index, theme);
    const from = reference === undefined ? undefined : figure.rows[reference];
    drawLabel(chart, row, index, endLabel(row, from), figure, theme);
    if (row.bar.claim) drawClaim(chart, index, row.bar.claim.value, theme);
  });
  if (active !== undefined && ring) drawRing(chart, active, theme);
}

function drawHeading(chart: Chart, row: Row, index: number, theme: Theme): void {
  const { ctx } = chart;
  ctx.save();
  ctx.font = fontOf(theme, 600);
  ctx.fillStyle = theme.foreground;
  ctx.textBaseline = 'middle';
  ctx.fillText(row.label, 0, rowTop(chart, index) + rowSize(chart) / 2 + 3);
  ctx.restore();
}

function drawLabel(
  chart: Chart,
  row: Row,
  index: number,
  { text, emphasis }: { text: string; emphasis: string },
  figure: BarFigure,
  theme: Theme,
): void {
  const { ctx } = chart;
  const y = rowTop(chart, index) + rowSize(chart) / 2 + 0.5;
  let x = labelStart(chart, index, labelWidth(ctx, text, emphasis, theme), figure);
  ctx.save();
  ctx.textBaseline = 'middle';
  const write = (words: string, weight: number, color: string) => {
    if (words === '') return;
    ctx.font = fontOf(theme, weight);
    // A halo of the background keeps a label readable where a line runs through it.
    ctx.strokeStyle = theme.background;
    ctx.lineWidth = 4;
    ctx.lineJoin = 'round';
    ctx.strokeText(words, x, y);
    ctx.fillStyle = color;
    ctx.fillText(words, x, y);
    x += ctx.measureText(words).width + gap;
  };
  write(emphasis, 600, theme.foreground);
  write(text, 400, emphasis === '' ? theme.foreground : theme.muted);
  if (row.bar?.claim) write(row.bar.claim.text, 400, theme.muted);
  ctx.restore();
}

/** Behind the bar; where a line would run through the words and there is room, behind the line. */
function labelStart(chart: Chart, index: number, width: number, { lines }: BarFigure): number {
  const start = barEnd(chart, index) + gap;
  const crossing = lines
    .map(({ value }) => pixelAt(chart, value))
    .find(x => x > start - gap / 2 && x < start + width + gap / 2);
  if (crossing === undefined || crossing + gap + width > chart.width) return start;
  return crossing + gap;
}

/** A published value over one bar: a thin line a little taller than the bar. */
function drawClaim(chart: Chart, index: number, value: number, theme: Theme): void {
  const { ctx } = chart;
  const x = pixelAt(chart, value);
  const middle = rowTop(chart, index) + rowSize(chart) / 2;
  ctx.save();
  ctx.strokeStyle = theme.foreground;
  ctx.setLineDash([3, 2]);
  ctx.beginPath();
  ctx.moveTo(x, middle - barHeight / 2 - 3);
  ctx.lineTo(x, middle + barHeight / 2 + 3);
  ctx.stroke();
  ctx.restore();
}

function drawLine(chart: Chart, { value, text, kind }: BarFigure['lines'][number], theme: Theme): void {
  const { ctx, chartArea } = chart;
  const x = Math.round(pixelAt(chart, value)) + 0.5;
  const claim = kind === 'claim';
  ctx.save();
  ctx.strokeStyle = claim ? theme.foreground : theme.muted;
  ctx.lineWidth = 1;
  ctx.setLineDash(claim ? [4, 3] : []);
  ctx.beginPath();
  ctx.moveTo(x, chartArea.top - 4);
  ctx.lineTo(x, chartArea.bottom);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.font = fontOf(theme, 400);
  ctx.fillStyle = claim ? theme.foreground : theme.muted;
  ctx.textBaseline = 'bottom';
  const { width } = ctx.measureText(text);
  // The line of equality keeps its word to the left and a claim to the right, so that a claim not far above one stays readable.
  const start = claim ? x - 3 : x - width;
  ctx.fillText(text, Math.min(Math.max(0, start), chart.width - width), chartArea.top - 5);
  ctx.restore();
}

function drawRing(chart: Chart, index: number, theme: Theme): void {
  const { ctx } = chart;
  ctx.save();
  ctx.strokeStyle = theme.focus;
  ctx.lineWidth = 2;
  ctx.strokeRect(1, rowTop(chart, index) + 1, chart.width - 2, rowSize(chart) - 2);
  ctx.restore();
}

/** The row a point of the canvas belongs to. */
export const rowAt = (chart: Chart, y: number): number =>
  Math.floor((y - chart.chartArea.top) / rowSize(chart));

export const rowTop = (chart: Chart, index: number): number => chart.chartArea.top + index * rowSize(chart);

/** Pixels from one row to the next; the axis below takes what it needs, the rows share the rest. */
export const rowSize = (chart: Chart): number =>
  chart.chartArea.height / Math.max(1, chart.data.labels?.length ?? 1);

// While a chart moves to new values, labels ride on the bars, so the bar is asked and not the value.
function barEnd(chart: Chart, index: number): number {
  const ends = [0, 1].map(dataset => chart.getDatasetMeta(dataset).data[index]?.x ?? Number.NaN);
  return Math.max(chart.chartArea.left, ...ends.filter(Number.isFinite));
}

const pixelAt = (chart: Chart, value: number): number =>
  chart.scales['x']?.getPixelForValue(value) ?? chart.chartArea.left;

const fontOf = (theme: Theme, weight: number): string => `${weight} ${theme.fontSize}px ${theme.fontFamily}`;

function textWidth(ctx: CanvasRenderingContext2D, text: string, theme: Theme, weight: number): number {
  ctx.save();
  ctx.font = fontOf(theme, weight);
  const { width } = ctx.measureText(text);
  ctx.restore();
  return width;
}

function labelWidth(ctx: CanvasRenderingContext2D, text: string, emphasis: string, theme: Theme): number {
  return (
    textWidth(ctx, text, theme, 400) + textWidth(ctx, emphasis, theme, 600) + (text && emphasis ? gap : 0)
  );
}
