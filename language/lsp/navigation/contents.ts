import type { AstNode } from 'langium';
import { partKey } from '../../elaborate/inherit.ts';
import * as ast from '../../generated/ast.ts';
import type { Instance } from './items.ts';
import { bracesOf, componentOf, lineOf, type Owner, ownerAround } from './overrides.ts';

/** One thing that a block or component is made of, and the part or property that says so: it may be inherited. */
export interface Content {
  readonly what: Instance;
  readonly entry: ast.Entry;
}

/**
 * What a block is made of, what it inherits included: its parts, and the components that its properties name. A part said
 * anew stands for the inherited one, and so does a block of the same name.
 */
export function contentsOf(owner: Owner): readonly Content[] {
  const said = new Set<string>();
  return lineOf(owner).flatMap(each => {
    const entries = bracesOf(each).flatMap(body => body.entries);
    const fresh = entries.filter(entry => !said.has(keyOf(entry)));
    for (const entry of fresh) said.add(keyOf(entry));
    return fresh.flatMap(entry => {
      const what = ast.isPart(entry) ? madeOf(entry, owner) : componentOf(entry.value);
      return what ? [{ what, entry }] : [];
    });
  });
}

function madeOf(part: ast.Part, owner: Owner): Instance | undefined {
  if (part.inline) return part;
  const target = part.what?.ref;
  return ast.isBlock(target) && (target.$container as AstNode).$type === 'Body'
    ? blockSeenFrom(owner, target)
    : target;
}

/** The block of this name in an owner, or in what is around it, which may say anew what was meant where the part stands. */
function blockSeenFrom(owner: Owner, target: ast.Block): ast.Block {
  let around: Owner | undefined = owner;
  while (around) {
    const blocks = lineOf(around)
      .flatMap(bracesOf)
      .flatMap(body => body.blocks);
    const found = blocks.find(({ name }) => name === target.name);
    if (found) return found;
    around = ownerAround(around);
  }
  return target;
}

const keyOf = (entry: ast.Entry): string => (ast.isPart(entry) ? `× ${partKey(entry)}` : (entry.name ?? ''));
