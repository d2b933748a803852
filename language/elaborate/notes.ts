import type { AstNode } from 'langium';
import type { Assumption, Source } from '../../simulator/index.ts';
import { documentationOf } from '../syntax/documentation.ts';
import { originOf } from '../syntax/origin.ts';

/** Collects what doc comments say about the origin of numbers, each once. */
export class Notes {
  private readonly assumed = new Map<string, Assumption>();
  private readonly cited = new Map<string, Set<string>>();

  /** Takes in the doc comment of a node that speaks about `subject`. */
  take(node: AstNode, subject: string): void {
    const documentation = documentationOf(node);
    if (!documentation) return;
    for (const text of documentation.assumptions) this.assume(text, subject, node);
    for (const text of documentation.derived) this.assume(`Derived: ${text}`, subject, node);
    for (const text of documentation.sources) this.cite(text, subject);
  }

  assume(text: string, subject: string, node: AstNode): void {
    const key = `${subject}\n${text}`;
    if (!this.assumed.has(key)) this.assumed.set(key, { text, subject, origin: originOf(node) });
  }

  private cite(text: string, subject: string): void {
    const subjects = this.cited.get(text) ?? new Set();
    this.cited.set(text, subjects.add(subject));
  }

  get assumptions(): readonly Assumption[] {
    return [...this.assumed.values()];
  }

  get sources(): readonly Source[] {
    return [...this.cited].map(([text, subjects]) => ({ text, subjects: [...subjects] }));
  }
}
