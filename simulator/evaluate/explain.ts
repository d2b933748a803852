import type { Bottleneck, ResourceUse } from '../report/report.ts';
import { dimensions, formatAs, formatNumber, scaleFor } from '../units/index.ts';
import { capacityOf } from './bandwidth.ts';
import { categoryOf } from './resource.ts';
import type { Stage } from './stage.ts';
import type { Structure } from './structure.ts';

/** What holds a layer up, in numbers and in a sentence: which resource, what the pipeline's own pace asks of it, and what there is. */
export function explained(
  structure: Structure,
  { timeS, nominalS, bottleneck, use: used }: Stage,
): Bottleneck {
  const stretches = timeS > nominalS * (1 + 1e-9);
  const use = used && useIn(structure, used);
  return {
    resource: bottleneck.resource,
    ...(bottleneck.action ? { action: bottleneck.action } : {}),
    category: categoryOf(bottleneck.action),
    time: bottleneck.timeS,
    stretches,
    explanation: sentence(structure, stretches, bottleneck.resource, use),
    ...(use ? { use } : {}),
  };
}

function useIn(structure: Structure, { action, share }: NonNullable<Stage['use']>): ResourceUse | undefined {
  const { perS, dimension, of } = capacityOf(structure, action);
  const names = structure.components
    .filter(({ performs }) => performs.includes(action))
    .map(({ component }) => component.name);
  if (!Number.isFinite(perS) || names.length === 0) return undefined;
  return {
    component: [...new Set(names)].join(' and '),
    of,
    dimension,
    needed: share * perS,
    available: perS,
  };
}

/** `limited by EDRAM bandwidth: 41.2 of 32.0 GB/s for each tile`. */
function sentence(
  structure: Structure,
  stretches: boolean,
  resource: string,
  use: ResourceUse | undefined,
): string {
  if (stretches) return `limited by ${use ? useText(use) : resource}`;
  const { cycles, chip } = structure;
  const copy = chip.pipeline.kind === 'coarse' ? ' and one to copy inputs' : '';
  const pace = `paced by ${formatNumber(cycles)} input ${cycles === 1 ? 'cycle' : 'cycles'} of ${formatAs(chip.array.cycleS, 'time')}${copy}`;
  return use ? `${pace}; busiest is ${useText(use)}` : pace;
}

function useText({ component, dimension, needed, available, of }: ResourceUse): string {
  const { symbol, factor } = scaleFor([needed, available], dimensions[dimension]);
  const what = dimension === 'bandwidth' ? 'bandwidth' : 'rate';
  return `${component} ${what}: ${formatNumber(needed * factor)} of ${formatNumber(available * factor)} ${symbol} for each ${of}`;
}
