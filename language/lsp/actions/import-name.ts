import { UriUtils } from 'langium';
import { CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { DiagnosticData } from '../../check/validator.ts';
import { importPath } from '../../scope/imports.ts';
import type { Action, Change, Offer, Site } from './action.ts';
import { newlineOf, startWithComments } from './places.ts';

/** A name that other files define is imported: all of one of these files, or the name alone. */
export const importName: Action = {
  name: 'import-name',
  kind: CodeActionKind.QuickFix,
  offer: (site): Offer[] => site.diagnostics.filter(isUnknownName).flatMap(each => offersFor(each, site)),
};

export const isUnknownName = ({ data }: Diagnostic): boolean =>
  (data as Partial<DiagnosticData> | undefined)?.code === 'unknown-name';

function offersFor(diagnostic: Diagnostic, site: Site): Offer[] {
  const { document, services, root } = site;
  const name = document.textDocument.getText(diagnostic.range);
  const { IndexManager } = services.shared.workspace;
  const paths = IndexManager.allElements()
    .filter(each => each.name === name && !UriUtils.equals(each.documentUri, document.uri))
    .map(({ documentUri }) => importPath(document.uri, documentUri))
    .distinct()
    .toArray();
  // The rule itself brings the fix that imports the first of them as a whole.
  const brought = (diagnostic.data as Partial<DiagnosticData>).fix?.title;
  return paths.flatMap((path): Offer[] => {
    const whole = `Import "${path}"`;
    const named = root.imports.find(each => each.path === path && each.names.length > 0);
    return [
      ...(whole === brought
        ? []
        : [{ title: whole, diagnostics: [diagnostic], changes: () => [added(`import "${path}"`, site)] }]),
      {
        title: `Import \`${name}\` from "${path}"`,
        diagnostics: [diagnostic],
        changes: () => [
          named
            ? { offset: named.names.at(-1)!.$cstNode!.end, length: 0, text: `, ${name}` }
            : added(`import ${name} from "${path}"`, site),
        ],
      },
    ];
  });
}

/** A new import below the others, or above everything with a blank line after it. */
export function added(line: string, { root, text }: Site): Change {
  const newline = newlineOf(text);
  const last = root.imports.findLast(({ $cstNode }) => $cstNode)?.$cstNode;
  if (last) return { offset: last.end, length: 0, text: newline + line };
  const [first] = root.declarations;
  const at = first?.$cstNode ? startWithComments(first) : 0;
  return { offset: at, length: 0, text: `${line}${newline}${newline}` };
}
