import {
  type AstNode,
  CstUtils,
  type LangiumDocument,
  type LangiumDocuments,
  type LeafCstNode,
  type Lexer,
} from 'langium';
import type { LangiumServices, RenameProvider } from 'langium/lsp';
import type { RenameParams, TextDocumentPositionParams } from 'vscode-languageserver';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/address.ts';
import { visitReferences } from '../syntax/visit.ts';
import { type Mention, mentionsOf } from './navigation/mentions.ts';
import { leafAt, namedAt } from './navigation/named.ts';
import { Refusal } from './refusal.ts';
import { takenAt, thingText } from './taken-names.ts';

/**
 * Renames everywhere, an inner block together with those that say it anew, but nothing of the library: its files cannot be
 * changed. What cannot be done is refused with the reason. A name that an import gave (`as`) is renamed where it is known, and stays when what it stands for is renamed.
 */
export class PimRenameProvider implements RenameProvider {
  private readonly services: LangiumServices;
  private readonly documents: LangiumDocuments;
  private readonly lexer: Lexer;

  constructor(services: LangiumServices) {
    this.services = services;
    this.documents = services.shared.workspace.LangiumDocuments;
    this.lexer = services.parser.Lexer;
  }

  rename(document: LangiumDocument, { position, newName }: RenameParams): WorkspaceEdit | undefined {
    const leaf = leafAt(document, position);
    if (!leaf || newName === leaf.text) return undefined;
    const alias = aliasAt(leaf, document);
    const mentions = alias ? [] : this.mentionsOf(leaf);
    if (!mentions) return undefined;
    this.refuseNoName(newName);
    if (alias) {
      this.refuseTaken(newName, aliasMentions(alias, document));
      return renamedAlias(alias, document, newName);
    }
    this.refuseTaken(newName, mentions);
    const changes: Record<string, TextEdit[]> = {};
    for (const mention of mentions) {
      const uri = mention.document.uri.toString();
      changes[uri] = [...(changes[uri] ?? []), { range: mention.name.range, newText: newName }];
    }
    return Object.keys(changes).length > 0 ? { changes } : undefined;
  }

  prepareRename(document: LangiumDocument, { position }: TextDocumentPositionParams): Range | undefined {
    const leaf = leafAt(document, position);
    if (!leaf) return undefined;
    return aliasAt(leaf, document) || this.mentionsOf(leaf) ? leaf.range : undefined;
  }

  /** What changes with a name; undefined where nothing has one to change. References by another name are those by an alias, which stays. */
  private mentionsOf(leaf: LeafCstNode): Mention[] | undefined {
    const [named] = namedAt(leaf);
    // Which properties there are is said by the catalogue, and a block without a name has none to change.
    if (!named || ast.isProperty(named) || !this.isName(leaf.text)) return undefined;
    const mentions = mentionsOf(named, this.documents.all);
    const isOfLibrary = mentions.some(
      ({ role, document }) => (role === 'declaration' || role === 'override') && isLibrary(document.uri),
    );
    if (isOfLibrary)
      throw new Refusal(`\`${leaf.text}\` is of the library, which cannot be changed`, 'impossible');
    return mentions.filter(({ name }) => name.text === leaf.text);
  }

  private refuseNoName(text: string): void {
    if (this.isName(text)) return;
    const { tokens } = this.lexer.tokenize(text);
    const isKeyword = tokens.length === 1 && tokens[0]!.tokenType.name === text;
    throw new Refusal(
      `\`${text}\` is ${isKeyword ? 'a word of the language' : 'not one word'}`,
      'impossible',
    );
  }

  /** A name that stands for something else anywhere it would come to stand changes what a text means. */
  private refuseTaken(text: string, mentions: readonly Pick<Mention, 'node' | 'role'>[]): void {
    for (const mention of mentions) {
      const taken = takenAt(mention, text, this.services);
      if (!taken) continue;
      const thing = thingText(taken, mention.node);
      throw new Refusal(`\`${text}\` is already ${thing}`, 'impossible');
    }
  }

  /** One word that is no keyword. */
  private isName(text: string): boolean {
    const { tokens, hidden, errors } = this.lexer.tokenize(text);
    return tokens.length === 1 && tokens[0]!.tokenType.name === 'ID' && hidden.length + errors.length === 0;
  }
}

/** Where the name that an import gave is given and used. */
const aliasMentions = (
  { name = '', $container }: ast.ImportedName,
  document: LangiumDocument,
): Pick<Mention, 'node' | 'role'>[] => [
  { node: $container, role: 'import' },
  ...referencesBy(name, document).map(({ container }) => ({ node: container, role: 'read' as const })),
];

/** The import that gave the name at a place, if it is one that an `as` gave. */
function aliasAt({ text, astNode }: LeafCstNode, document: LangiumDocument): ast.ImportedName | undefined {
  if (ast.isImportedName(astNode)) return astNode.name === text ? astNode : undefined;
  const { imports } = document.parseResult.value as ast.Document;
  const given = imports.flatMap(({ names }) => names).find(each => each.name === text);
  return given && referencesBy(text, document).some(({ container }) => container === astNode)
    ? given
    : undefined;
}

function renamedAlias(
  { $cstNode, name: oldName = '', target }: ast.ImportedName,
  document: LangiumDocument,
  newName: string,
): WorkspaceEdit {
  const given = CstUtils.flattenCst($cstNode!)
    .toArray()
    .findLast(leaf => !leaf.hidden && leaf.text === oldName);
  const used = referencesBy(oldName, document).filter(({ reference }) => reference.ref === target.ref);
  const ranges = [given?.range, ...used.map(({ reference }) => reference.$refNode?.range)];
  return {
    changes: {
      [document.uri.toString()]: ranges.flatMap(range => (range ? [{ range, newText: newName }] : [])),
    },
  };
}

/** References of a file that are spelt like this, those of imports left out. */
function referencesBy(text: string, document: LangiumDocument) {
  const found: { container: AstNode; reference: { ref?: unknown; $refNode?: { range: Range } } }[] = [];
  visitReferences(document.parseResult.value, ({ container, reference }) => {
    if (reference.$refText === text && !ast.isImportedName(container) && 'ref' in reference)
      found.push({ container, reference });
  });
  return found;
}
