import type { AstNode } from 'langium';
import type { Problem } from '../elaborate/problem.ts';
import type { Report } from './check.ts';

/** The hooks of a rule whose findings elaboration makes on its way, because only it sees what is merged from where. */
export function fromElaboration(code: string): { readonly chip: Tell; readonly workload: Tell } {
  const tell: Tell = ({ problems }, declaration, report) => {
    // What a chip takes from another file is still wrong with the chip.
    for (const { message, node, property, code: found } of problems)
      if (found === code) report({ message, at: [node, declaration], ...(property ? { property } : {}) });
  };
  return { chip: tell, workload: tell };
}

type Tell = (
  elaborated: { readonly problems: readonly Problem[] },
  declaration: AstNode,
  report: Report,
) => void;
