import type { LangiumDocument, LangiumDocuments } from 'langium';
import { type CompletionProviderOptions, DefaultCompletionProvider, type LangiumServices } from 'langium/lsp';
import type { CompletionParams } from 'vscode-languageserver';
import type { CompletionList } from 'vscode-languageserver-types';
import { allowDrafts } from './completion/allow.ts';
import { type Draft, itemOf } from './completion/draft.ts';
import { importDrafts } from './completion/imports.ts';
import { Names } from './completion/names.ts';
import { draftsFor } from './completion/offers.ts';
import { placeAfter } from './completion/place/after.ts';
import type { Place } from './completion/place/place.ts';
import type { Site } from './completion/site.ts';
import { tokensBefore } from './tokens-before.ts';

/**
 * Offers what may stand at the cursor, best first. Where that is follows from the tokens before it, what it may be from
 * the catalogue and the names in scope; the tree is only asked what stands around, so half-written text will do.
 */
export class PimCompletionProvider extends DefaultCompletionProvider {
  override readonly completionOptions: CompletionProviderOptions = {
    triggerCharacters: ['.', ':', '"', '/', '(', '×', ' '],
  };
  private readonly names: Names;
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumServices) {
    super(services);
    this.names = new Names(services);
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  override getCompletion(
    document: LangiumDocument,
    { position, context }: CompletionParams,
  ): Promise<CompletionList> {
    const { textDocument } = document;
    const text = textDocument.getText();
    const offset = textDocument.offsetAt(position);
    const line = text.slice(offset - position.character, offset);
    const path = openImport.exec(line)?.[1];
    const typed = path ?? wordBefore.exec(line)?.[0] ?? '';
    const start = offset - typed.length;
    const { tokens, isInComment } = tokensBefore(this.lexer, text, start);
    const rest = text.slice(offset, offset + maxRest);
    const after = rest.split(/\r?\n/, 1)[0]!;
    const site: Site = {
      ...{ document, documents: this.documents, names: this.names },
      ...{ start, offset, typed, tokens, after, rest },
    };
    const isAsked = context?.triggerCharacter !== ' ';
    const drafts = isInComment
      ? allowDrafts(document, line.slice(0, line.length - typed.length), after)
      : path === undefined
        ? offered(site, text, isAsked)
        : importDrafts(site);
    // What is left of a path behind the cursor is replaced with it.
    const behind = path === undefined ? 0 : (/^[^\s"]*(?=")/.exec(after)?.[0].length ?? 0);
    const range = {
      start: textDocument.positionAt(start),
      end: textDocument.positionAt(offset + behind),
    };
    const items = drafts
      .filter(({ label }) => this.fuzzyMatcher.match(typed, label))
      .map(draft => itemOf(ranked(draft, typed), range));
    // Some names are only offered once they have been begun.
    return Promise.resolve({ isIncomplete: typed === '', items });
  }
}

function offered(site: Site, text: string, isAsked: boolean): readonly Draft[] {
  const last = site.tokens.at(-1);
  const isNewLine =
    last !== undefined && text.slice((last.endOffset ?? last.startOffset) + 1, site.start).includes('\n');
  const place = placeAfter(site.tokens, isNewLine);
  return isAsked || !quietAfterBlank.has(place.kind) ? draftsFor(place, site) : [];
}

/** Where a blank is mostly typed for its own sake, a list would only be in the way. */
const quietAfterBlank: ReadonlySet<Place['kind']> = new Set([
  'declaration',
  'entry',
  'layer',
  'statement',
  'keywords',
]);

/** What begins with the typed letters comes before what only contains them. */
function ranked(draft: Draft, typed: string): Draft {
  if (draft.label.toLowerCase().startsWith(typed.toLowerCase())) return draft;
  return { ...draft, rank: (draft.rank ?? 0) + afterPrefixes };
}

const afterPrefixes = 1000;

/** Braces that go on for longer than this are not read. */
const maxRest = 5000;

const openImport = /\b(?:import|from)\s+"([^"\n]*)$/;
const wordBefore =
  /[A-Za-z_%°\u00B5\u03BC\u03A9\u2126\u00C0-\u024F\u0370-\u03FF][\w²³\u00B5\u00C0-\u024F\u0370-\u03FF-]*$/;
