import assert from 'node:assert/strict';
import type { Evaluation, TreeNode } from '../../simulator/index.ts';
import { libraryReport } from '../support/evaluate.ts';
import { actionsIn, nodeNamed, perInstance, shareOf, within } from '../support/published.ts';

/**
 * Shafiee et al., ISCA 2016 (the corrected author version), table I and section 8.1. Table I prints group totals; the
 * library divides them, so sums here test that division, the multiplication back, and what evaluation makes of both.
 */
describe('ISAAC as published', () => {
  const isaac = async (): Promise<Evaluation> => (await libraryReport('studies/isaac')).evaluations[0]!;

  it('draws 330 mW and takes 0.372 mm² a tile (table I)', async () => {
    const tile = perInstance(nodeNamed((await isaac()).tree, 'Tile'));
    within(tile.power, 330e-3, 0.01);
    within(tile.area, 0.372e-6, 0.01);
  });

  it('draws 65.8 W and takes 85.4 mm² a chip (table I)', async () => {
    const { metrics } = await isaac();
    within(metrics.peakPower, 65.8, 0.01);
    within(metrics.area, 85.4e-6, 0.01);
  });

  it('does 41.3 TOPS: 16,128 arrays of 4,096 operations in 1.6 µs (sections 5 and 8.1)', async () => {
    within((await isaac()).metrics.peakThroughput, 41.3e12, 0.01);
  });

  it('does 627.5 GOPS/W (section 8.1)', async () => {
    within((await isaac()).metrics.peakEfficiency, 627.5e9, 0.01);
  });

  // Table I's own total of 85.4 mm² gives 483.5 with the same operations; the difference is the paper's.
  it('does 478.95 GOPS/s/mm², links included (section 8.1)', async () => {
    within((await isaac()).metrics.peakComputeDensity, 478.95e15, 0.01);
  });

  it('stores 0.74 MiB/mm² (section 8.1, where it is called MB)', async () => {
    within((await isaac()).metrics.storageDensity, 0.74 * 1024 ** 2 * 1e6, 0.01);
  });

  it('spends 58 % of the power and 31 % of the area of a tile on converters (section 8.1)', async () => {
    const tile = nodeNamed((await isaac()).tree, 'Tile');
    const isAdc = ({ kind }: TreeNode) => kind === 'adc';
    within(shareOf(tile, 'power', isAdc), 0.58, 0.01 / 0.58);
    within(shareOf(tile, 'area', isAdc), 0.31, 0.01 / 0.31);
  });

  // Eight slices in sixteen cycles over 128 rows; the unit column that corrects the offset is one line in 129 more.
  it('converts once for each multiply-accumulate of 16 bits when rows are full (section 5)', async () => {
    const report = await libraryReport('studies/isaac');
    const { macs } = report.workloads[0]!;
    const { layers, tree } = report.evaluations[0]!;
    const fullRows = layers.reduce(
      (sum, { macs: own, rows }) => sum + (own * Math.ceil(rows / 128) * 128) / rows,
      0,
    );
    assert.ok(fullRows > macs);
    within(actionsIn(tree, 'conversions'), fullRows, 0.02);
  });

  it('prints every claim of its study beside ours, all within one per cent', async () => {
    const { claims } = await libraryReport('studies/isaac');
    assert.ok(claims.length >= 6);
    for (const { text, actual, claimed } of claims) within(actual, claimed, 0.01, text);
  });
});
