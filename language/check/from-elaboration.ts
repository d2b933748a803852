import type { Problem } from '../elaborate/problem.ts';
import type { Check, Report } from './check.ts';

/** The hooks of a rule whose findings elaboration makes on its way, because only it sees what is merged from where. */
export function fromElaboration(code: string): Pick<Check, 'chip' | 'workload'> {
  const tell = (problems: readonly Problem[], report: Report) => {
    for (const { message, node, property, code: found } of problems)
      if (found === code) report({ message, at: node, ...(property ? { property } : {}) });
  };
  return {
    chip: ({ problems }, _declaration, report) => tell(problems, report),
    workload: ({ problems }, _declaration, report) => tell(problems, report),
  };
}
