import type { AstNode } from 'langium';
import { partKey } from '../../elaborate/inherit.ts';
import * as ast from '../../generated/ast.ts';
import { bodiesOf } from '../../syntax/bodies.ts';
import { ownerOf } from '../../types/schema.ts';

/** What braces may say anew that they inherit: along `extends`, from what a part is made of, or around an `if`. */
export type Overridable = ast.Property | ast.Block | ast.Part;

export function isOverridable(node: AstNode | undefined): node is Overridable {
  return (
    ast.isProperty(node) ||
    ast.isPart(node) ||
    (ast.isBlock(node) && (node.$container as AstNode).$type === 'Body')
  );
}

/**
 * What an entry says anew, the nearest first. Mostly one; several where both braces of an `if` say it, or where a part
 * changes what its component says and what an inherited part says.
 */
export function overridden(node: Overridable): readonly Overridable[] {
  return overriddenFrom(node, new Set());
}

/** Where an entry is first spoken of: everything that says the same anew has these in common. */
export function originsOf(node: Overridable): ReadonlySet<Overridable> {
  const seen = new Set<Overridable>();
  const origins = new Set<Overridable>();
  const follow = (each: Overridable): void => {
    if (seen.has(each)) return;
    seen.add(each);
    const before = overridden(each);
    if (before.length === 0) origins.add(firstBeside(each));
    before.forEach(follow);
  };
  follow(node);
  // Definitions that extend each other have no first.
  return origins.size > 0 ? origins : new Set([node]);
}

/** The properties of a name that a component or block has, its own or the nearest it inherits. */
export function propertiesNamed(owner: ast.Component | ast.Block, name: string): readonly ast.Property[] {
  return nearest(owner, { $type: ast.Property.$type, key: name }, new Set(), new Set()) as ast.Property[];
}

/** Whatever braces belong to and inherit from. */
export type Owner = ast.Component | Overridable;

/** The braces of an owner. */
export function bodyOf(owner: Owner): ast.Body | undefined {
  return ast.isPart(owner) ? (owner.inline?.body ?? owner.body) : owner.body;
}

/** Braces of an owner, those of conditionals included. */
export function bracesOf(owner: Owner): readonly ast.Body[] {
  return bodiesOf(bodyOf(owner));
}

/** An owner and everything that its braces go on from, the nearest first: what stands earlier wins over what stands later. */
export function lineOf(owner: Owner): readonly Owner[] {
  const line: Owner[] = [];
  const seen = new Set<Owner>();
  const follow = (each: Owner): void => {
    if (seen.has(each)) return;
    seen.add(each);
    // What several go on from is farther away than all of them.
    sourcesFrom(each, new Set()).toReversed().forEach(follow);
    line.unshift(each);
  };
  follow(owner);
  return line;
}

/** The owner of the braces that a node stands in. */
export function ownerAround(node: AstNode): Owner | undefined {
  return ast.isBody(node.$container) ? bracesOwner(node.$container) : undefined;
}

/** `open` holds what is being looked for on the way here, which ends the search whatever the text says. */
function overriddenFrom(node: Overridable, open: ReadonlySet<Overridable>): readonly Overridable[] {
  const like = likeOf(node);
  if (open.has(node) || !ast.isBody(node.$container) || like.key === '') return [];
  const beside = bodiesAround(node.$container).map(body => entriesLike(body, like));
  const found = beside.find(entries => entries.length > 0);
  if (found) return found;
  const owner = ownerAround(node);
  if (!owner) return [];
  const inner = new Set([...open, node]);
  const seen = new Set([owner]);
  return sourcesFrom(owner, inner).flatMap(source => nearest(source, like, seen, inner));
}

/** What the braces of an owner go on from: what it overrides, what it extends, what it is made of; the nearest first. */
function sourcesFrom(owner: Owner, open: ReadonlySet<Overridable>): readonly Owner[] {
  const before = isOverridable(owner) ? overriddenFrom(owner, open) : [];
  // A block wins over another of its name with all that it extends; a part is first of all what it overrides.
  return ast.isBlock(owner) ? [...madeOf(owner), ...before] : [...before, ...madeOf(owner)];
}

/** What an owner names: its base, the component or block of a part, the component that a property is given. */
function madeOf(owner: Owner): readonly Owner[] {
  switch (owner.$type) {
    case 'Component':
    case 'Block':
      return owner.base?.ref ? [owner.base.ref] : [];
    case 'Part': {
      const target = owner.what?.ref;
      const made = ast.isParameter(target) ? componentOf(target.value) : target;
      return made ? [made] : [];
    }
    case 'Property': {
      const component = componentOf(owner.value);
      return component ? [component] : [];
    }
  }
}

/** The component an expression names. */
export function componentOf(value: ast.Expression | undefined): ast.Component | undefined {
  const target = ast.isNameReference(value) && value.member === undefined ? value.target.ref : undefined;
  return ast.isComponent(target) ? target : undefined;
}

/** What two entries that override each other have in common. */
interface Like {
  readonly $type: string;
  readonly key: string;
}

const likeOf = (node: Overridable): Like => ({
  $type: node.$type,
  key: (ast.isPart(node) ? partKey(node) : node.name) ?? '',
});

function nearest(
  owner: Owner,
  like: Like,
  seen: Set<Owner>,
  open: ReadonlySet<Overridable>,
): readonly Overridable[] {
  if (seen.has(owner)) return [];
  seen.add(owner);
  const found = bracesOf(owner).flatMap(body => entriesLike(body, like));
  return found.length > 0
    ? found
    : sourcesFrom(owner, open).flatMap(source => nearest(source, like, seen, open));
}

function entriesLike(body: ast.Body, like: Like): readonly Overridable[] {
  const candidates: readonly Overridable[] = like.$type === 'Block' ? body.blocks : body.entries;
  return candidates.filter(each => each.$type === like.$type && likeOf(each).key === like.key);
}

/** The braces around the `if` that these stand in, as far as they belong to the same owner; the nearest first. */
function bodiesAround(body: ast.Body): readonly ast.Body[] {
  let node: ast.Body | ast.Conditional | undefined = ast.isConditional(body.$container)
    ? body.$container
    : undefined;
  while (ast.isConditional(node)) node = node.$container;
  return node ? [node, ...bodiesAround(node)] : [];
}

/** Of entries that stand beside each other, as in both braces of an `if`, the first speaks for all. */
function firstBeside(node: Overridable): Overridable {
  const owner = ownerAround(node);
  const like = likeOf(node);
  return (owner && bracesOf(owner).flatMap(body => entriesLike(body, like))[0]) ?? node;
}

/** The owner of braces. */
export function bracesOwner(body: ast.Body): Owner | undefined {
  const owner = ownerOf(body);
  if (ast.isInlineBlock(owner)) return owner.$container;
  const hasBraces = [ast.isComponent, ast.isBlock, ast.isPart, ast.isProperty].some(is => is(owner));
  return hasBraces ? (owner as Owner) : undefined;
}
