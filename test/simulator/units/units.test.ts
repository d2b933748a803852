import assert from 'node:assert/strict';
import { dimensionName, findUnit, units } from '../../../simulator/units/index.ts';

describe('a unit', () => {
  for (const [symbol, scale, dimension] of [
    ['pJ', 1e-12, 'energy'],
    ['mm²', 1e-6, 'area'],
    ['mm2', 1e-6, 'area'],
    ['mm^2', 1e-6, 'area'],
    ['µm²', 1e-12, 'area'],
    ['um²', 1e-12, 'area'],
    ['\u03bcm²', 1e-12, 'area'],
    ['kΩ', 1e3, 'resistance'],
    ['k\u2126', 1e3, 'resistance'],
    ['kohm', 1e3, 'resistance'],
    ['GHz', 1e9, 'frequency'],
    ['GS/s', 1e9, 'frequency'],
    ['KB', 8e3, 'bits'],
    ['kB', 8e3, 'bits'],
    ['KiB', 8192, 'bits'],
    ['%', 0.01, 'count'],
    ['TOPS', 1e12, 'throughput'],
    ['TOPS/W', 1e12, 'efficiency'],
    ['GOPS/s/mm²', 1e15, 'computeDensity'],
    ['MiB/mm²', 8 * 1024 ** 2 * 1e6, 'storageDensity'],
    ['GB/s', 8e9, 'bandwidth'],
    ['V·A', 1, 'power'],
    ['1/s', undefined, undefined],
    ['furlong', undefined, undefined],
    ['pJ/furlong', undefined, undefined],
  ] as const)
    it(
      scale === undefined
        ? `${symbol} is not known`
        : `${symbol} measures ${dimension}, ${scale} of its base unit`,
      () => {
        const unit = findUnit(symbol);
        assert.equal(unit && dimensionName(unit.dimension), dimension);
        assert.ok(scale === undefined || Math.abs(unit!.scale / scale - 1) < 1e-12, `${unit?.scale}`);
      },
    );

  it('has one meaning only', () => {
    const meanings = new Map<string, Set<number>>();
    for (const [symbol, { scale }] of units)
      meanings.set(symbol, (meanings.get(symbol) ?? new Set()).add(scale));
    assert.deepEqual(
      [...meanings].filter(([, scales]) => scales.size > 1),
      [],
    );
  });
});
