import { type Block, isBlock } from '../chip/chip.ts';
import type { Component } from '../chip/component.ts';
import type { CostedComponent, Structure } from './structure.ts';

/** A chip, or one kind of block that stands directly in it with all its instances, when every part is busy. */
export interface Region {
  readonly name: string;
  readonly powerW: number;
  readonly areaM2: number;
}

/** The chip and the kinds of blocks it is tiled with. */
export function regionsOf({ chip, components }: Structure): Region[] {
  // Components are listed in the order the tree is walked.
  const walk = components[Symbol.iterator]();
  const parts = chip.root.parts.map(({ what }) => ({ what, ...sumBelow(what, walk) }));
  const whole = parts.reduce(add, { powerW: 0, areaM2: 0 });
  return [
    { name: chip.name, ...whole },
    ...parts
      .filter(({ what }) => isBlock(what))
      .map(({ what, powerW, areaM2 }) => ({ name: what.name, powerW, areaM2 })),
  ];
}

type Sum = Pick<Region, 'powerW' | 'areaM2'>;

const add = (a: Sum, b: Sum): Sum => ({ powerW: a.powerW + b.powerW, areaM2: a.areaM2 + b.areaM2 });

function sumBelow(what: Block | Component, walk: Iterator<CostedComponent>): Sum {
  if (isBlock(what))
    return what.parts.map(part => sumBelow(part.what, walk)).reduce(add, { powerW: 0, areaM2: 0 });
  const { instances, cost } = walk.next().value as CostedComponent;
  return { powerW: instances * cost.peakPowerW, areaM2: instances * cost.areaM2 };
}
