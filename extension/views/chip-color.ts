import type { Report } from '../../simulator/index.ts';
import type { Theme } from './theme.ts';

/** The colour of a chip, the same in every chart. */
export function chipColor({ chips }: Report, chip: string, theme: Theme): string {
  const index = chips.findIndex(({ name }) => name === chip);
  return theme.chips[Math.max(0, index) % theme.chips.length] ?? theme.foreground;
}
