import assert from 'node:assert/strict';
import type { LangiumDocument } from 'langium';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { record } from './examples.ts';
import { filesIn, withFiles } from './pim.ts';

/** The data our diagnostics carry, as a client reads it. */
interface WithFix {
  readonly code?: string;
  readonly fix?: {
    readonly title: string;
    readonly edits: readonly { readonly offset: number; readonly length: number; readonly text: string }[];
  };
}

/** Every place marked `<|…|>`, and no other, has an error of this code; the n-th mark the n-th message, and code of several. */
export function expectProblem(
  marked: string,
  code: string | readonly string[],
  ...messages: string[]
): Promise<void> {
  return expectAll(marked, lines('error', code, messages));
}

/** What is expected to be said. A message may begin with another severity. */
function lines(severity: string, code: string | readonly string[], messages: readonly string[]): string[] {
  return messages.map((message, index) => {
    const [, own = severity, said] = /^(?:(error|warning|info): )?(.*)$/s.exec(message)!;
    return `${own} ${typeof code === 'string' ? code : code[index]}: ${said}`;
  });
}

export function expectWarning(
  marked: string,
  code: string | readonly string[],
  ...messages: string[]
): Promise<void> {
  return expectAll(marked, lines('warning', code, messages));
}

export function expectInfo(marked: string, code: string, ...messages: string[]): Promise<void> {
  return expectAll(
    marked,
    messages.map(message => `info ${code}: ${message}`),
  );
}

export function expectHint(marked: string, code: string, ...messages: string[]): Promise<void> {
  return expectAll(
    marked,
    messages.map(message => `hint ${code}: ${message}`),
  );
}

/** Among what is said about several files is this. */
export async function expectAmong(text: string, problem: string): Promise<void> {
  const problems = await problemsOf(text);
  assert.ok(problems.includes(problem), problems.join('\n'));
}

/** Nothing is said about the text, but perhaps that something in it is not needed. */
export function expectClean(text: string): Promise<void> {
  return expectAll(text, []);
}

/** Nothing at all is said about the text. */
export function expectNoHint(text: string): Promise<void> {
  return expectAll(text, [], () => true);
}

/** Applying the fix offered for the first problem of this code, called `title`, changes `before` into `after`. */
export async function expectFix(before: string, code: string, title: string, after: string): Promise<void> {
  await withFiles(unmarked(before), documents => {
    const [document, { fix } = {}] =
      documents
        .flatMap(each => diagnosticsOf(each).map(diagnostic => [each, diagnostic.data as WithFix] as const))
        .find(([, data]) => data.code === code) ?? [];
    assert.ok(document && fix, `no fix is offered for ${code}`);
    assert.equal(fix.title, title);
    assert.equal(applied(document.textDocument.getText(), fix.edits), after);
  });
  record({ kind: 'fix', title, before: unmarked(before), after });
}

/** A text with the fix of the first thing that is said about it. */
export function fixedText(text: string): Promise<string> {
  return withFiles(text, ([document]) => {
    const { fix } = diagnosticsOf(document!)[0]!.data as WithFix;
    assert.ok(fix, 'no fix is offered');
    return applied(text, fix.edits);
  });
}

/** What the fix of a diagnostic is called, and the text after it; undefined where there is none. */
export function fixOf(
  { textDocument }: LangiumDocument,
  { data }: Diagnostic,
): { title: string; after: string } | undefined {
  const { fix } = (data as WithFix | undefined) ?? {};
  return fix && { title: fix.title, after: applied(textDocument.getText(), fix.edits) };
}

/** Something of this code is said, and no fix is offered for it. */
export async function expectNoFix(text: string, code: string): Promise<void> {
  await withFiles(unmarked(text), documents => {
    const found = documents
      .flatMap(diagnosticsOf)
      .map(({ data }) => data as WithFix | undefined)
      .filter(data => data?.code === code);
    assert.notEqual(found.length, 0);
    assert.ok(found.every(data => !data?.fix));
  });
}

/** What is said about a text, as lines `error code: message` in the order of the text. */
export function problemsOf(text: string): Promise<string[]> {
  return withFiles(text, documents => documents.flatMap(diagnosticsOf).map(describeDiagnostic));
}

/** What is not needed is only looked at where a test is about that: small examples use little of what they define. */
async function expectAll(
  marked: string,
  problems: readonly string[],
  isLookedAt = problems.some(problem => problem.startsWith('hint')) ? () => true : isNoHint,
): Promise<void> {
  const texts = [...filesIn(marked)].flatMap(([path, text]) => (path.endsWith('.json') ? [] : [text]));
  await withFiles(unmarked(marked), documents => {
    const found = documents.map(document => {
      const diagnostics = diagnosticsOf(document).filter(isLookedAt);
      return { text: withMarks(document, diagnostics), problems: diagnostics.map(describeDiagnostic) };
    });
    assert.deepEqual(
      { problems: found.flatMap(each => each.problems), texts: found.map(({ text }) => text) },
      { problems, texts },
    );
  });
  if (problems.length > 0) record({ kind: 'problem', text: unmarked(marked), said: problems });
}

export function diagnosticsOf(document: LangiumDocument): Diagnostic[] {
  const at = ({ range: { start, end } }: Diagnostic) => [
    document.textDocument.offsetAt(start),
    document.textDocument.offsetAt(end),
  ];
  return [...(document.diagnostics ?? [])].sort((a, b) => at(a)[0]! - at(b)[0]! || at(a)[1]! - at(b)[1]!);
}

export const isNoHint = ({ severity }: Diagnostic): boolean => severity !== DiagnosticSeverity.Hint;

export const isError = ({ severity }: Diagnostic): boolean => severity === DiagnosticSeverity.Error;

export const severityOf = ({ severity = DiagnosticSeverity.Error }: Diagnostic): string =>
  ({ 1: 'error', 2: 'warning', 3: 'info', 4: 'hint' })[severity];

export const messageOf = ({ message }: Diagnostic): string =>
  typeof message === 'string' ? message : message.value;

export const codeOf = (diagnostic: Diagnostic): string =>
  String((diagnostic.data as WithFix | undefined)?.code ?? diagnostic.code ?? '');

export const describeDiagnostic = (diagnostic: Diagnostic): string =>
  `${severityOf(diagnostic)} ${codeOf(diagnostic)}: ${messageOf(diagnostic)}`;

const unmarked = (text: string): string => text.replaceAll(/<\||\|>/g, '');

/** The text with `<|…|>` around everything something is said about. */
function withMarks({ textDocument }: LangiumDocument, diagnostics: readonly Diagnostic[]): string {
  const marks = diagnostics.flatMap(({ range }) => {
    const [start, end] = [textDocument.offsetAt(range.start), textDocument.offsetAt(range.end)];
    if (start === end) return [{ offset: start, mark: '<||>' }];
    return [
      { offset: end, mark: '|>' },
      { offset: start, mark: '<|' },
    ];
  });
  let text = textDocument.getText();
  // From the back, so that offsets stay right; where a mark ends and another begins, the end comes first.
  for (const { offset, mark } of marks.sort((a, b) => b.offset - a.offset || (a.mark < b.mark ? -1 : 1)))
    text = text.slice(0, offset) + mark + text.slice(offset);
  return text;
}

function applied(text: string, edits: NonNullable<WithFix['fix']>['edits']): string {
  return [...edits]
    .sort((a, b) => b.offset - a.offset || b.length - a.length)
    .reduce(
      (result, edit) => result.slice(0, edit.offset) + edit.text + result.slice(edit.offset + edit.length),
      text,
    );
}
