import { evaluate, type MetricName, metrics, structureOf } from '../../../simulator/index.ts';
import { formatAs, formatNumber } from '../../../simulator/units/index.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import type * as ast from '../../generated/ast.ts';
import { documentationText, headText, paragraphs, table } from '../describe.ts';
import { occurrencesOf } from '../occurrences.ts';
import { keywordDocs } from '../words.ts';
import { occurrenceText } from './occurrence.ts';

/** A chip with the figures that need no workload, or another block with what it comes to in the chip. */
export function chipText(block: ast.Block, elaborations: Elaborations): string {
  return paragraphs(
    headText(block),
    documentationText(block),
    block.level === 'chip'
      ? figures(block, elaborations)
      : occurrenceText(occurrencesOf(block, elaborations)) || (keywordDocs.get(block.level) ?? ''),
  );
}

const shown: readonly MetricName[] = [
  'area',
  'peakPower',
  'peakThroughput',
  'peakEfficiency',
  'peakComputeDensity',
  'storageDensity',
];

/** Evaluated on a network without layers, which leaves exactly what the chip has by itself. */
function figures(block: ast.Block, elaborations: Elaborations): string {
  const { chip } = elaborations.chip(block);
  if (!chip) return '';
  const { arrays } = structureOf(chip);
  const values = evaluate(chip, { name: '', origin: '', layers: [] }).metrics;
  return table(
    ['', ''],
    [
      ['arrays', formatNumber(arrays)],
      ...shown.map(name => [
        metrics[name].label.toLowerCase(),
        formatAs(values[name], metrics[name].dimension),
      ]),
    ],
  );
}
