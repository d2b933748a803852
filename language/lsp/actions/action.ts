import type { AstNode, LangiumDocument, LeafCstNode } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { TextChange } from '../../check/check.ts';
import type * as ast from '../../generated/ast.ts';

/** Something the editor can do to a text. Its file holds when it is offered and what it changes; one line in `actions.ts` adds it. */
export interface Action {
  /** Equal to the file name. */
  readonly name: string;
  /** Kind in the words of the protocol: `quickfix`, `refactor.extract`, `source.organizeImports`. */
  readonly kind: string;
  readonly offer: (site: Site) => readonly Offer[];
}

/** An action as it is offered at a place. */
export interface Offer {
  /** What it does, in the imperative: `Extract component \`TileNNADC\``. */
  readonly title: string;
  /** Worked out when it is chosen, where the editor can ask then. */
  readonly changes: () => readonly Change[];
  /** What it mends. */
  readonly diagnostics?: readonly Diagnostic[];
  /** Whether it is the answer an editor may take without asking. */
  readonly isPreferred?: boolean;
}

export interface Change extends TextChange {
  /** The same text with places to go on from, for editors that know such edits. */
  readonly snippet?: string;
}

/** Where an action is asked for. */
export interface Site {
  readonly document: LangiumDocument;
  readonly root: ast.Document;
  readonly text: string;
  /** The selection, without blanks at its ends; empty for a cursor. */
  readonly start: number;
  readonly end: number;
  /** The token at the start of the selection. */
  readonly leaf: LeafCstNode | undefined;
  /** The node that token belongs to; the file where there is none. */
  readonly node: AstNode;
  /** What is said about the selection, and about the whole file. */
  readonly diagnostics: readonly Diagnostic[];
  readonly ofFile: readonly Diagnostic[];
  /** Kinds that are asked for; all where none is named. */
  readonly only: readonly string[] | undefined;
  readonly services: LangiumServices;
}
