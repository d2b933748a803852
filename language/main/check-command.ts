import { relative } from 'node:path';
import type { LangiumDocument } from 'langium';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { configurationDiagnostics } from '../check/configuration-diagnostics.ts';
import type { ConfigurationFile } from '../check/configurations.ts';
import { messageOf } from './studies.ts';
import { openWorkspace } from './workspace.ts';

/** `pim check FILE…`: 0 without errors, 1 with errors. */
export async function checkCommand(
  paths: readonly string[],
  { format }: { readonly format: string },
): Promise<number> {
  const { documents, configurations } = await openWorkspace(paths);
  const files = [
    ...misconfigured(configurations),
    ...documents.map((document, index) => ({ path: paths[index]!, problems: problemsOf(document) })),
  ];
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

export const problemsOf = ({ diagnostics = [] }: LangiumDocument): Problem[] => diagnostics.map(problemOf);

/** Files of settings in which something is wrong, under paths as a person in this folder would write them. */
export function misconfigured(configurations: readonly ConfigurationFile[]): FileProblems[] {
  return configurations
    .filter(({ problems }) => problems.length > 0)
    .map(file => ({
      path: relative(process.cwd(), file.uri.fsPath),
      problems: configurationDiagnostics(file).map(problemOf),
    }));
}

interface FileProblems {
  readonly path: string;
  readonly problems: readonly Problem[];
}

function problemOf(diagnostic: Diagnostic): Problem {
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
}

/** One line per problem, in the form editors and terminals make clickable. */
export function linesOf({ path, problems }: FileProblems): string[] {
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

const codeOf = ({ code = '' }: Diagnostic): string => String(code);

function summary(errors: number, warnings: number): string {
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  return `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
}
