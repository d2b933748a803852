import { type Action, type Chip, type Excess, peakExcesses, structureOf } from '../../simulator/index.ts';
import { formatAs, formatNumber } from '../../simulator/units/index.ts';
import { performers } from './chip-parts.ts';
import type { Check } from './check.ts';

/** Tells of units that an array in full use asks for more than they can do, with both numbers and what comes of it. */
export function excessOf(words: readonly (readonly [action: Action, what: string])[]): Pick<Check, 'chip'> {
  const chip: Check['chip'] = (elaboration, declaration, report) => {
    if (!elaboration.chip || !hasStage(elaboration.chip)) return;
    const excesses = peakExcesses(structureOf(elaboration.chip));
    for (const [action, what] of words) {
      const excess = excesses.get(action);
      const [placed] = excess ? performers(elaboration, action) : [];
      if (!excess || !placed) continue;
      const { name, origin } = placed.component;
      const part = elaboration.nodes.get(origin);
      report({ message: message(excess, what, name), at: [...(part ? [part] : []), declaration] });
    }
  };
  return { chip };
}

/** Whether every number that sets the stage is there. */
const hasStage = ({ array }: Chip): boolean => array.cycleS > 0 && array.columns > 0;

function message(
  { asked, done, per, allowedS, nominalS, stretchedS }: Excess,
  what: string,
  name: string,
): string {
  const time = (seconds: number) => formatAs(seconds, 'time');
  const article = per === 'stage' ? 'a' : 'an';
  return `${name} is too slow or there are too few: an array in full use asks for ${formatNumber(asked)} ${what} in ${article} ${per} of ${time(allowedS)}, and its share does ${formatNumber(done)}; the stage takes ${time(stretchedS)} instead of ${time(nominalS)}`;
}
