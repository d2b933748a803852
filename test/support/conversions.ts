import type { DotProduct } from '../../simulator/dataflow/dot-product.ts';
import type { Strategy } from '../../simulator/dataflow/strategy.ts';
import { inputCycles } from '../../simulator/index.ts';

/** Conversions that a dot product is counted for, in all its input cycles and for its result. */
export function conversionsOf(strategy: Strategy, dot: DotProduct): number {
  const { conversions: inCycle = 0 } = strategy.actionsPerCycle(dot);
  const { conversions: ofResult = 0 } = strategy.actionsPerResult(dot);
  return inputCycles(dot) * inCycle + ofResult;
}
