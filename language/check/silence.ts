import type { LangiumDocument } from 'langium';
import { type Directive, directivesIn, type Span } from './allowances.ts';
import type { Allowance, AllowanceFinding, Check, Severity } from './check.ts';
import { checks, type Judged } from './checks.ts';
import { placeOf } from './place.ts';

/** What is left of findings where comments allow them, and what is to be said about these comments. */
export interface Silenced {
  readonly left: readonly Judged[];
  readonly told: readonly (AllowanceFinding & { readonly code: string; readonly severity: Severity })[];
}

/** Leaves out what a comment of the file allows. Errors stay: with them, nothing can be evaluated. */
export function silence(document: LangiumDocument, findings: readonly Judged[]): Silenced {
  const directives = directivesIn(document, [...byCode.keys()]);
  if (directives.length === 0) return { left: findings, told: [] };
  const isSound =
    document.parseResult.lexerErrors.length + document.parseResult.parserErrors.length === 0 &&
    findings.every(({ severity }) => severity !== 'error');
  const allowances = directives.flatMap(directive =>
    directive.codes.map((_, index) => allowanceOf(directive, index, findings, isSound)),
  );
  const silenced = new Set(allowances.flatMap(({ directive, found }) => (directive.reason ? found : [])));
  return {
    left: findings.filter(finding => finding.severity === 'error' || !silenced.has(finding)),
    told: allowances.flatMap(allowance =>
      checks.flatMap(({ code, severity, allowance: look }) => {
        const finding = look?.(allowance);
        return finding ? [{ ...finding, code, severity }] : [];
      }),
    ),
  };
}

const byCode: ReadonlyMap<string, Check> = new Map(checks.map(check => [check.code, check]));

function allowanceOf(
  directive: Directive,
  index: number,
  findings: readonly Judged[],
  isSound: boolean,
): Allowance & { readonly found: readonly Judged[] } {
  const { code } = directive.codes[index]!;
  const found = findings.filter(
    each => each.code === code && directive.covers && isIn(placeOf(each), directive.covers),
  );
  const check = byCode.get(code);
  return { directive, index, ...(check ? { check } : {}), known: [...byCode.values()], found, isSound };
}

const isIn = (place: Span | undefined, { offset, length }: Span): boolean =>
  place !== undefined && place.offset >= offset && place.offset < offset + length;
