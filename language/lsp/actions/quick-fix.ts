import { CodeActionKind } from 'vscode-languageserver-types';
import type { Action } from './action.ts';
import { fixable, merged } from './fixes.ts';

/** The edit that a diagnostic brings along. */
export const quickFix: Action = {
  name: 'quick-fix',
  kind: CodeActionKind.QuickFix,
  offer: ({ diagnostics }) =>
    fixable(diagnostics).map(({ diagnostic, fix }) => ({
      title: fix.title,
      diagnostics: [diagnostic],
      isPreferred: true,
      changes: () => merged([fix]),
    })),
};
