import { type AstNode, type CstNode, CstUtils } from 'langium';
import {
  type InlayHint,
  InlayHintKind as LspKind,
  type InlayHintLabelPart,
} from 'vscode-languageserver-types';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import type * as ast from '../../generated/ast.ts';
import { locationOf } from '../where.ts';

/** One kind of note that the editor sets into the text. Deleting its file and its line in `kinds.ts` deletes it. */
export interface InlayHintKind {
  /** The setting `pim.inlayHints.<name>` switches it, and is the file's name. */
  readonly name: string;
  readonly isOnByDefault: boolean;
  /** What the setting says of itself. */
  readonly doc: string;
  /** What is to be noted about a node, by its type; nothing where the text says it already. */
  readonly nodes: {
    readonly [Type in keyof ast.PimAstType]?: (
      node: ast.PimAstType[Type],
      elaborations: Elaborations,
    ) => readonly InlayHint[];
  };
}

export type Label = readonly (string | { readonly text: string; readonly target: AstNode })[];

/** A note after a piece of text. Parts with a target lead there. */
export function hintAfter({ range }: CstNode, label: Label, tooltip: string): InlayHint {
  return {
    position: range.end,
    label: label.map(labelPart),
    tooltip: { kind: 'markdown', value: tooltip },
    paddingLeft: true,
  };
}

/** The last token of a node before its braces, or of the whole node where it has none. */
export function beforeBody(node: AstNode & { readonly body?: ast.Body }): CstNode | undefined {
  const body = node.body?.$cstNode;
  return body ? CstUtils.getPreviousNode(body, false) : node.$cstNode;
}

/** The name of an argument before its value; accepting the note writes it. */
export function nameBefore({ range }: CstNode, name: string, target: AstNode, tooltip: string): InlayHint {
  const text = `${name} =`;
  return {
    position: range.start,
    label: [labelPart({ text, target })],
    kind: LspKind.Parameter,
    tooltip: { kind: 'markdown', value: tooltip },
    paddingRight: true,
    textEdits: [{ range: { start: range.start, end: range.start }, newText: `${text} ` }],
  };
}

function labelPart(part: Label[number]): InlayHintLabelPart {
  if (typeof part === 'string') return { value: part };
  const location = locationOf(part.target);
  return { value: part.text, ...(location ? { location } : {}) };
}
