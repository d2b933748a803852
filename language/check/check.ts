import type { AstNode, LangiumDocument, LangiumDocuments, URI } from 'langium';
import type { Chip, Workload } from '../../simulator/index.ts';
import type { Described } from '../elaborate/described.ts';
import type { Elaboration } from '../elaborate/elaborate.ts';
import type { Elaborations } from '../elaborate/elaborations.ts';
import type { ElaboratedWorkload } from '../elaborate/workload.ts';
import type * as ast from '../generated/ast.ts';
import type { TypeError } from '../types/infer.ts';
import type { Directive, Span } from './allowances.ts';
import type { Outcome } from '../elaborate/outcomes.ts';

/**
 * One rule of the language. Its file holds the code, the message and the fix; deleting the file and its line in
 * `checks.ts` deletes the rule.
 */
export interface Check {
  /** Kebab-case, reads as a sentence, equal to the file name. */
  readonly code: string;
  readonly severity: Severity;
  /** What the rule is for, for the documentation. */
  readonly doc: string;
  /** Whether what it marks could go without a loss: editors draw it faded. */
  readonly unnecessary?: boolean;
  /** When it is right to silence it, for the documentation. */
  readonly silence?: string;
  /** Looks at syntax, by type of node. */
  readonly nodes?: NodeChecks;
  /** Tells of what is wrong inside an expression, where inference gives it this rule's code. */
  readonly typeError?: (error: TypeError, report: Report) => void;
  /** Looks at one block, component or layer with its values. */
  readonly described?: (described: Described, report: Report) => void;
  /** Looks at a whole chip. */
  readonly chip?: (
    elaboration: Elaboration,
    declaration: ast.Block,
    report: Report,
    context: Context,
  ) => void;
  /** Looks at a workload with its shapes. */
  readonly workload?: (elaborated: ElaboratedWorkload, declaration: ast.Workload, report: Report) => void;
  /** Looks at what an `evaluate` comes to, once for each chip it names. Only asked where the file has no error. */
  readonly outcome?: (evaluated: Evaluated, report: Report) => void;
  /** Looks at a comment that silences rules, once for each rule it names. */
  readonly allowance?: (allowance: Allowance) => AllowanceFinding | undefined;
}

export type Severity = 'error' | 'warning' | 'info' | 'hint';

export type NodeChecks = {
  readonly [Type in keyof ast.PimAstType]?: (
    node: ast.PimAstType[Type],
    report: Report,
    context: Context,
  ) => void;
};

/** A chip of an `evaluate` on all its networks. */
export interface Evaluated {
  readonly evaluation: ast.Evaluation;
  /** The chip as the `evaluate` names it, with its arguments. */
  readonly name: string;
  readonly chip: Chip;
  /** In the order of the networks. */
  readonly networks: readonly { readonly workload: Workload; readonly outcome: Outcome }[];
}

/** What a check may ask besides its node. */
export interface Context {
  readonly elaborations: Elaborations;
  readonly documents: LangiumDocuments;
  /** The first error inside a declaration of another file. */
  readonly errorIn: (declaration: AstNode) => string | undefined;
  /** Names that could stand where a node has a reference. */
  readonly scopeOf: (node: AstNode, property: string) => string[];
  /** What a name means at the top of a file: what stands there, else what the file imports. */
  readonly meaningOf: (name: string, root: ast.Document) => AstNode | undefined;
  /** What each import of a file brings in; of the library nothing, which imports only itself. */
  readonly importsOf: (document: LangiumDocument) => readonly Imported[];
  /** What to import so that a name is known: a path of the library or of another file. */
  readonly exporterOf: (name: string, from: URI) => string | undefined;
}

/** The files that an import brings in. */
export interface Imported {
  readonly by: ast.Import;
  readonly files: readonly LangiumDocument[];
}

export type Report = (finding: Finding) => void;

export interface Finding {
  /** One sentence: what is wrong, and what was expected. Begins lower-case only with a name. */
  readonly message: string;
  /** Where; of several places the first that lies in the file being checked. */
  readonly at: AstNode | readonly AstNode[];
  /** Narrows the place to one property of the node. */
  readonly property?: string;
  readonly index?: number;
  /** Made for the place in the file being checked where what is wrong depends on which of several that is. */
  readonly fix?: Fix | ((at: AstNode) => Fix | undefined);
  readonly related?: readonly { readonly message: string; readonly at: AstNode }[];
  /**
   * What findings of a rule have in common where one edit elsewhere would mend all: of those with the same message and cause
   * the first is shown, with the places of the others, and its fix mends them all.
   */
  readonly cause?: string;
  /** Where the rule's own severity does not fit this case. */
  readonly severity?: Severity;
}

/** A rule that a comment allows at a place. */
export interface Allowance {
  readonly directive: Directive;
  /** Which of its codes it is. */
  readonly index: number;
  /** The rule, if there is one of that code. */
  readonly check?: Check;
  readonly known: readonly Check[];
  /** What the rule finds where the comment speaks about. */
  readonly found: readonly { readonly severity: Severity }[];
  /** Whether the file has no errors, so that everything in it was looked at. */
  readonly isSound: boolean;
}

export interface AllowanceFinding {
  readonly message: string;
  readonly at: Span;
  readonly fix?: Fix;
}

/** One edit that is the answer, as a change of the file being checked. */
export interface Fix {
  /** What it does, in the imperative: `Change to \`rate\``. */
  readonly title: string;
  readonly edits: readonly TextChange[];
}

export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}
