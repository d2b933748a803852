import { type AstNode, AstUtils, CstUtils, type LangiumDocument, type LangiumDocuments } from 'langium';
import * as ast from '../../generated/ast.ts';
import type { Token } from '../tokens-before.ts';
import type { Names } from './names.ts';

/** The cursor and what stands around it. */
export interface Site {
  readonly document: LangiumDocument;
  readonly documents: LangiumDocuments;
  readonly names: Names;
  /** Where the word begins that is being typed. */
  readonly start: number;
  readonly offset: number;
  readonly typed: string;
  /** Before the word, from the last declaration at the margin on. */
  readonly tokens: readonly Token[];
  /** The rest of the line. */
  readonly after: string;
  /** The rest of the text, as far as the next few lines. */
  readonly rest: string;
}

export const rootOf = ({ document }: Site): ast.Document => document.parseResult.value as ast.Document;

/** The node that the bracket at this offset belongs to; the file when there is none. */
export function nodeAt(owner: number, site: Site): AstNode {
  const root = rootOf(site);
  if (owner < 0 || !root.$cstNode) return root;
  const leaf = CstUtils.findLeafNodeAtOffset(root.$cstNode, owner);
  return leaf && !leaf.hidden ? leaf.astNode : root;
}

/** The body whose brace this is, or that a bracket stands in. */
export const bodyAt = (owner: number, site: Site): ast.Body | undefined =>
  AstUtils.getContainerOfType(nodeAt(owner, site), ast.isBody);

/** The node of the last token before the cursor. */
export function nodeBefore(site: Site): AstNode | undefined {
  const last = site.tokens.at(-1);
  return last && nodeAt(last.startOffset, site);
}

/** The name that is being typed, where the text around it could be read. */
export function typedName(site: Site): ast.NameReference | undefined {
  const node = site.typed === '' ? undefined : nodeAt(site.start, site);
  return ast.isNameReference(node) ? node : undefined;
}

/** Whether an offset stands on the line that the bracket at `owner` stands on. */
export const isOnLineOf = (owner: number, { document, start }: Site): boolean =>
  owner >= 0 && document.textDocument.positionAt(owner).line === document.textDocument.positionAt(start).line;
