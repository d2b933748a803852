import type { LangiumDocument } from 'langium';
import type { Diagnostic } from 'vscode-languageserver-types';
import * as ast from '../../language/generated/ast.ts';
import type { Pim } from '../../language/module.ts';
import type { Report } from '../../simulator/index.ts';
import { codeOf, diagnosticsOf, isError, messageOf, severityOf } from './check.ts';
import { reportOn } from './evaluate.ts';

/** What each stage makes of a file, by the name of the file that keeps it. */
export function stagesOf(document: LangiumDocument, pim: Pim): Map<string, string> {
  const stages = new Map([['diagnostics.txt', underlined(document)]]);
  const chips = chipsOf(document, pim);
  if (Object.keys(chips).length > 0) stages.set('chip.json', json(chips));
  if (!(document.diagnostics ?? []).some(isError))
    stages.set('report.json', json(withoutTables(reportOn([document], pim))));
  return stages;
}

/** The table of metrics is the same in every report. */
const withoutTables = ({ metrics: _, ...report }: Report): Omit<Report, 'metrics'> => report;

/** The text with a line under every line something is said about: where, how badly, which rule, and what. */
export function underlined(document: LangiumDocument): string {
  const diagnostics = diagnosticsOf(document);
  return document.textDocument
    .getText()
    .split('\n')
    .flatMap((line, index) => [
      line,
      ...diagnostics
        .filter(({ range }) => range.start.line === index)
        .map(diagnostic => caretLine(line, diagnostic)),
    ])
    .join('\n');
}

function caretLine(line: string, diagnostic: Diagnostic): string {
  const { start, end } = diagnostic.range;
  const last = end.line === start.line ? end.character : line.length;
  const carets = '^'.repeat(Math.max(1, last - start.character));
  return `${' '.repeat(start.character)}${carets} ${severityOf(diagnostic)} ${codeOf(diagnostic)}: ${messageOf(diagnostic)}`;
}

/** The chips that the evaluations of a file name, by name. */
function chipsOf(document: LangiumDocument, { elaborations }: Pim): Record<string, unknown> {
  const uses = (document.parseResult.value as ast.Document).declarations
    .filter(ast.isEvaluation)
    .flatMap(({ chips }) => chips)
    .flatMap(use =>
      use.chip.ref ? [{ use, chip: elaborations.chip(use.chip.ref, use.arguments).chip }] : [],
    );
  return Object.fromEntries(uses.flatMap(({ use, chip }) => (chip ? [[use.$cstNode!.text, chip]] : [])));
}

/** Numbers to six digits, and origins without the offsets that every edit changes. */
function json(value: unknown): string {
  const shorten = (key: string, each: unknown): unknown => {
    if (typeof each === 'number') return Number(each.toPrecision(6));
    return key === 'origin' && typeof each === 'string'
      ? each.replace(/#.*$/, '').replace(/^file:\/\/\//, '')
      : each;
  };
  return `${JSON.stringify(value, shorten, 2)}\n`;
}
