import { CstUtils } from 'langium';
import { CodeActionKind, DiagnosticSeverity } from 'vscode-languageserver-types';
import { placeholder } from '../../check/allowances.ts';
import { checks } from '../../check/checks.ts';
import type { DiagnosticData } from '../../check/validator.ts';
import { itemAround } from '../../check/items.ts';
import { docCommentOf } from '../../syntax/documentation.ts';
import type { Action, Offer, Site } from './action.ts';
import { indentAt, newlineOf } from './places.ts';

/** A warning or info is silenced in its place, by a comment that still wants a reason. */
export const silence: Action = {
  name: 'silence',
  kind: CodeActionKind.QuickFix,
  offer: (site): Offer[] => {
    const codes = new Map(site.diagnostics.map(diagnostic => [String(diagnostic.code), diagnostic]));
    return [...codes].flatMap(([code, diagnostic]) => {
      const check = checks.find(each => each.code === code);
      if (!check || check.severity === 'error' || check.allowance) return [];
      // What a question makes an error stays one; one that settings raised does not.
      const { isRaised } = (diagnostic.data ?? {}) as Partial<DiagnosticData>;
      if (diagnostic.severity === DiagnosticSeverity.Error && !isRaised) return [];
      const at = lineOf(site, site.document.textDocument.offsetAt(diagnostic.range.start));
      if (at === undefined) return [];
      const newline = newlineOf(site.text);
      const comment = (reason: string) => `// allow ${code}: ${reason}${newline}`;
      return [
        {
          title: `Silence here: allow \`${code}\` …`,
          diagnostics: [diagnostic],
          changes: () => [
            {
              offset: at,
              length: 0,
              text: comment(placeholder) + indentAt(site.text, at),
              snippet: comment(`\${1:${placeholder}}`),
            },
          ],
        },
      ];
    });
  },
};

/** Where the line begins that the definition or entry around a place begins with. */
function lineOf({ root, text }: Site, offset: number): number | undefined {
  const leaf = root.$cstNode && CstUtils.findLeafNodeAtOffset(root.$cstNode, offset);
  let item = itemAround(leaf?.astNode);
  while (item) {
    const start = item.$cstNode!.offset;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    // A doc comment belongs to what it stands above.
    if (text.slice(lineStart, start).trim() === '') return docCommentOf(item)?.offset ?? start;
    item = itemAround(item.$container);
  }
  return undefined;
}
