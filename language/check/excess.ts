import { type Action, type Chip, peakExcess, structureOf } from '../../simulator/index.ts';
import { formatAs, formatNumber } from '../../simulator/units/index.ts';
import type { Elaboration } from '../elaborate/elaborate.ts';
import type * as ast from '../generated/ast.ts';
import { performers } from './chip-parts.ts';
import type { Report } from './check.ts';

/** Tells of units that an array in full use asks for more than they can do, with both numbers and what comes of it. */
export function tellExcess(
  action: Action,
  what: string,
  elaboration: Elaboration,
  declaration: ast.Block,
  report: Report,
): void {
  const { chip, nodes } = elaboration;
  const [placed] = performers(elaboration, action);
  if (!chip || !placed || !hasStage(chip)) return;
  const excess = peakExcess(structureOf(chip), action);
  if (!excess) return;
  const { asked, done, per, allowedS, nominalS, stretchedS } = excess;
  const { name, origin } = placed.component;
  const part = nodes.get(origin);
  const time = (seconds: number) => formatAs(seconds, 'time');
  report({
    message: `${name} is too slow or there are too few: an array in full use asks for ${formatNumber(asked)} ${what} in ${article(per)} of ${time(allowedS)}, and its share does ${formatNumber(done)}; the stage takes ${time(stretchedS)} instead of ${time(nominalS)}`,
    at: [...(part ? [part] : []), declaration],
  });
}

/** Whether every number that sets the stage is there. */
const hasStage = ({ array }: Chip): boolean => array.cycleS > 0 && array.columns > 0;

const article = (per: 'input cycle' | 'stage'): string => (per === 'stage' ? 'a stage' : 'an input cycle');
