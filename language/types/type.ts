import type { Dimension } from '../../simulator/units/index.ts';
import { describeDimension } from '../../simulator/units/index.ts';
import type * as ast from '../generated/ast.ts';

/** What an expression stands for. */
export type Type =
  | { readonly kind: 'quantity'; readonly dimension: Dimension }
  | { readonly kind: 'text' }
  /** A bare word that names nothing: `differential`. Whether it may stand here is up to the parameter. */
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'component'; readonly component: ast.Component }
  /** A parameter that stands for any component of a kind. */
  | { readonly kind: 'componentOf'; readonly componentKind: string }
  /** A parameter that stands for one of a few words. */
  | { readonly kind: 'choice'; readonly words: readonly string[] }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'block'; readonly block: ast.Block }
  /** Something is wrong inside and has been reported there. */
  | { readonly kind: 'error' };

/** A type in a sentence: `an energy`, `the component ADC`. */
export function describeType(type: Type): string {
  switch (type.kind) {
    case 'quantity':
      return describeDimension(type.dimension);
    case 'text':
      return 'a text';
    case 'word':
      return `the word \`${type.word}\``;
    case 'component':
      return `the component ${type.component.name}`;
    case 'componentOf':
      return `a component of kind \`${type.componentKind}\``;
    case 'choice':
      return `one of the words ${type.words.map(word => `\`${word}\``).join(', ')}`;
    case 'list':
      return type.of.kind === 'quantity' ? `a list, each ${describeType(type.of)}` : 'a list';
    case 'block':
      return `the ${type.block.level} ${type.block.name}`;
    case 'error':
      return 'something unknown';
  }
}
