import { URI, type LangiumDocument } from 'langium';
import type { CodeActionProvider, LangiumServices } from 'langium/lsp';
import type { CodeActionParams, InitializeParams } from 'vscode-languageserver';
import {
  type CodeAction,
  CodeActionKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Action, Change, Offer, Site } from './actions/action.ts';
import { actions } from './actions/actions.ts';
import { siteOf } from './actions/site.ts';
import { inStandardForm } from './actions/standard-form.ts';
import { Refusal } from './refusal.ts';

/**
 * Offers what the table of actions has for a place. What an action changes is worked out when it is chosen, as far as the editor
 * asks then; quick fixes are at hand at once.
 */
export class PimCodeActionProvider implements CodeActionProvider {
  private readonly services: LangiumServices;
  private resolves = false;
  private knowsSnippets = false;
  private knowsVersions = false;

  constructor(services: LangiumServices) {
    this.services = services;
    services.shared.lsp.LanguageServer.onInitialize(({ capabilities }: InitializeParams) => {
      const { codeAction } = capabilities.textDocument ?? {};
      this.resolves =
        codeAction?.dataSupport === true && !!codeAction.resolveSupport?.properties.includes('edit');
      const { workspaceEdit } = capabilities.workspace ?? {};
      this.knowsSnippets = workspaceEdit?.snippetEditSupport === true;
      this.knowsVersions = workspaceEdit?.documentChanges === true;
    });
  }

  getCodeActions(document: LangiumDocument, params: CodeActionParams): CodeAction[] {
    const site = siteOf(document, params, this.services);
    return wanted(params.context.only, document).flatMap(action =>
      action.offer(site).map(offer => {
        const isLater = this.resolves && action.kind !== CodeActionKind.QuickFix;
        return {
          ...described(action, offer),
          ...(isLater ? { data: laterOf(action, params, document) } : { edit: this.editOf(offer, site) }),
        };
      }),
    );
  }

  /** The action with what it changes, for one that was offered without. It was offered for a text, and is refused for another. */
  resolve(chosen: CodeAction): CodeAction {
    const later = laterIn(chosen);
    if (chosen.edit || !later) return chosen;
    const action = actions.find(({ name }) => name === later.action);
    const document = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(later.uri));
    if (document?.textDocument.version !== later.version) throw hasChanged();
    const context = { diagnostics: [], ...(later.only ? { only: later.only } : {}) };
    const site = siteOf(document, { range: later.range, context }, this.services);
    const offer = action?.offer(site).find(({ title }) => title === chosen.title);
    if (!offer) throw hasChanged();
    return { ...chosen, edit: this.editOf(offer, site) };
  }

  private editOf(offer: Offer, { document }: Site): WorkspaceEdit {
    const changes = offer.changes().toSorted(inOrder);
    const { uri, version } = document.textDocument;
    const textDocument = { uri, version };
    if (this.knowsSnippets && changes.some(({ snippet }) => snippet !== undefined))
      return {
        documentChanges: [{ textDocument, edits: changes.map(change => snippetEdit(change, document)) }],
      };
    const edits = inStandardForm(document, changes, this.services).map(change => textEdit(change, document));
    // With its version, an edit that comes too late is refused and not made in another text.
    return this.knowsVersions
      ? { documentChanges: [{ textDocument, edits }] }
      : { changes: { [uri]: edits } };
  }
}

/** From the front; what is put in comes before what is taken out at the same place. */
const inOrder = (a: Change, b: Change): number => a.offset - b.offset || a.length - b.length;

/** What is sent along with an action to be worked out later. */
interface Later {
  readonly action: string;
  readonly uri: string;
  readonly version: number;
  readonly range: CodeActionParams['range'];
  readonly only?: string[];
}

const laterOf = (
  { name }: Action,
  { range, context }: CodeActionParams,
  { uri, textDocument: { version } }: LangiumDocument,
): Later => ({
  action: name,
  uri: uri.toString(),
  version,
  range,
  ...(context.only ? { only: context.only } : {}),
});

const laterIn = ({ data }: CodeAction): Later | undefined => data as Later | undefined;

/** The file that an action is to be worked out in; undefined where nothing is left to work out. */
export const fileOfAction = (action: CodeAction): string | undefined => laterIn(action)?.uri;

const hasChanged = () => new Refusal('The text has changed; ask again.', 'outdated');

/** The actions of a kind that is asked for, or of one below it. A text that cannot be read to its end is only mended. */
function wanted(
  only: readonly string[] | undefined,
  { parseResult: { lexerErrors, parserErrors } }: LangiumDocument,
): readonly Action[] {
  const isReadable = lexerErrors.length + parserErrors.length === 0;
  return actions.filter(
    ({ kind }) =>
      (!only || only.some(asked => kind === asked || kind.startsWith(`${asked}.`))) &&
      (isReadable || mending.some(each => kind.startsWith(each))),
  );
}

const mending: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll];

function described({ kind }: Action, { title, diagnostics, isPreferred }: Offer): CodeAction {
  return {
    title,
    kind,
    ...(diagnostics ? { diagnostics: [...diagnostics] } : {}),
    ...(isPreferred ? { isPreferred } : {}),
  };
}

function textEdit({ offset, length, text }: Change, { textDocument }: LangiumDocument): TextEdit {
  return {
    range: { start: textDocument.positionAt(offset), end: textDocument.positionAt(offset + length) },
    newText: text,
  };
}

function snippetEdit(change: Change, document: LangiumDocument) {
  const edit = textEdit(change, document);
  return change.snippet === undefined
    ? edit
    : { range: edit.range, snippet: { kind: 'snippet' as const, value: change.snippet } };
}
