import assert from 'node:assert/strict';
import { claims } from '../../extension/views/claims.ts';
import { layerTable } from '../../extension/views/layers.ts';
import { summary } from '../../extension/views/summary.ts';
import { type Table, tableAsMarkdown, tableAsTsv } from '../../extension/views/table-text.ts';
import { sampleReport } from './sample-report.ts';

const table: Table = {
  id: 'sample',
  caption: 'Sample',
  columns: [
    { label: 'Layer' },
    { label: 'Energy', unit: 'mJ', numeric: true },
    { label: 'Change', numeric: true },
  ],
  rows: [
    { cells: [{ text: 'conv1 | conv2' }, { text: '1,234', value: 1.234 }, { text: '−22', value: 0.78 }] },
    { cells: [{ text: 'fc\n6' }, { text: '0.5', value: 0.0005 }, { text: '+3', value: 1.03 }] },
  ],
};

describe('a table on the clipboard', () => {
  it('is TSV with plain numbers', () => {
    assert.equal(tableAsTsv(table), 'Layer\tEnergy (mJ)\tChange\nconv1 | conv2\t1234\t-22\nfc 6\t0.5\t+3\n');
  });
  it('is Markdown with numbers to the right', () => {
    assert.equal(
      tableAsMarkdown(table),
      '| Layer | Energy (mJ) | Change |\n| --- | ---: | ---: |\n| conv1 \\| conv2 | 1,234 | −22 |\n| fc 6 | 0.5 | +3 |\n',
    );
  });
});

describe('tables', () => {
  const report = sampleReport();
  it('of key numbers have one unit a column', () => {
    assert.deepEqual(tableAsMarkdown(summary(report).table).trim().split('\n'), [
      '| Chip | Network | Energy efficiency (TOPS/W) | Throughput (TOPS) | Area (mm²) | Power (W) | Latency (ms) | Energy per inference (mJ) |',
      '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      '| NeuralPIM | AlexNet | 2.07 | 29.9 | 86.4 | 14.4 | 0.477 | 1.09 |',
      '| NeuralPIM | VGG16 | 2.04 | 29.5 | 86.4 | 14.4 | 6.62 | 15.2 |',
      '| ISAACStyle | AlexNet | 0.497 | 9.40 | 86.4 | 18.9 | 1.52 | 4.55 |',
      '| ISAACStyle | VGG16 | 0.486 | 9.20 | 86.4 | 18.9 | 21.2 | 63.7 |',
    ]);
  });
  it('of claims put ours beside the published', () => {
    assert.deepEqual(tableAsTsv(claims(report)!.table).trim().split('\n'), [
      'Claim\tClaimed\tOurs\tDifference (%)\tSource',
      'NeuralPIM.energyEfficiency / ISAACStyle.energyEfficiency\t5.36\t4.18\t-22\tCao et al., IEEE Trans. Computers 71(9), 2022, sec. 7.2, doi 10.1109/TC.2021.3122905',
      'NeuralPIM.throughput / ISAACStyle.throughput\t3.43\t3.19\t-6.9\tCao et al., IEEE Trans. Computers 71(9), 2022, sec. 7.2, doi 10.1109/TC.2021.3122905',
    ]);
  });
  it('of layers have a bottleneck in words', () => {
    const evaluation = report.evaluations.find(({ chip }) => chip === 'ISAACStyle')!;
    const rows = layerTable(evaluation).rows.map(row => row.cells[3]?.text);
    assert.deepEqual(rows.slice(0, 2), [
      'limited by NNADC rate: 5.84 of 5.12 GHz for each tile',
      'input cycles',
    ]);
  });
});
