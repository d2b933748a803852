import { type Region, regionsOf, structureOf } from '../../simulator/index.ts';
import { formatAs } from '../../simulator/units/index.ts';
import type { Elaboration } from '../elaborate/elaborate.ts';
import { evaluateQuantity } from '../elaborate/expression.ts';
import { emptyEnvironment } from '../elaborate/value.ts';
import * as ast from '../generated/ast.ts';
import { libraryUri } from '../library/address.ts';
import { propertyOf } from './chip-parts.ts';
import type { Check, Context } from './check.ts';

/**
 * A chip that gives off more power on a square millimetre than its cooling carries off cannot run with every part busy.
 *
 * Looked at are the chip and the blocks that stand directly in it, which tile it. Heat spreads sideways, so a crossbar or a
 * converter far smaller than that may be many times hotter on paper. The limit is the chip's `cooling`, else what air
 * carries off; that and the smallest area that matters are constants of the library.
 */
export const powerDensityAboveLimit: Check = {
  code: 'power-density-above-limit',
  severity: 'warning',
  doc: 'Peak power on each square millimetre of a chip, and of its tiles, stays below what cooling carries off.',
  silence: 'Where the chip is cooled by more than air, or the limit of its package is another.',
  chip: (elaboration, declaration, report, context) => {
    const { chip, complete } = elaboration;
    const own = statedCooling(elaboration);
    const limit = own ?? libraryConstant('airCooling', context);
    const smallest = libraryConstant('hotSpot', context);
    if (!chip || !complete || limit === undefined || smallest === undefined) return;
    const structure = structureOf(chip);
    // Where a busy part has no area yet, there is no density to speak of.
    if (structure.components.some(({ cost }) => cost.peakPowerW > 0 && cost.areaM2 === 0)) return;
    const regions = regionsOf(structure).filter(({ areaM2 }) => areaM2 >= smallest);
    const [hottest] = regions.sort((a, b) => density(b) - density(a));
    if (!hottest || !(density(hottest) > limit * (1 + 1e-9))) return;
    const what = hottest.name === chip.name ? chip.name : `${hottest.name} of ${chip.name}`;
    const carried = `${formatAs(limit, 'powerDensity')} that ${own === undefined ? 'air cooling' : 'its `cooling`'} carries off`;
    report({
      message: `${what} gives off ${formatAs(density(hottest), 'powerDensity')} with every part busy, more than the ${carried}`,
      at: [...propertyOf(elaboration, 'cooling'), declaration],
      ...(own === undefined ? { property: 'name' } : {}),
    });
  },
};

function statedCooling({ described }: Elaboration): number | undefined {
  const stated = described.find(({ given }) => given.has('cooling'))?.given.get('cooling')?.value;
  return typeof stated === 'number' ? stated : undefined;
}

/** A number that is an assumption about the world, not about a chip. */
function libraryConstant(wanted: string, context: Context | undefined): number | undefined {
  const file = context?.documents.getDocument(libraryUri('cooling'))?.parseResult.value as
    | ast.Document
    | undefined;
  const constant = file?.declarations.filter(ast.isConstant).find(({ name }) => name === wanted);
  return evaluateQuantity(constant?.value, emptyEnvironment)?.value;
}

const density = ({ powerW, areaM2 }: Region): number => powerW / areaM2;
