import type { AstNode, Reference, ReferenceInfo } from 'langium';

/** Visits a node and everything below it, parents first. Runs on every keystroke, so it walks plain properties. */
export function visit(node: AstNode, each: (node: AstNode) => void): void {
  each(node);
  for (const key in node) {
    if (key.startsWith('$')) continue;
    const value = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(value)) for (const item of value) visitNode(item, each);
    else visitNode(value, each);
  }
}

/** Visits every cross-reference at and below a node. */
export function visitReferences(root: AstNode, each: (info: ReferenceInfo) => void): void {
  visit(root, container => {
    for (const property in container) {
      if (property.startsWith('$')) continue;
      const value = (container as unknown as Record<string, unknown>)[property];
      if (isReference(value)) each({ reference: value, container, property });
      else if (Array.isArray(value))
        value.forEach((reference, index) => {
          if (isReference(reference)) each({ reference, container, property, index });
        });
    }
  });
}

function visitNode(value: unknown, each: (node: AstNode) => void): void {
  if (typeof value === 'object' && value !== null && '$type' in value) visit(value as AstNode, each);
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$refText' in value;
}
