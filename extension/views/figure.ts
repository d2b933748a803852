import type { ChartConfiguration } from 'chart.js';
import type { Table } from './table-text.ts';

/** One chart with everything around it: what a view makes of a report, and `chart.ts` puts on the page. */
export interface Figure {
  /** Its place on the page; a figure in the same place is updated, not replaced. */
  readonly id: string;
  /** The answer, in words. */
  readonly title: string;
  /** What is shown, of what, in which unit. */
  readonly subtitle: string;
  /** The whole figure in a few sentences, for those who do not see it. */
  readonly summary: string;
  readonly rows: readonly Row[];
  /** Rows of all figures beside this one, which share its scale. */
  readonly peers: readonly Row[];
  readonly axis: Axis;
  readonly lines: readonly Line[];
  readonly config: ChartConfiguration<'bar', (number | null)[], string>;
  readonly table: Table;
  /** How to read what is not labelled, for example hatching. */
  readonly note?: string;
}

/** A bar with its label, or a heading above the bars that follow. */
export interface Row {
  readonly label: string;
  readonly bar?: Bar;
}

export interface Bar {
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
  /** Read aloud and shown on hover, without the derivation. */
  readonly reading: string;
  /** Where the value comes from, one step a line. */
  readonly derivation: readonly string[];
  readonly origin?: string;
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

/** Pixels from one bar to the next, and of the bar itself. */
export const rowHeight = 24;
export const barHeight = 14;
