import type { Described } from '../elaborate/described.ts';
import type { Elaboration } from '../elaborate/elaborate.ts';
import type * as ast from '../generated/ast.ts';
import type { Check, Report } from './check.ts';
import { checks } from './checks.ts';

/**
 * The first error about a chip as it was elaborated, or why it could not be; undefined where it can be evaluated. For chips that stand
 * in no text: syntax, names and types are taken to be right.
 */
export function chipError(elaboration: Elaboration, declaration: ast.Block): string | undefined {
  const error = firstError((check, report) => {
    check.chip?.(elaboration, declaration, report);
    for (const described of elaboration.described) check.described?.(described, report);
  });
  return error ?? (elaboration.chip ? undefined : `${elaboration.name} cannot be made out`);
}

/** The first error about the values of one block, component or `evaluate`. */
export const describedError = (described: Described): string | undefined =>
  firstError((check, report) => check.described?.(described, report));

function firstError(look: (check: Check, report: Report) => void): string | undefined {
  for (const check of checks) {
    const found: string[] = [];
    look(check, ({ message, severity = check.severity }) => {
      if (severity === 'error') found.push(message);
    });
    if (found.length > 0) return found[0];
  }
  return undefined;
}
