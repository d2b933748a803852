import assert from 'node:assert/strict';
import { metrics } from '../../../simulator/report/metrics.ts';
import { dimensions, symbolOf } from '../../../simulator/units/dimensions.ts';

describe('the table of metrics', () => {
  for (const [name, { unit, dimension, worth }] of Object.entries(metrics))
    it(`gives ${name} the base unit of its dimension, or says what it is worth in it`, () =>
      assert.equal(worth === undefined, unit === baseUnit(dimension)));
});

const baseUnit = (name: keyof typeof dimensions): string =>
  name === 'power' ? 'W' : symbolOf(dimensions[name]);
