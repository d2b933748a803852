import { type AstNode, AstUtils, type Reference } from 'langium';
import { ancestry } from '../../elaborate/inherit.ts';
import * as ast from '../../generated/ast.ts';
import type { Draft } from './draft.ts';
import type { Named } from './names.ts';
import { nodeAt, nodeBefore, rootOf, type Site } from './site.ts';
import { usesOf } from './uses.ts';

/** What a definition may extend: others of its sort that do not extend it in turn. */
export function baseDrafts(site: Site, of: string): Draft[] {
  const type = of === 'component' ? ast.Component.$type : ast.Block.$type;
  const own = declarationBefore(site);
  const isFit = ({ node }: Named) =>
    (of === 'component' ? ast.isComponent(node) : ast.isBlock(node) && node.level === of) &&
    !(own && reaches(node, own));
  const at = own ?? rootOf(site);
  const known = site.names.inScope(at.$container ?? at, type, 'base').filter(isFit);
  return usesOf(
    site,
    [...known, ...site.names.importable(site.document, [type], known).filter(isFit)],
    false,
  );
}

/** Chips, as they are evaluated or compared. */
export function chipDrafts(site: Site, owner: number): Draft[] {
  const at = nodeAt(owner, site);
  const listed = listedBeside(site, ({ chips }) =>
    chips.flatMap(({ chip, arguments: given }) => (chip && given.length === 0 ? [chip] : [])),
  );
  const isFit = ({ name, node }: Named) =>
    ast.isBlock(node) && node.level === 'chip' && !listed.includes(name);
  // Inside the braces only those count that are evaluated.
  if (ast.isEvaluation(at)) {
    const names = new Map(at.chips.flatMap(({ chip }) => (chip?.ref ? [[chip.$refText, chip.ref]] : [])));
    return [...names].map(([name, node]) => site.names.draft({ name, node }, site.document));
  }
  const known = site.names.inScope(at, ast.ChipUse.$type, 'chip').filter(isFit);
  return usesOf(
    site,
    [...known, ...site.names.importable(site.document, [ast.Block.$type], known).filter(isFit)],
    false,
  );
}

/** Networks; inside the braces of a question those it asks about. */
export function workloadDrafts(site: Site, owner: number): Draft[] {
  const at = nodeAt(owner, site);
  const asked = ast.isEvaluation(at) && owner >= 0 ? at.workloads : [];
  if (asked.length > 0)
    return asked.flatMap(({ ref, $refText }) =>
      ref ? [site.names.draft({ name: $refText, node: ref }, site.document)] : [],
    );
  const listed = listedBeside(site, ({ workloads }) => workloads);
  const isFit = ({ name, node }: Named) => ast.isWorkload(node) && !listed.includes(name);
  const known = site.names.inScope(at, ast.Evaluation.$type, 'workloads');
  const others = site.names.importable(site.document, [ast.Workload.$type], known);
  return [...known, ...others].filter(isFit).map(named => site.names.draft(named, site.document));
}

/** Names that the `evaluate` lists besides the one being written: each counts once. */
function listedBeside(
  site: Site,
  names: (evaluation: ast.Evaluation) => readonly Reference[],
): readonly string[] {
  const evaluation = AstUtils.getContainerOfType(nodeBefore(site), ast.isEvaluation);
  return evaluation
    ? names(evaluation).flatMap(({ $refNode, $refText }) =>
        $refNode?.offset === site.start ? [] : [$refText],
      )
    : [];
}

/** Layers above the one being written. */
export function layerInputDrafts(site: Site, owner: number): Draft[] {
  return site.names
    .inScope(nodeAt(owner, site), ast.Layer.$type, 'inputs')
    .filter(({ node }) => (node.$cstNode?.end ?? 0) < site.start)
    .map(named => site.names.draft(named, site.document));
}

const reaches = (node: AstNode, target: AstNode): boolean =>
  (ast.isComponent(node) || ast.isBlock(node)) && ancestry(node).some(each => each === target);

/** The definition whose head is being written. */
function declarationBefore(site: Site): ast.Component | ast.Block | undefined {
  const last = site.tokens.at(-1);
  return AstUtils.getContainerOfType(
    last && nodeAt(last.startOffset, site),
    (node): node is ast.Component | ast.Block => ast.isComponent(node) || ast.isBlock(node),
  );
}
