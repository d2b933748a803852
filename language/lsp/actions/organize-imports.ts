import { type LangiumDocument, UriUtils } from 'langium';
import { CodeActionKind } from 'vscode-languageserver-types';
import { leavesOf } from '../../check/items.ts';
import type * as ast from '../../generated/ast.ts';
import { importedDocuments } from '../../scope/imports.ts';
import type { Action, Change, Offer, Site } from './action.ts';
import { newlineOf, startWithComments } from './places.ts';
import { referredDocuments, referredNames } from './referred.ts';

/** Sorts the imports of a file, the library first, makes one of those of the same file, and leaves out what nothing uses. */
export const organizeImports: Action = {
  name: 'organize-imports',
  kind: CodeActionKind.SourceOrganizeImports,
  offer: (site): Offer[] => {
    const { imports } = site.root;
    if (imports.length === 0) return [];
    const changes = organized(site);
    return changes.length > 0 ? [{ title: 'Organize imports', changes: () => changes }] : [];
  },
};

/** An import as it is to be: the whole file, or some names of it, with the comments above it. */
interface Wanted {
  readonly path: string;
  readonly names: readonly string[];
  readonly lead: string;
  readonly trail: string;
}

function organized(site: Site): Change[] {
  const { root, text } = site;
  const places = root.imports.map(node => placeOf(node, site));
  const kept = merged(root.imports.flatMap((node, index) => wantedOf(node, places[index]!, site)));
  const newline = newlineOf(text);
  const lines = kept.map(({ path, names, lead, trail }) => {
    const named = names.length > 0 ? `${names.join(', ')} from ` : '';
    return `${lead}import ${named}"${path}"${trail}`;
  });
  const first = places[0]!;
  const block = lines.join(newline);
  const isTogether = places.every((place, index) => {
    const next = places[index + 1];
    return !next || text.slice(place.end, next.start).trim() === '';
  });
  const last = places.at(-1)!;
  if (isTogether) {
    if (text.slice(first.start, last.end) === block) return [];
    const tail = block === '' ? /^\s*/.exec(text.slice(last.end))![0].length : 0;
    return [{ offset: first.start, length: last.end + tail - first.start, text: block }];
  }
  return [
    ...places.slice(1).map(({ start, end }) => {
      const rest = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
      return { offset: start, length: end + rest - start, text: '' };
    }),
    { offset: first.start, length: first.end - first.start, text: block },
  ];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** An import with the comments above it and the one behind it; what stands first in a file speaks about the file. */
function placeOf(node: ast.Import, { document, text }: Site): Place {
  const { end } = node.$cstNode!;
  const behind = leavesOf(document).find(
    ({ hidden, offset }) => hidden && offset >= end && /^[ \t]*$/.test(text.slice(end, offset)),
  );
  const start = startWithComments(node);
  const isHead = text.slice(0, start).trim() === '';
  return { start: isHead ? node.$cstNode!.offset : start, end: behind?.end ?? end };
}

/** What is left of an import: all of it, the names of it that are used, or nothing. */
function wantedOf(node: ast.Import, { start, end }: Place, site: Site): Wanted[] {
  const { document, text, services } = site;
  const cst = node.$cstNode!;
  const wanted = { path: node.path, lead: text.slice(start, cst.offset), trail: text.slice(cst.end, end) };
  const files = filesOf(node, document, services);
  // One that finds nothing is complained about, and stays to be mended.
  if (files.length === 0) return [{ ...wanted, names: node.names.map(each => each.$cstNode!.text) }];
  if (node.names.length === 0) {
    const used = referredDocuments(site);
    const isUsed = files.some(({ uri }) => used.has(uri.toString()));
    return isUsed && !isCovered(node, files, site) ? [{ ...wanted, names: [] }] : [];
  }
  const used = referredNames(site);
  const names = node.names
    .filter(({ target, name = target.$refText }) => !target.ref || used.has(name))
    .filter(each => each.name !== undefined || !isInWhole(each, site))
    .map(each => each.$cstNode!.text.replaceAll(/\s+/g, ' '));
  return names.length > 0 ? [{ ...wanted, names }] : [];
}

const filesOf = ({ path }: ast.Import, { uri }: LangiumDocument, services: Site['services']) =>
  importedDocuments(services.shared.workspace.LangiumDocuments, uri, path);

/** Whether another import brings in all that this one does: the same again, or the folder it lies in. */
function isCovered(
  node: ast.Import,
  files: readonly LangiumDocument[],
  { root, document, services }: Site,
): boolean {
  return root.imports.some((other, index) => {
    if (other === node || other.names.length > 0) return false;
    const others = filesOf(other, document, services);
    const isAll = files.every(file => others.some(each => UriUtils.equals(each.uri, file.uri)));
    return isAll && (others.length > files.length || index < node.$containerIndex!);
  });
}

/** Whether a name comes with a whole file anyway. */
const isInWhole = ({ target }: ast.ImportedName, { root, document, services }: Site): boolean =>
  root.imports.some(
    other =>
      other.names.length === 0 &&
      filesOf(other, document, services).some(file => file.parseResult.value === target.ref?.$container),
  );

/** One import for each path, named ones apart from whole ones, sorted: the library first. */
function merged(wanted: readonly Wanted[]): Wanted[] {
  const byPath = new Map<string, Wanted>();
  for (const each of wanted) {
    const key = `${each.path}\n${each.names.length === 0}`;
    const before = byPath.get(key);
    byPath.set(
      key,
      before
        ? {
            ...each,
            names: [...before.names, ...each.names],
            lead: before.lead + each.lead,
            trail: before.trail + each.trail,
          }
        : each,
    );
  }
  return [...byPath.values()]
    .map(each => ({ ...each, names: [...new Set(each.names)].toSorted(byLetter) }))
    .toSorted(
      (a, b) =>
        Number(isOwn(a)) - Number(isOwn(b)) || byLetter(a.path, b.path) || a.names.length - b.names.length,
    );
}

const isOwn = ({ path }: Wanted): boolean => !path.startsWith('pim:');

const byLetter = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
