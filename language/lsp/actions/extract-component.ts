import { AstUtils } from 'langium';
import { CodeActionKind } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import type { Action, Offer, Site } from './action.ts';
import { capitalised, freshName, isLocal, namesUsedIn } from './names.ts';
import { definitionAround, indentAt, newlineOf, reindented, startWithComments } from './places.ts';
import { standsAlone } from './standing.ts';

/** A part that overrides what its component says becomes a part of a component of its own, which extends it. */
export const extractComponent: Action = {
  name: 'extract-component',
  kind: `${CodeActionKind.RefactorExtract}.component`,
  offer: (site): Offer[] => {
    const part = AstUtils.getContainerOfType(site.node, ast.isPart);
    const base = part?.what?.ref;
    if (!part?.body || !ast.isComponent(base) || !part.what) return [];
    if (!isKnownOutside(part, base) || !standsAlone(part, site)) return [];
    const definition = definitionAround(part)!;
    return [
      {
        title: `Extract a component that extends \`${part.what.$refText}\``,
        changes: () => {
          const { text, document } = site;
          const name = nameFor(part, site);
          const from = part.what!.$refNode!.offset;
          const body = part.body!.$cstNode!;
          const head = text.slice(from, body.offset).trim();
          const braces = reindented(body.text, indentAt(text, body.offset), '');
          const newline = newlineOf(document.textDocument.getText());
          return [
            {
              offset: startWithComments(definition),
              length: 0,
              text: `component ${name} extends ${head} ${braces}${newline}${newline}`,
            },
            { offset: from, length: body.end - from, text: name },
          ];
        },
      },
    ];
  },
};

/** Whether all that the part says means the same at the top of the file, and inside a component that extends its own. */
function isKnownOutside(part: ast.Part, base: ast.Component): boolean {
  const inherited = namesIn(base);
  return [...part.arguments, part.body!]
    .flatMap(namesUsedIn)
    .every(({ name, target }) => (!target || !isLocal(target)) && !inherited.has(name));
}

/** Names that a component and what it extends declare inside. */
function namesIn(component: ast.Component): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<ast.Component>();
  for (let each: ast.Component | undefined = component; each && !seen.has(each); each = each.base?.ref) {
    seen.add(each);
    for (const { name } of [...each.parameters, ...(each.body?.constants ?? [])]) names.add(name);
  }
  return names;
}

/** `TileNNADC` for an `NNADC` of the tile. */
function nameFor(part: ast.Part, { services }: Site): string {
  const owner = AstUtils.getContainerOfType(
    part.$container,
    (node): node is ast.Block | ast.InlineBlock => ast.isBlock(node) || ast.isInlineBlock(node),
  );
  const lead = owner ? capitalised(owner.name ?? owner.level) : '';
  return freshName(lead + part.what!.$refText, services.shared.workspace.LangiumDocuments);
}
