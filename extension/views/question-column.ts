import type { Report } from '../../simulator/index.ts';
import type { Cell, Column } from './table-text.ts';

/** Where a report answers several questions, a column says to which of them a row belongs. */
export const questionColumn = ({ studies }: Report): Column[] =>
  studies.length > 1 ? [{ label: 'Question' }] : [];

export const questionCell = ({ studies }: Report, study: number): Cell[] =>
  studies.length > 1 ? [{ text: studies[study]!.label }] : [];
