import { formatNumber } from '../../simulator/units/index.ts';
import { type Axis, type BarFigure, barHeight, type Row } from './figure.ts';
import type { Theme } from './theme.ts';

/**
 * The Chart.js configuration all our charts share: horizontal bars from zero, faint grid, no legend, no frame.
 *
 * Two stacked series: what is published or measured, and what rests on an assumption.
 */
export function barConfig(rows: readonly Row[], axis: Axis, theme: Theme): BarFigure['config'] {
  const colors = rows.map(row => row.bar?.color ?? 'transparent');
  const series = (label: string, value: (row: Row) => number | null) => ({
    label,
    data: rows.map(value),
    backgroundColor: rows.map((row, index) => (row.bar?.hollow ? 'transparent' : colors[index]!)),
    borderColor: rows.map(
      (row, index) => theme.outline ?? (row.bar?.hollow ? colors[index]! : 'transparent'),
    ),
    borderWidth: rows.map(row => (row.bar?.hollow ? 2 : theme.outline ? 1 : 0)),
    borderSkipped: false,
    barThickness: barHeight,
  });
  const font = { family: theme.fontFamily, size: theme.fontSize };
  return {
    type: 'bar',
    data: {
      labels: rows.map(row => row.label),
      datasets: [
        series('given', ({ bar }) => (bar ? bar.value - bar.assumed : null)),
        series('assumed', ({ bar }) => (bar ? bar.assumed : null)),
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
          stacked: true,
          min: 0,
          max: axis.max,
          border: { display: false },
          grid: { color: theme.grid, drawTicks: false },
          ticks: {
            font,
            stepSize: axis.step,
            color: theme.muted,
            padding: 6,
            maxRotation: 0,
            autoSkip: true,
            autoSkipPadding: 16,
            callback: value => formatNumber(Number(value)),
          },
        },
        y: {
          stacked: true,
          border: { display: false },
          grid: { display: false, drawTicks: false },
          ticks: { font, autoSkip: false, color: theme.foreground, padding: 8 },
        },
      },
    },
  };
}

/** An axis from zero to the next round number above all values. */
export function axisFor(values: readonly number[], unit: string, question: string): Axis {
  const largest = Math.max(0, ...values.filter(Number.isFinite));
  if (largest === 0) return { unit, max: 1, step: 0.5, question };
  const magnitude = 10 ** Math.floor(Math.log10(largest));
  const round = roundEnds.find(({ end }) => end * magnitude >= largest * 0.999) ?? roundEnds.at(-1)!;
  return { unit, max: round.end * magnitude, step: round.step * magnitude, question };
}

// Ends of an axis that divide into two to five equal steps people can read.
const roundEnds = [
  { end: 1, step: 0.25 },
  { end: 1.5, step: 0.5 },
  { end: 2, step: 0.5 },
  { end: 2.5, step: 0.5 },
  { end: 3, step: 1 },
  { end: 4, step: 1 },
  { end: 5, step: 1 },
  { end: 6, step: 2 },
  { end: 8, step: 2 },
  { end: 10, step: 2.5 },
];

/** The unit of an axis: its symbol, and the factor that leads there from SI base units. */
export interface Scale {
  readonly symbol: string;
  readonly factor: number;
}

/** A value in the unit of its axis, so that labels of one chart compare at a glance. */
export const inUnit = (value: number, { symbol, factor }: Scale): string =>
  `${formatNumber(value * factor)} ${symbol}`.trim();
