import type { Category } from '../../simulator/index.ts';

/** What a group of components is called in charts, and the theme colour it has in all of them. */
export interface CategoryLook {
  readonly label: string;
  /** The label as the subject of a sentence, with the verb that goes with it: `Converters take`. */
  readonly takes: string;
  /** The contributed colour, for example `pim.chart.shiftAdd`. */
  readonly color: string;
}

export const categories: Readonly<Record<Category, CategoryLook>> = {
  array: { label: 'Arrays', takes: 'Arrays take', color: 'pim.chart.array' },
  dac: { label: 'DACs', takes: 'DACs take', color: 'pim.chart.dac' },
  converter: { label: 'Converters', takes: 'Converters take', color: 'pim.chart.converter' },
  'shift-add': { label: 'Shift-and-add', takes: 'Shift-and-add takes', color: 'pim.chart.shiftAdd' },
  buffer: { label: 'Buffers', takes: 'Buffers take', color: 'pim.chart.buffer' },
  interconnect: { label: 'Interconnect', takes: 'Interconnect takes', color: 'pim.chart.interconnect' },
  digital: { label: 'Digital units', takes: 'Digital units take', color: 'pim.chart.digital' },
  link: { label: 'Links', takes: 'Links take', color: 'pim.chart.link' },
  other: { label: 'Other', takes: 'Other parts take', color: 'pim.chart.other' },
};

/** Colours of chips, by their position in the report; a fifth chip starts over, told apart by its label. */
export const chipColors: readonly string[] = [
  'pim.chart.chip1',
  'pim.chart.chip2',
  'pim.chart.chip3',
  'pim.chart.chip4',
];
