import { formatNumber } from '../../simulator/units/index.ts';

/** How views put numbers and names into sentences. The digits themselves come from the one formatter. */

/** `4.18×`. */
export const ratioText = (ratio: number): string => `${formatNumber(ratio)}×`;

/** `53 %`; two digits, because a share is read at a glance. */
export const shareText = (share: number): string => `${formatNumber(share * 100, 2)} %`;

/** `−22 %`, `+0.6 %`, with a real minus sign. */
export function differenceText(ratio: number): string {
  const percent = (ratio - 1) * 100;
  const digits = formatNumber(Math.abs(percent), 2);
  if (digits === '0' || Math.abs(percent) < 0.05) return '±0 %';
  return `${percent < 0 ? '−' : '+'}${digits} %`;
}

/** A large count as people say it: `2.84 billion`, `16,128`. */
export function countText(count: number): string {
  const step = countSteps.find(({ from }) => Math.abs(count) >= from);
  return step ? `${formatNumber(count / step.from)} ${step.word}` : formatNumber(count);
}

const countSteps = [
  { from: 1e12, word: 'trillion' },
  { from: 1e9, word: 'billion' },
  { from: 1e6, word: 'million' },
];

/** `AlexNet`, `AlexNet and VGG16`, `AlexNet, VGG16 and MSRA`; beyond four, the number of them. */
export function listText(names: readonly string[], plural: string): string {
  if (names.length > 4) return `${names.length} ${plural}`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** `1 layer`, `8 layers`; a word with a plural of its own brings it. */
export const plural = (count: number, word: string, several = `${word}s`): string =>
  `${formatNumber(count)} ${count === 1 ? word : several}`;

/** A label inside a sentence: `Energy efficiency` becomes `energy efficiency`, `DACs` stays. */
export const inSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
