import type { ChartConfiguration } from 'chart.js';
import type { Table } from './table-text.ts';

/** One chart with everything around it: what a view makes of a report, and a block puts on the page. */
export type Figure = BarFigure | MapFigure | PointFigure | SwingFigure;

/** What every figure has, whatever it draws. */
export interface FigureText {
  /** Its place on the page; a figure in the same place is updated, not replaced. */
  readonly id: string;
  /** The answer, in words. */
  readonly title: string;
  /** What is shown, of what, in which unit. */
  readonly subtitle: string;
  /** The whole figure in a few sentences, for those who do not see it. */
  readonly summary: string;
  /** The same as numbers; absent where a table stands beside the figure anyway. */
  readonly table?: Table;
  /** How to read what is not labelled, for example hatching. */
  readonly note?: string;
}

/** Something drawn that one can point at. */
export interface Mark {
  /** Read aloud and shown on hover, without the derivation. */
  readonly reading: string;
  /** Where the value comes from, one step a line. */
  readonly derivation: readonly string[];
  readonly origin?: string;
}

/** Horizontal bars from zero. */
export interface BarFigure extends FigureText {
  readonly rows: readonly Row[];
  /** Rows of all figures beside this one, which share its scale. */
  readonly peers: readonly Row[];
  readonly axis: Axis;
  readonly lines: readonly Line[];
  /** Lines of all figures beside this one; labels make room for them. */
  readonly peerLines: readonly Line[];
  readonly config: ChartConfiguration<'bar', (number | null)[], string>;
}

/** A bar with its label, or a heading above the bars that follow. */
export interface Row {
  readonly label: string;
  readonly bar?: Bar;
}

export interface Bar extends Mark {
  /** In the unit of the axis. */
  readonly value: number;
  /** The part of the value that rests on an assumption; drawn hatched. */
  readonly assumed: number;
  readonly color: string;
  /** Drawn hollow: derived from the other bars. */
  readonly hollow?: boolean;
  /** At the end of the bar. */
  readonly text: string;
  /** Behind the text and bold: what the figure is about. */
  readonly emphasis?: string;
  /** A published value on this bar alone, drawn as a short line across it. */
  readonly claim?: { readonly value: number; readonly text: string };
}

/** A value across the whole chart, for example what a paper claims. */
export interface Line {
  readonly value: number;
  readonly text: string;
  readonly kind: 'claim' | 'parity';
}

export interface Axis {
  /** Symbol of the unit; empty for ratios. */
  readonly unit: string;
  readonly max: number;
  readonly step: number;
  /** Changes when another question is asked; as long as it stays, so does the scale where it can. */
  readonly question: string;
}

/** Rectangles in rectangles, each as large as what it stands for. */
export interface MapFigure extends FigureText {
  /** Largest first. */
  readonly cells: readonly MapCell[];
  /** Size of the whole map beside the largest one next to it, from 0 to 1. */
  readonly share: number;
}

/** A component with the blocks around it. */
export interface MapCell extends Mark {
  /** Unique in the figure. */
  readonly id: string;
  readonly name: string;
  /** In SI base units. */
  readonly value: number;
  /** The value as words. */
  readonly text: string;
  /** From the outermost block inwards. */
  readonly blocks: readonly MapBlock[];
  readonly color: string;
  /** Rests on an assumption; drawn hatched. */
  readonly assumed: boolean;
}

/** A block with everything in it. */
export interface MapBlock {
  readonly id: string;
  /** With its count: `280 × Tile`. */
  readonly name: string;
  readonly text: string;
}

/** Pixels from one bar to the next, and of the bar itself. */
export const rowHeight = 24;
export const barHeight = 14;

/** Points over two logarithmic axes, below roofs they cannot pass. */
export interface PointFigure extends FigureText {
  readonly points: readonly Point[];
  readonly roofs: readonly Roof[];
  readonly x: LogAxis;
  readonly y: LogAxis;
}

export interface Point extends Mark {
  /** Written beside the point where it is among those that matter most and there is room. */
  readonly label: string;
  /** In the units of the axes. */
  readonly x: number;
  readonly y: number;
  readonly color: string;
  /** Drawn as a triangle instead of a circle: held up by something. */
  readonly limited: boolean;
}

/** A straight line in this picture, with what it stands for. */
export interface Roof {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly text: string;
}

export interface LogAxis {
  readonly title: string;
  readonly min: number;
  readonly max: number;
}

/** A tornado: bars to both sides of how things stand, the longest on top. */
export interface SwingFigure extends FigureText {
  readonly swings: readonly Swing[];
  /** To either side, in per cent. */
  readonly axis: Axis;
}

export interface Swing extends Mark {
  readonly label: string;
  /** Change in per cent with the number smaller and larger; absent where that is not possible. */
  readonly below?: number;
  readonly above?: number;
  /** At the end of the row. */
  readonly text: string;
}
