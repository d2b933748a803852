import type { Assumption, Report } from '../../simulator/index.ts';
import type { Choices } from './choices.ts';
import type { Figure } from './figure.ts';
import type { Table } from './table-text.ts';
import type { Theme } from './theme.ts';

/** One section of the page: what it is called, and what of a report it shows. Data only; `section.ts` puts it on the page. */
export interface View {
  readonly id: string;
  readonly name: string;
  /** Undefined where this report has nothing for it; the section is then left out. */
  readonly content: (look: Look) => Content | undefined;
}

/** What is looked at, and how. */
export interface Look {
  /** The study the reader chose. */
  readonly report: Report;
  /** The whole report, with all its studies. */
  readonly all: Report;
  readonly theme: Theme;
  readonly choices: Choices;
}

export interface Content {
  /** The answer in words, where no figure says it. */
  readonly title?: string;
  readonly subtitle?: string;
  readonly pickers?: readonly Picker[];
  readonly figures?: readonly Figure[];
  readonly table?: Table;
  readonly basis?: Basis;
}

/** What the result rests on: assumptions by what they concern, and the sources of the numbers. */
export interface Basis {
  readonly title: string;
  readonly assumptions: readonly { readonly subject: string; readonly items: readonly Assumption[] }[];
  readonly sources: readonly { readonly text: string; readonly usedBy: string; readonly address?: string }[];
}

/** A drop-down beside the name of a section. */
export interface Picker {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
  readonly choice: (value: string) => Partial<Choices>;
}
