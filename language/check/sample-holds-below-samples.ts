import { GrammarUtils } from 'langium';
import { peakActions, structureOf } from '../../simulator/index.ts';
import { formatNumber } from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';
import { performers } from './chip-parts.ts';
import type { Check, Fix } from './check.ts';

/**
 * Every value of an input cycle is held until it is converted or added, which is the next cycle, so each takes a
 * sample-and-hold of its own however fast they are: ISAAC has one for each bit line, Neural-PIM two more for each
 * accumulator.
 */
export const sampleHoldsBelowSamples: Check = {
  code: 'sample-holds-below-samples',
  severity: 'warning',
  doc: 'Each array has as many sample-and-holds as its dataflow holds values in an input cycle.',
  chip: (elaboration, declaration, report) => {
    const { chip, nodes } = elaboration;
    const holds = performers(elaboration, 'samples');
    const [first] = holds;
    if (!chip || !first) return;
    const structure = structureOf(chip);
    const needed = (peakActions(structure).samples ?? 0) / structure.cycles;
    const there = holds.reduce((sum, { instances }) => sum + instances, 0) / structure.arrays;
    if (!(needed > there * (1 + 1e-9))) return;
    const part = nodes.get(first.component.origin);
    const own = holds.length === 1 && first.level === 'crossbar';
    report({
      message: `\`${chip.dataflow}\` holds ${formatNumber(needed)} values of an array in every input cycle, but there are ${formatNumber(there)} ${first.component.name} for each`,
      at: [...(part ? [part] : []), declaration],
      ...(own ? { fix: place => countFix(place, needed) } : {}),
    });
  },
};

/** Offered where the count is written as one number. */
function countFix(place: unknown, needed: number): Fix | undefined {
  if (!ast.isPart(place) || place.count.factors.length !== 1 || !ast.isNumberLiteral(place.count.factors[0]))
    return undefined;
  const count = GrammarUtils.findNodeForProperty(place.$cstNode, 'count');
  return (
    count && {
      title: `Use ${needed}`,
      edits: [{ offset: count.offset, length: count.length, text: `${needed}` }],
    }
  );
}
