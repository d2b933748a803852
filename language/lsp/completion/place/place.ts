/** What may be written at the end of some text. `owner` is the offset of the bracket around the place, -1 outside of any. */
export type Place =
  | {
      readonly kind:
        | 'declaration'
        | 'private'
        | 'import'
        | 'importPath'
        | 'importedName'
        | 'componentKind'
        | 'step'
        | 'shape'
        | 'measure'
        | 'times'
        | 'nothing';
    }
  | { readonly kind: Surrounded; readonly owner: number }
  /** The value of a property; `isWhole` where nothing of it stands there yet. */
  | { readonly kind: 'value'; readonly owner: number; readonly property: string; readonly isWhole: boolean }
  /** After a number; where the number may stand without a unit, also what goes on after it. */
  | {
      readonly kind: 'unit';
      readonly owner: number;
      readonly property?: string;
      readonly words?: readonly string[];
    }
  /** What a definition of a level extends. */
  | { readonly kind: 'base'; readonly of: string }
  | { readonly kind: 'argument'; readonly target: string; readonly owner: number; readonly given: Given }
  /** What a parameter is, may be, or is by default. */
  | {
      readonly kind: 'parameterType' | 'domain' | 'default';
      readonly owner: number;
      readonly parameter: Written;
    }
  /** What something of this name is compared with in a condition. */
  | { readonly kind: 'compared'; readonly owner: number; readonly name: string }
  | { readonly kind: 'expression'; readonly owner: number; readonly declares?: string }
  | { readonly kind: 'member'; readonly target: string; readonly owner: number }
  /** One side of an `expect` or `claim`, or an operand in it. */
  | { readonly kind: 'question'; readonly owner: number; readonly statement: string; readonly side: Side }
  | { readonly kind: 'setting'; readonly owner: number; readonly name: string }
  | { readonly kind: 'keywords'; readonly words: readonly string[] };

/** Kinds that need no more than the brackets around them. */
type Surrounded =
  | 'entry'
  | 'part'
  | 'item'
  | 'condition'
  | 'statement'
  | 'chip'
  | 'workload'
  | 'layer'
  | 'layerInput';

export type Side = 'left' | 'right' | 'operand';

/** The argument being written: by name, or the n-th. */
export type Given = { readonly name: string } | { readonly index: number };

/** What is written of a parameter so far: its name, its type, and the words it may stand for. */
export interface Written {
  readonly name: string;
  readonly type?: string;
  readonly words: readonly string[];
}

export const nothing: Place = { kind: 'nothing' };
