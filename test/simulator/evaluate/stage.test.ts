import fc from 'fast-check';
import { isMatrixLayer } from '../../../simulator/workload/workload.ts';
import type { Block, Chip, Component } from '../../../simulator/index.ts';
import { evaluateModels } from '../../support/evaluate.ts';
import { within } from '../../support/published.ts';
import { randomModels } from '../../support/random-models.ts';
import { type Rates, secondsPerWindow } from '../../support/walk/stage.ts';

/** Units at the foot of every array, by what they do. */
const units = {
  conversions: 'adc',
  analogAccumulations: 'analog-accumulator',
  shiftAdds: 'shift-add',
  sensings: 'tia',
  bufferCellWrites: 'buffer-array',
  summations: 'summing-amplifier',
} as const;

/** Actions in one input cycle of a second; divisions by them lose nothing. */
const rates: fc.Arbitrary<Rates> = fc.record(
  Object.fromEntries(
    Object.keys(units).map(action => [action, fc.constantFrom(0.5, 1, 2, 4, 8, 16, 32, 64, 1024)]),
  ),
);

describe('the stage of a layer', () => {
  it('is what running through its cycles comes to', () =>
    fc.assert(
      fc.property(randomModels, rates, ({ chip, workload, options }, rates) => {
        const models = { workload, chip: withUnits(chip, rates) };
        const { layers } = evaluateModels(models, { ...options, capacity: 'chips' });
        workload.layers
          .filter(isMatrixLayer)
          .forEach((layer, index) =>
            within(layers[index]!.stage, secondsPerWindow(models.chip, layer, options, rates), 1e-12),
          );
      }),
      { numRuns: 1000 },
    ));
});

/** A chip that nothing else slows down. */
function withUnits(chip: Chip, rates: Rates): Chip {
  const part = (what: Block | Component) => ({ count: 1, origin: '', what });
  const parts = Object.entries(units).map(([action, kind]) =>
    part({
      name: kind,
      kind,
      origin: '',
      nodeM: chip.nodeM,
      parameters: { rate: rates[action as keyof typeof units]!, resolution: 20 },
    }),
  );
  const crossbar: Block = { level: 'crossbar', name: 'crossbar', origin: '', parts };
  return {
    ...chip,
    array: { ...chip.array, cycleS: 1 },
    root: { ...chip.root, parts: [{ ...part(crossbar), count: 40 }] },
  };
}
