import type { Diagnostic } from 'vscode-languageserver-types';
import type { Fix } from '../../check/check.ts';
import type { DiagnosticData } from '../../check/validator.ts';

/** A diagnostic that brings along how to mend what it is about. */
export interface Fixable {
  readonly diagnostic: Diagnostic;
  readonly code: string;
  readonly fix: Fix;
}

export function fixable(diagnostics: readonly Diagnostic[]): Fixable[] {
  return diagnostics.flatMap(diagnostic => {
    const data = diagnostic.data as Partial<DiagnosticData> | undefined;
    return data?.fix && data.fix.edits.length > 0
      ? [{ diagnostic, code: data.code ?? '', fix: data.fix }]
      : [];
  });
}

/** The edits of several fixes; one that touches what an earlier one changes is left for the next time. */
export function merged(fixes: readonly Fix[]): Fix['edits'] {
  const taken: { start: number; end: number }[] = [];
  const seen = new Set<string>();
  return fixes.flatMap(fix => mergeable(fix, taken, seen));
}

function mergeable(fix: Fix, taken: { start: number; end: number }[], seen: Set<string>): Fix['edits'] {
  const key = JSON.stringify(fix.edits);
  const overlaps = fix.edits.some(({ offset, length, text }) =>
    taken.some(
      ({ start, end }) =>
        (offset < end && start < offset + length) || (start === offset && text.startsWith(' {')),
    ),
  );
  if (seen.has(key) || overlaps) return [];
  seen.add(key);
  taken.push(...fix.edits.map(({ offset, length }) => ({ start: offset, end: offset + length })));
  return fix.edits;
}
