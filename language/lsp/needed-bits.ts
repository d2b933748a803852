import { AstUtils } from 'langium';
import { type Chip, description, dotProductOf, placedComponents, strategies } from '../../simulator/index.ts';
import { formatAs } from '../../simulator/units/index.ts';
import { converted } from '../check/column-sum.ts';
import type { Elaborations } from '../elaborate/elaborations.ts';
import * as ast from '../generated/ast.ts';
import { ownerOf, kindOf } from '../types/schema.ts';
import { chipBlocks } from './occurrences.ts';

/** What a chip asks of its converters. */
export interface Need {
  readonly chip: Chip;
  readonly declaration: ast.Block;
  readonly bits: number;
}

/** Of a converter's resolution: what the chips of the file that have the converter ask of it. */
export function needsOf(property: ast.Property, elaborations: Elaborations): readonly Need[] {
  if (property.name !== 'resolution' || !ast.isBody(property.$container)) return [];
  const owner = ownerOf(property.$container);
  const converter = ast.isPart(owner) ? owner.what?.ref : owner;
  return ast.isComponent(converter) ? needsOfConverter(converter, property, elaborations) : [];
}

/** What the chips of the file of a node ask of a converter; none for another component. */
export function needsOfConverter(
  converter: ast.Component,
  from: ast.Property | ast.Part | ast.Component,
  elaborations: Elaborations,
): readonly Need[] {
  if (description.components.get(kindOf(converter) ?? '')?.category !== 'converter') return [];
  return chipBlocks(AstUtils.getDocument(from)).flatMap(declaration => {
    const { chip } = elaborations.chip(declaration);
    if (!chip || !has(chip, converter.name)) return [];
    const bits = strategies.get(chip.dataflow)!.resolution(dotProductOf(chip));
    return Number.isFinite(bits) ? [{ chip, declaration, bits }] : [];
  });
}

/** `C needs 8 bit for digital-accumulation, to convert the column sum of 128 rows of …`; chips alike in one sentence. */
export function needsText(needs: readonly Need[]): string {
  const chips = new Map<string, string[]>();
  for (const need of needs) {
    const reason = reasonOf(need);
    chips.set(reason, [...(chips.get(reason) ?? []), need.chip.name]);
  }
  return [...chips]
    .map(([reason, names]) => `${names.join(', ')} ${names.length === 1 ? 'needs' : 'need'} ${reason}.`)
    .join('\n\n');
}

const reasonOf = ({ chip, bits }: Need): string =>
  `${formatAs(bits, 'bits')} for \`${chip.dataflow}\`, to convert ${converted(chip)}`;

const has = (chip: Chip, name: string): boolean =>
  [...placedComponents(chip.root)].some(({ component }) => component.name === name);
