import { type Action, type Chip, peakStage, type Structure, structureOf } from '../../simulator/index.ts';
import { formatAs, formatNumber } from '../../simulator/units/index.ts';
import { performers, placesOf } from './chip-parts.ts';
import type { Check } from './check.ts';

/**
 * Converters or accumulators that cannot keep up with their arrays stretch the pipeline stage. The chip still works, only
 * slower than its input cycle suggests, so this is a warning and the report names the bottleneck.
 */
export const conversionsExceedRate: Check = {
  code: 'conversions-exceed-rate',
  severity: 'warning',
  silence: 'Where the longer stage is meant: its time is counted.',
  doc: 'Converters and accumulators keep up with the arrays they serve.',
  chip: (elaboration, declaration, report) => {
    const { chip } = elaboration;
    if (!chip || !complete(chip)) return;
    const structure = structureOf(chip);
    const stage = peakStage(structure);
    const action = limiting[stage.bottleneck.resource];
    if (!action || stage.timeS <= stage.nominalS * (1 + 1e-9)) return;
    const [placed] = performers(elaboration, action);
    if (!placed) return;
    report({
      message: `${stage.bottleneck.resource} are too slow or too few: with full arrays a stage takes ${formatAs(stage.timeS, 'time')} instead of ${formatAs(stage.nominalS, 'time')}; ${placed.component.name} would have to do ${factor(stage.timeS, stage.nominalS, structure)} as much`,
      at: placesOf(elaboration, placed, 'rate', declaration).filter(
        (_, index, all) => index > 0 || all.length === 1,
      ),
    });
  },
};

const limiting: Readonly<Record<string, Action | undefined>> = {
  converters: 'conversions',
  'analog accumulators': 'analogAccumulations',
  'shift-and-adds': 'shiftAdds',
};

/** Whether every number that sets the stage is there. */
function complete(chip: Chip): boolean {
  return chip.array.cycleS > 0 && chip.array.columns > 0;
}

/** How many times more units it takes: the stretched part of a stage over the time it may take. */
function factor(timeS: number, nominalS: number, { chip, cycles }: Structure): string {
  const perCycle = (timeS - (nominalS - cycles * chip.array.cycleS)) / (cycles * chip.array.cycleS);
  return `${formatNumber(perCycle, 2)} times`;
}
