import type { LangiumDocument } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { placeholder } from '../../check/allowances.ts';
import { checks } from '../../check/checks.ts';
import { checkText } from '../hover/check.ts';
import type { Draft } from './draft.ts';

/** The rules that a comment may silence, those that find something in this file first; nothing behind anything but `// allow`. */
export function allowDrafts(document: LangiumDocument, before: string, after: string): Draft[] {
  const list = opening.exec(before)?.[1];
  if (list === undefined) return [];
  const named = new Set(list.match(/[\w-]+/g));
  const found = new Set((document.diagnostics ?? []).map(({ code }) => code));
  const hasMore = /^[\w-]*\s*[,:]/.test(after);
  return checks
    .filter(({ code, severity, allowance }) => severity !== 'error' && !allowance && !named.has(code))
    .map(check => ({
      label: check.code,
      kind: CompletionItemKind.EnumMember,
      detail: check.severity,
      doc: checkText(check),
      rank: found.has(check.code) ? 1 : 5,
      ...(hasMore ? {} : { text: `${check.code}: \${1:${placeholder}}`, snippet: true }),
    }));
}

/** A comment up to the code that is being written. */
const opening = /\/\/[ \t]*allow[ \t]+((?:[a-z][\w-]*[ \t]*,[ \t]*)*)$/;
