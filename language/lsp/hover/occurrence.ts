import { type DimensionName, formatAs, formatNumber } from '../../../simulator/units/index.ts';
import { commonTo, instancesOf, type Occurrence } from '../occurrences.ts';
import { paragraphs, table } from '../describe.ts';

/** `6 mW · 0.0048 mm²`: what a number of instances draw and take, each where there is any. */
export function costText({ peakPowerW, areaM2 }: Occurrence, times = 1): string {
  return [
    ...(peakPowerW > 0 ? [formatAs(times * peakPowerW, 'power')] : []),
    ...(areaM2 > 0 ? [formatAs(times * areaM2, 'area')] : []),
  ].join(' · ');
}

/** What one and all of a block or component draw and take where they stand, and what a block owes to each of its parts. */
export function occurrenceText(occurrences: readonly Occurrence[]): string {
  const one = commonTo(occurrences);
  return one ? paragraphs(totals(one, instancesOf(occurrences)), shares(one)) : '';
}

/** `1,120 on NeuralPIM` */
export function instancesText(occurrences: readonly Occurrence[]): string {
  const [first] = occurrences;
  return first ? onChip(instancesOf(occurrences), first) : '';
}

const onChip = (instances: number, { chip }: Occurrence): string =>
  `${formatNumber(instances, 4)} on ${chip.name}`;

function totals(one: Occurrence, instances: number): string {
  const { peakPowerW, areaM2 } = one;
  const columns = instances === 1 ? [1] : [1, instances];
  const row = (label: string, value: number, dimension: DimensionName) =>
    value > 0 ? [[label, ...columns.map(count => formatAs(count * value, dimension))]] : [];
  return table(
    ['', ...(instances === 1 ? [onChip(1, one)] : ['one', onChip(instances, one)])],
    [...row('peak power', peakPowerW, 'power'), ...row('area', areaM2, 'area')],
  );
}

/** The parts of a block, those that draw most first. */
function shares({ parts }: Occurrence): string {
  const sorted = parts.toSorted((a, b) => b.count * b.peakPowerW - a.count * a.peakPowerW);
  const shown = (value: number, dimension: DimensionName) => (value > 0 ? formatAs(value, dimension) : '');
  const rows = sorted
    .slice(0, partsShown)
    .map(({ what, count, peakPowerW, areaM2 }) => [
      `${formatNumber(count, 4)} × ${what.name}`,
      shown(count * peakPowerW, 'power'),
      shown(count * areaM2, 'area'),
    ]);
  const left = sorted.length - rows.length;
  return paragraphs(
    table(['made of', 'peak power', 'area'], rows),
    left > 0 ? `… and ${left} ${left === 1 ? 'part that draws' : 'parts that draw'} less.` : '',
  );
}

const partsShown = 6;
