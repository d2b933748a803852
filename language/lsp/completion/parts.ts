import { type AstNode, AstUtils } from 'langium';
import { description, levels } from '../../../simulator/index.ts';
import { ancestry } from '../../elaborate/inherit.ts';
import * as ast from '../../generated/ast.ts';
import { kindOf, parametersOf } from '../../types/schema.ts';
import { bracesOf, bracesOwner, lineOf } from '../navigation/overrides.ts';
import type { Draft } from './draft.ts';
import { levelAround, type Named } from './names.ts';
import { propertiesAfter } from './properties-after.ts';
import { bodyAt, rootOf, type Site } from './site.ts';
import { usesOf } from './uses.ts';
import { inlineBlockDrafts } from './words.ts';

/** What a part may be made of: components, smaller blocks, or a block written on the spot. */
export function partDrafts(site: Site, owner: number): Draft[] {
  const body = bodyAt(owner, site);
  const level = body && levelAround(body);
  const overrides = propertiesAfter(site);
  const isFit = ({ node }: Named) => isPlaceable(node, level) && overrides.every(name => knows(node, name));
  const known = site.names.inScope(body ?? rootOf(site), ast.Part.$type, 'what').filter(isFit);
  const others = site.names
    .importable(site.document, [ast.Component.$type, ast.Block.$type], known)
    .filter(isFit);
  const blocks = inlineBlockDrafts(level, 'part').filter(
    ({ label }) => label !== 'crossbar' || !body || inheritsCrossbar(body) || !hasCrossbar(body, site),
  );
  return [
    ...usesOf(site, known),
    // Where braces follow, only the word is to be replaced.
    ...blocks.map(draft => (/^\s*\{/.test(site.after) ? { ...draft, text: draft.label } : draft)),
    ...usesOf(site, others),
  ];
}

const knows = (node: AstNode, name: string): boolean => {
  const parameters =
    ast.isComponent(node) || ast.isBlock(node) || ast.isParameter(node) ? parametersOf(node) : {};
  return Object.hasOwn(parameters ?? {}, name);
};

/** A cell is the device inside a crossbar and no part of its own; of blocks only smaller ones fit. */
function isPlaceable(node: AstNode, level: ast.Level | undefined): boolean {
  if (ast.isComponent(node))
    return description.components.get(kindOf(node) ?? '') !== undefined && kindOf(node) !== 'cell';
  if (ast.isParameter(node)) return description.components.has(node.type ?? '');
  if (!ast.isBlock(node) || node.level === 'chip') return false;
  return level === undefined || levels.indexOf(node.level) > levels.indexOf(level);
}

/** Whether what these braces go on from has a crossbar, which may be said anew. */
function inheritsCrossbar(body: ast.Body): boolean {
  const owner = bracesOwner(body);
  return (
    owner !== undefined &&
    lineOf(owner).some(
      each => each !== owner && bracesOf(each).some(({ entries }) => entries.some(holdsCrossbar)),
    )
  );
}

const holdsCrossbar = (entry: ast.Entry): boolean =>
  isCrossbar(entry) || (ast.isPart(entry) && entry.inline?.level === 'crossbar');

/** Whether the chip around a body has its crossbar already, elsewhere than at the cursor; evaluation takes one. */
function hasCrossbar(body: ast.Body, { start }: Site): boolean {
  let outermost: ast.Block | undefined;
  for (let node: AstNode | undefined = body; node; node = node.$container)
    if (ast.isBlock(node)) outermost = node;
  const bodies = outermost ? ancestry(outermost).map(each => each.body) : [body];
  const isElsewhere = ({ $cstNode }: AstNode) => !$cstNode || start < $cstNode.offset || start > $cstNode.end;
  return bodies.some(each =>
    AstUtils.streamAst(each ?? body).some(node => isCrossbar(node) && isElsewhere(node)),
  );
}

const isCrossbar = (node: AstNode): boolean =>
  (ast.isInlineBlock(node) && node.level === 'crossbar') ||
  (ast.isPart(node) && ast.isBlock(node.what?.ref) && node.what.ref.level === 'crossbar');
