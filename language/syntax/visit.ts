import type { AstNode, Reference, ReferenceInfo } from 'langium';
import { reflection } from '../generated/ast.ts';

/** Visits a node and everything below it, parents first. Runs on every keystroke: it looks only where nodes can be. */
export function visit(node: AstNode, each: (node: AstNode) => void): void {
  each(node);
  for (const name of slotsOf(node).children) {
    const value = valueOf(node, name);
    if (Array.isArray(value)) for (const item of value) visitNode(item, each);
    else visitNode(value, each);
  }
}

/** Visits every cross-reference at and below a node. */
export function visitReferences(root: AstNode, each: (info: ReferenceInfo) => void): void {
  visit(root, container => {
    for (const property of slotsOf(container).references) {
      const value = valueOf(container, property);
      if (Array.isArray(value))
        (value as Reference[]).forEach((reference, index) => each({ reference, container, property, index }));
      else if (value) each({ reference: value as Reference, container, property });
    }
  });
}

/** The properties of a type of node that hold nodes, and those that hold references. */
interface Slots {
  readonly children: readonly string[];
  readonly references: readonly string[];
}

const slots = new Map<string, Slots>();

function slotsOf({ $type }: AstNode): Slots {
  const known = slots.get($type);
  if (known) return known;
  const properties = Object.values(reflection.getTypeMetaData($type).properties);
  const references = properties.filter(({ referenceType }) => referenceType).map(({ name }) => name);
  const children = properties.map(({ name }) => name).filter(name => !references.includes(name));
  slots.set($type, { children, references });
  return { children, references };
}

/** What a node has under the name of one of its properties, as the grammar's metadata gives it. */
export const valueOf = (node: AstNode, name: string): unknown => Reflect.get(node, name);

function visitNode(value: unknown, each: (node: AstNode) => void): void {
  if (typeof value === 'object' && value !== null) visit(value as AstNode, each);
}
