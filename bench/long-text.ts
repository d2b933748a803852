import { readFileSync } from 'node:fs';

/** A chip of the library as text: its imports, and the rest. */
const [, imports = '', body = ''] =
  /^((?:import .*\n)+)([\s\S]*)$/.exec(
    readFileSync(new URL('../language/library/chips/neural-pim.pim', import.meta.url), 'utf8'),
  ) ?? [];

/** Copies of the Neural-PIM chip and a converter for each under numbered names until there are enough lines. */
export function longText(lines: number): string {
  const count = Math.ceil(lines / (body.split('\n').length + 7));
  return imports + Array.from({ length: count }, (_, index) => chipText(index)).join('\n');
}

/** One numbered copy, in a file of its own. */
export const shortText = (index: number): string => imports + chipText(index);

function chipText(index: number): string {
  const own = `component Converter${index} : adc {\n  resolution 8 bit\n  rate 128 / 100 ns\n  power 6 mW / 4\n  area 0.0048 mm² / 4\n}\n`;
  return (
    own + body.replace('chip NeuralPIM', `chip NeuralPIM${index}`).replace('× NNADC', `× Converter${index}`)
  );
}
