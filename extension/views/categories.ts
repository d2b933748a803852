import type { Category } from '../../simulator/index.ts';

/** What a group of components is called in charts, and the theme colour it has in all of them. */
export interface CategoryLook {
  readonly label: string;
  /** The label as the subject of a sentence, with the verb that goes with it: `Converters take`. */
  readonly takes: string;
  /** The contributed colour, for example `pim.chartShiftAdd`. */
  readonly color: string;
}

export const categories: Readonly<Record<Category, CategoryLook>> = {
  array: { label: 'Arrays', takes: 'Arrays take', color: 'pim.chartArray' },
  dac: { label: 'DACs', takes: 'DACs take', color: 'pim.chartDac' },
  converter: { label: 'Converters', takes: 'Converters take', color: 'pim.chartConverter' },
  'shift-add': { label: 'Shift-and-add', takes: 'Shift-and-add takes', color: 'pim.chartShiftAdd' },
  buffer: { label: 'Buffers', takes: 'Buffers take', color: 'pim.chartBuffer' },
  interconnect: { label: 'Interconnect', takes: 'Interconnect takes', color: 'pim.chartInterconnect' },
  digital: { label: 'Digital units', takes: 'Digital units take', color: 'pim.chartDigital' },
  link: { label: 'Links', takes: 'Links take', color: 'pim.chartLink' },
  other: { label: 'Other', takes: 'Other parts take', color: 'pim.chartOther' },
};

/** Colours of chips, by their position in the report; a fifth chip starts over, told apart by its label. */
export const chipColors: readonly string[] = [
  'pim.chartChip1',
  'pim.chartChip2',
  'pim.chartChip3',
  'pim.chartChip4',
];
