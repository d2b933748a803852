import type { AstNode } from 'langium';
import type { Assumption, Source } from '../../simulator/index.ts';
import { documentationOf } from '../syntax/documentation.ts';
import { originOf } from '../syntax/origin.ts';

/**
 * Collects what doc comments say about the origin of numbers, each once. Comments are only read when somebody asks: a
 * report does, a keystroke does not.
 */
export class Notes {
  private readonly noted: { readonly node: AstNode; readonly subject: string; readonly text?: string }[] = [];

  /** Takes in the doc comment of a node that speaks about `subject`. */
  take(node: AstNode, subject: string): void {
    this.noted.push({ node, subject });
  }

  /** Records an assumption that no comment states. */
  assume(text: string, subject: string, node: AstNode): void {
    this.noted.push({ node, subject, text });
  }

  get assumptions(): readonly Assumption[] {
    const assumed = new Map<string, Assumption>();
    for (const { node, subject, text: own } of this.noted)
      for (const text of own === undefined ? assumptionsIn(node) : [own])
        assumed.set(`${subject}\n${text}`, { text, subject, origin: originOf(node) });
    return [...assumed.values()];
  }

  get sources(): readonly Source[] {
    const cited = new Map<string, Set<string>>();
    for (const { node, subject, text: own } of this.noted)
      for (const text of own === undefined ? (documentationOf(node)?.sources ?? []) : [])
        cited.set(text, (cited.get(text) ?? new Set()).add(subject));
    return [...cited].map(([text, subjects]) => ({ text, subjects: [...subjects] }));
  }
}

function assumptionsIn(node: AstNode): string[] {
  const documentation = documentationOf(node);
  if (!documentation) return [];
  return [...documentation.assumptions, ...documentation.derived.map(text => `Derived: ${text}`)];
}
