import type { Severity } from './check.ts';

/** How severe what a rule finds is to be, or that it is not to be told at all. */
export type Level = Severity | 'off';

export const levels: readonly Level[] = ['error', 'warning', 'info', 'hint', 'off'];

/** Levels by the codes of rules. Who sets them decides about the rules named and leaves the others as they are. */
export type Levels = ReadonlyMap<string, Level>;

/**
 * A finding as it is to be told, and whether somebody chose to call it an error. What is an error by itself stays one: with it,
 * nothing can be evaluated, whatever it is called.
 */
export function leveled<F extends { readonly code: string; readonly severity: Severity }>(
  finding: F,
  chosen: Levels,
): (F & { readonly isRaised: boolean })[] {
  const level = finding.severity === 'error' ? 'error' : (chosen.get(finding.code) ?? finding.severity);
  const isRaised = level === 'error' && finding.severity !== 'error';
  return level === 'off' ? [] : [{ ...finding, severity: level, isRaised }];
}

/** Levels out of what a person wrote in the settings of an editor; what is none is left out. */
export function levelsIn(settings: unknown): Levels {
  if (typeof settings !== 'object' || settings === null) return new Map();
  return new Map(
    Object.entries(settings).flatMap(([code, level]): [string, Level][] =>
      isLevel(level) ? [[code, level]] : [],
    ),
  );
}

export const isLevel = (value: unknown): value is Level => levels.some(level => level === value);
