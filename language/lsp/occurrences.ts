import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import {
  type Block,
  type Chip,
  type Component,
  type Cost,
  type CostedBlock,
  isCostedBlock,
  type Structure,
  structureOf,
} from '../../simulator/index.ts';
import type { Elaborations } from '../elaborate/elaborations.ts';
import * as ast from '../generated/ast.ts';
import { originOf } from '../syntax/origin.ts';

/** A block or component at one place in the tree of a chip. */
export interface Occurrence {
  readonly chip: Chip;
  /** Where the chip is described. */
  readonly declaration: ast.Block;
  readonly what: Block | Component;
  /** Within one of the block around it; 1 for the chip itself. */
  readonly count: number;
  /** On the whole chip. */
  readonly instances: number;
  /** Of one instance with every component busy, watts. */
  readonly peakPowerW: number;
  readonly areaM2: number;
  /** Of a component. */
  readonly cost?: Cost;
  /** What a block is made of. */
  readonly parts: readonly Occurrence[];
}

/**
 * Where a part or block stands in the chip around it or, outside of chips, in the first chip of its file that has it. Every
 * parameter is on its default.
 */
export function occurrencesOf(
  node: ast.Part | ast.Block | ast.InlineBlock,
  elaborations: Elaborations,
): readonly Occurrence[] {
  const around = chipAround(node);
  for (const block of new Set([...(around ? [around] : []), ...chipBlocks(AstUtils.getDocument(node))])) {
    const { chip } = elaborations.chip(block);
    if (!chip) continue;
    const found = catalogued(chip, block);
    const here = found.byOrigin.get(originOf(node));
    if (here) return here;
    // A block that adds to one of the extended chip is known there by its name.
    if (block === around && ast.isBlock(node) && around.base)
      return found.all.filter(({ what }) => isNamed(what, node));
  }
  return [];
}

/** The first of several where it may speak for all: one instance has the same figures everywhere. Undefined otherwise. */
export function commonTo(occurrences: readonly Occurrence[]): Occurrence | undefined {
  const [first, ...others] = occurrences;
  const isSame = ({ peakPowerW, areaM2 }: Occurrence) =>
    peakPowerW === first!.peakPowerW && areaM2 === first!.areaM2;
  return others.every(isSame) ? first : undefined;
}

export const instancesOf = (occurrences: readonly Occurrence[]): number =>
  occurrences.reduce((sum, { instances }) => sum + instances, 0);

/** The chips of a file that are complete with their default parameters. */
export function chipsOf(document: LangiumDocument, elaborations: Elaborations): Chip[] {
  return chipBlocks(document).flatMap(block => elaborations.chip(block).chip ?? []);
}

/** The chips a file describes. */
export const chipBlocks = (document: LangiumDocument): ast.Block[] =>
  (document.parseResult.value as ast.Document).declarations
    .filter(ast.isBlock)
    .filter(({ level, name }) => level === 'chip' && name);

function chipAround(node: AstNode): ast.Block | undefined {
  let chip: ast.Block | undefined;
  for (let each: AstNode | undefined = node; each; each = each.$container)
    if (ast.isBlock(each) && each.level === 'chip') chip = each;
  return chip;
}

const isNamed = (what: Block | Component, { level, name }: ast.Block): boolean =>
  'level' in what && what.level === level && what.name === name;

/** What a chip is made of, by where in the text it comes from. */
interface Catalogued {
  readonly byOrigin: ReadonlyMap<string, readonly Occurrence[]>;
  readonly all: readonly Occurrence[];
}

/** Chips are never changed, so what was found out about one holds as long as it lives. */
const known = new WeakMap<Chip, Catalogued>();

function catalogued(chip: Chip, declaration: ast.Block): Catalogued {
  const before = known.get(chip);
  if (before) return before;
  const all: Occurrence[] = [];
  const byOrigin = new Map<string, Occurrence[]>();
  const structure = structureOf(chip);
  occurrenceOf(structure, declaration, (occurrence, origins) => {
    all.push(occurrence);
    for (const origin of origins) byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), occurrence]);
  });
  const found = { byOrigin, all };
  known.set(chip, found);
  return found;
}

type Note = (occurrence: Occurrence, origins: readonly string[]) => void;

/** Walks the tree of a chip, and notes every occurrence with the places in the text it comes from. */
function occurrenceOf({ chip, root }: Structure, declaration: ast.Block, note: Note): Occurrence {
  return blockAt(root, 1, []);

  function blockAt(
    { block, part, parts: below }: CostedBlock,
    around: number,
    origins: readonly string[],
  ): Occurrence {
    const count = part?.count ?? 1;
    const instances = around * count;
    const parts = below.map(each => {
      if (isCostedBlock(each)) return blockAt(each, instances, [each.part!.origin]);
      const { component, cost, part: own, instances: total } = each;
      const { peakPowerW, areaM2 } = cost;
      const occurrence = {
        ...{ chip, declaration, what: component, count: own.count, instances: total },
        ...{ peakPowerW, areaM2, cost, parts: [] },
      };
      note(occurrence, [own.origin]);
      return occurrence;
    });
    const sum = (key: 'peakPowerW' | 'areaM2') =>
      parts.reduce((total, part) => total + part.count * part[key], 0);
    const occurrence = {
      ...{ chip, declaration, what: block, count, instances },
      ...{ peakPowerW: sum('peakPowerW'), areaM2: sum('areaM2'), parts },
    };
    note(occurrence, [block.origin, ...origins]);
    return occurrence;
  }
}
