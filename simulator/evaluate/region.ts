import { type CostedBlock, type CostedComponent, isCostedBlock, type Structure } from './structure.ts';

/** A chip, or one kind of block that stands directly in it with all its instances, when every part is busy. */
export interface Region {
  readonly name: string;
  readonly powerW: number;
  readonly areaM2: number;
}

/** The chip and the kinds of blocks it is tiled with. */
export function regionsOf({ chip, root }: Structure): Region[] {
  return [
    { name: chip.name, ...sumOf(root) },
    ...root.parts.filter(isCostedBlock).map(each => ({ name: each.block.name, ...sumOf(each) })),
  ];
}

/** Of all instances. */
function sumOf(what: CostedBlock | CostedComponent): Pick<Region, 'powerW' | 'areaM2'> {
  if (!isCostedBlock(what)) {
    const { instances, cost } = what;
    return { powerW: instances * cost.peakPowerW, areaM2: instances * cost.areaM2 };
  }
  const sums = what.parts.map(sumOf);
  return {
    powerW: sums.reduce((total, { powerW }) => total + powerW, 0),
    areaM2: sums.reduce((total, { areaM2 }) => total + areaM2, 0),
  };
}
