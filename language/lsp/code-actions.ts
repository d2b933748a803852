import type { LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import type { CodeActionParams } from 'vscode-languageserver';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Fix } from '../check/check.ts';
import type { DiagnosticData } from '../check/validator.ts';

/** Fixing every error that has one answer, so that an editor can do it on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.pim`;

/** Quick fixes: the edits that diagnostics bring along, those for all missing properties at once, and all of a file. */
export class PimCodeActionProvider implements CodeActionProvider {
  getCodeActions(document: LangiumDocument, { context }: CodeActionParams): CodeAction[] {
    const asked = fixable(context.diagnostics);
    // What is no error may be meant; such a fix is taken one by one.
    const ofFile = fixable((document.diagnostics ?? context.diagnostics).filter(isError));
    const actions = [
      ...asked.map(each => quickFix(document, each)),
      ...missingProperties(document, asked, ofFile),
      ...(ofFile.length > 1 || asksOnlyFor(context.only, fixAllKind) ? fixAll(document, ofFile) : []),
    ];
    const { only } = context;
    return only
      ? actions.filter(({ kind }) => only.some(wanted => kind === wanted || kind?.startsWith(`${wanted}.`)))
      : actions;
  }
}

const isError = ({ severity }: Diagnostic): boolean => severity === DiagnosticSeverity.Error;

interface Fixable {
  readonly diagnostic: Diagnostic;
  readonly code: string;
  readonly fix: Fix;
}

function fixable(diagnostics: readonly Diagnostic[]): Fixable[] {
  return diagnostics.flatMap(diagnostic => {
    const data = diagnostic.data as Partial<DiagnosticData> | undefined;
    return data?.fix && data.fix.edits.length > 0
      ? [{ diagnostic, code: data.code ?? '', fix: data.fix }]
      : [];
  });
}

function quickFix(document: LangiumDocument, { diagnostic, fix }: Fixable): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: true,
    edit: editOf(document, [fix]),
  };
}

/** One action for everything a block still needs; diagnostics about the same block are at the same place. */
function missingProperties(
  document: LangiumDocument,
  asked: readonly Fixable[],
  ofFile: readonly Fixable[],
): CodeAction[] {
  const [first] = asked.filter(isMissing);
  if (!first) return [];
  const same = ofFile.filter(each => isMissing(each) && sameRange(each.diagnostic, first.diagnostic));
  if (same.length < 2) return [];
  return [
    {
      title: `Add all ${same.length} missing properties`,
      kind: CodeActionKind.QuickFix,
      diagnostics: same.map(({ diagnostic }) => diagnostic),
      edit: editOf(document, [together(same.map(({ fix }) => fix))]),
    },
  ];
}

/** Several properties for a node that has no braces yet go into one pair of them. */
function together(fixes: readonly Fix[]): Fix {
  const inserted = fixes.map(({ edits }) => /^ \{ (.*) \}$/.exec(edits[0]!.text)?.[1]);
  const [first] = fixes;
  if (inserted.some(each => each === undefined))
    return { title: first!.title, edits: fixes.flatMap(({ edits }) => edits) };
  return { title: first!.title, edits: [{ ...first!.edits[0]!, text: ` { ${inserted.join(', ')} }` }] };
}

const isMissing = ({ code }: Fixable): boolean => code === 'missing-property';

const sameRange = (a: Diagnostic, b: Diagnostic): boolean =>
  a.range.start.line === b.range.start.line && a.range.start.character === b.range.start.character;

function fixAll(document: LangiumDocument, all: readonly Fixable[]): CodeAction[] {
  if (all.length === 0) return [];
  return [
    {
      title: all.length === 1 ? all[0]!.fix.title : `Fix all ${all.length} problems that have a quick fix`,
      kind: fixAllKind,
      diagnostics: all.map(({ diagnostic }) => diagnostic),
      edit: editOf(
        document,
        all.map(({ fix }) => fix),
      ),
    },
  ];
}

const asksOnlyFor = (only: readonly string[] | undefined, kind: string): boolean =>
  only?.some(wanted => kind === wanted || kind.startsWith(`${wanted}.`)) ?? false;

/** The edits of several fixes; one that touches what an earlier one changes is left for the next time. */
function editOf({ textDocument, uri }: LangiumDocument, fixes: readonly Fix[]): WorkspaceEdit {
  const taken: { start: number; end: number }[] = [];
  const seen = new Set<string>();
  const edits: TextEdit[] = [];
  for (const change of fixes.flatMap(fix => mergeable(fix, taken, seen))) {
    const { offset, length, text } = change;
    edits.push({
      range: { start: textDocument.positionAt(offset), end: textDocument.positionAt(offset + length) },
      newText: text,
    });
  }
  return { changes: { [uri.toString()]: edits } };
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
