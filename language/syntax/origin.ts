import { type AstNode, AstUtils, type CstNode, CstUtils } from 'langium';

/** Where a node stands, as the opaque string that travels through chip and report: `uri#offset,length`. */
export function originOf(node: AstNode): string {
  const cst = node.$cstNode;
  if (!cst) return '';
  return `${AstUtils.getDocument(node).uri.toString()}#${cst.offset},${cst.length}`;
}

export interface Place {
  readonly uri: string;
  readonly offset: number;
  readonly length: number;
}

/** Reads an origin back; undefined for anything that is none. */
export function placeOf(origin: string): Place | undefined {
  const match = /^(.+)#(\d+),(\d+)$/.exec(origin);
  return match ? { uri: match[1]!, offset: Number(match[2]), length: Number(match[3]) } : undefined;
}

/** What stands at a place, if the text still has something there that begins and ends with it; an edit may have moved it. */
export function standingAt({ offset, length }: Place, { $cstNode }: AstNode): CstNode | undefined {
  let node: CstNode | undefined = $cstNode && CstUtils.findLeafNodeAtOffset($cstNode, offset);
  while (node?.offset === offset && node.length < length) node = node.container;
  return node?.offset === offset && node.length === length ? node : undefined;
}
