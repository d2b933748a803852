import { CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { Fix } from '../../check/check.ts';
import type { Action } from './action.ts';
import { type Fixable, fixable, merged } from './fixes.ts';

/** All properties that a block still needs at once; diagnostics about the same block are at the same place. */
export const addMissingProperties: Action = {
  name: 'add-missing-properties',
  kind: CodeActionKind.QuickFix,
  offer: ({ diagnostics, ofFile }) => {
    const [first] = fixable(diagnostics).filter(isMissing);
    if (!first) return [];
    const same = fixable(ofFile).filter(
      each => isMissing(each) && startAlike(each.diagnostic, first.diagnostic),
    );
    if (same.length < 2) return [];
    return [
      {
        title: `Add all ${same.length} missing properties`,
        diagnostics: same.map(({ diagnostic }) => diagnostic),
        changes: () => merged([together(same.map(({ fix }) => fix))]),
      },
    ];
  },
};

const isMissing = ({ code }: Fixable): boolean => code === 'missing-property';

const startAlike = ({ range: { start: a } }: Diagnostic, { range: { start: b } }: Diagnostic): boolean =>
  a.line === b.line && a.character === b.character;

/** Several properties for a node that has no braces yet go into one pair of them. */
function together(fixes: readonly Fix[]): Fix {
  const inserted = fixes.map(({ edits }) => /^ \{ (.*) \}$/.exec(edits[0]!.text)?.[1]);
  const [first] = fixes;
  if (inserted.some(each => each === undefined))
    return { title: first!.title, edits: fixes.flatMap(({ edits }) => edits) };
  return { title: first!.title, edits: [{ ...first!.edits[0]!, text: ` { ${inserted.join(', ')} }` }] };
}
