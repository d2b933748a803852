import type { Theme } from '../../extension/views/theme.ts';

/** A theme whose colours are their own names, so that a snapshot says what is coloured how. */
export const namedTheme: Theme = {
  foreground: 'foreground',
  muted: 'muted',
  background: 'background',
  grid: 'grid',
  focus: 'focus',
  fontFamily: 'sans-serif',
  fontSize: 12,
  categories: {
    array: 'array',
    dac: 'dac',
    converter: 'converter',
    'shift-add': 'shiftAdd',
    buffer: 'buffer',
    interconnect: 'interconnect',
    digital: 'digital',
    link: 'link',
    other: 'other',
  },
  chips: ['chip1', 'chip2', 'chip3', 'chip4'],
  animate: false,
};
