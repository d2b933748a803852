import { type Action, actions, dotProductOf, strategies } from '../../simulator/index.ts';
import { performers, propertyOf } from './chip-parts.ts';
import type { Check } from './check.ts';
import { fromElaboration } from './from-elaboration.ts';

export const missingComponent: Check = {
  code: 'missing-component',
  severity: 'error',
  doc: 'A chip has the components its dataflow cannot work without.',
  ...fromElaboration('missing-component'),
  chip: (elaboration, declaration, report) => {
    fromElaboration('missing-component').chip(elaboration, declaration, report);
    const { chip, complete } = elaboration;
    if (!chip || !complete) return;
    const { needs, corrections } = strategies.get(chip.dataflow)!;
    const isCorrected = corrections(dotProductOf(chip)) > 0;
    const needed = new Set<Action>([
      'rowDrives',
      'cellReads',
      ...needs,
      ...(isCorrected ? (['shiftAdds'] as const) : []),
    ]);
    for (const action of needed) {
      if (performers(elaboration, action).length > 0) continue;
      report({
        message: `\`${chip.dataflow}\` needs ${examples[action] ?? 'another component'}, and ${chip.name} has none: ${lowered(actions[action])}`,
        at: [...propertyOf(elaboration, 'dataflow'), declaration],
      });
    }
  },
};

const lowered = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');

/** Kinds that would do, for the message. */
const examples: Partial<Record<Action, string>> = {
  rowDrives: 'a `dac` in its crossbar',
  cellReads: 'an `array` in its crossbar',
  conversions: 'an `adc`',
  shiftAdds: 'a `shift-add` in its PE',
  analogAccumulations: 'an `analog-accumulator` in its crossbar',
  sensings: 'a `tia` for its bit lines',
  bufferCellWrites: 'a `buffer-array`',
};
