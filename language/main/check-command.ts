import type { LangiumDocument } from 'langium';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { messageOf } from './studies.ts';
import { openWorkspace } from './workspace.ts';

/** `pim check FILE…`: 0 without errors, 1 with errors. */
export async function checkCommand(
  paths: readonly string[],
  { format }: { readonly format: string },
): Promise<number> {
  const { documents } = await openWorkspace(paths);
  const files = documents.map((document, index) => ({ path: paths[index]!, problems: problemsOf(document) }));
  const all = files.flatMap(({ problems }) => problems);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const warnings = all.filter(({ severity }) => severity === 'warning').length;
  if (format === 'json') process.stdout.write(`${JSON.stringify({ files, errors, warnings }, null, 2)}\n`);
  else process.stdout.write(`${[...files.flatMap(linesOf), summary(errors, warnings)].join('\n')}\n`);
  return errors > 0 ? 1 : 0;
}

/** A problem as other programs read it; lines and columns count from 1. */
interface Problem {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function problemsOf(document: LangiumDocument): Problem[] {
  return (document.diagnostics ?? []).map(diagnostic => {
    const { start, end } = diagnostic.range;
    return {
      code: codeOf(diagnostic),
      severity: severities[diagnostic.severity ?? DiagnosticSeverity.Error],
      message: messageOf(diagnostic),
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
  });
}

/** One line per problem, in the form editors and terminals make clickable. */
export function linesOf({
  path,
  problems,
}: {
  readonly path: string;
  readonly problems: readonly Problem[];
}): string[] {
  return problems.map(
    ({ line, column, severity, message, code }) =>
      `${path}:${line}:${column}: ${severity}: ${message} [${code}]`,
  );
}

const severities: Readonly<Record<DiagnosticSeverity, string>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'hint',
};

/** Langium names its own problems in `data`. */
function codeOf({ code, data }: Diagnostic): string {
  const own = code ?? (data as { code?: string } | undefined)?.code ?? 'syntax-error';
  return own === 'parsing-error' || own === 'lexing-error' ? 'syntax-error' : String(own);
}

function summary(errors: number, warnings: number): string {
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  return `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
}
