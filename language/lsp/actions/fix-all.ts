import { CodeActionKind, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Action } from './action.ts';
import { fixable, merged } from './fixes.ts';

/** Mends everything that has one answer, so that an editor can do it on saving. */
export const fixAll: Action = {
  name: 'fix-all',
  kind: `${CodeActionKind.SourceFixAll}.pim`,
  offer: ({ ofFile, only }) => {
    // What is no error may be meant; such a fix is taken one by one.
    const all = fixable(ofFile.filter(({ severity }) => severity === DiagnosticSeverity.Error));
    const isAsked = only?.some(kind => fixAll.kind.startsWith(kind)) ?? false;
    if (all.length === 0 || (all.length === 1 && !isAsked)) return [];
    return [
      {
        title: all.length === 1 ? all[0]!.fix.title : `Fix all ${all.length} problems that have a quick fix`,
        diagnostics: all.map(({ diagnostic }) => diagnostic),
        changes: () => merged(all.map(({ fix }) => fix)),
      },
    ];
  },
};
