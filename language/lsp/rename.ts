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

/**
 * Renames everywhere, an inner block together with those that say it anew, but nothing of the library: its files cannot be
 * changed. A name that an import gave (`as`) is renamed where it is known, and stays when what it stands for is renamed.
 */
export class PimRenameProvider implements RenameProvider {
  private readonly documents: LangiumDocuments;
  private readonly lexer: Lexer;

  constructor(services: LangiumServices) {
    this.documents = services.shared.workspace.LangiumDocuments;
    this.lexer = services.parser.Lexer;
  }

  rename(document: LangiumDocument, { position, newName }: RenameParams): WorkspaceEdit | undefined {
    const leaf = leafAt(document, position);
    if (!leaf || !this.isName(newName)) return undefined;
    const alias = aliasAt(leaf, document);
    if (alias) return renamedAlias(alias, document, newName);
    const changes: Record<string, TextEdit[]> = {};
    for (const mention of this.mentionsOf(leaf) ?? []) {
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

  /** What changes with a name; undefined where it must not. References by another name are those by an alias, which stays. */
  private mentionsOf(leaf: LeafCstNode): Mention[] | undefined {
    const [named] = namedAt(leaf);
    // Which properties there are is said by the catalogue, and a block without a name has none to change.
    if (!named || ast.isProperty(named) || !this.isName(leaf.text)) return undefined;
    const mentions = mentionsOf(named, this.documents.all);
    const isOfLibrary = mentions.some(
      ({ role, document }) => (role === 'declaration' || role === 'override') && isLibrary(document.uri),
    );
    return isOfLibrary ? undefined : mentions.filter(({ name }) => name.text === leaf.text);
  }

  /** One word that is no keyword. */
  private isName(text: string): boolean {
    const { tokens, hidden, errors } = this.lexer.tokenize(text);
    return tokens.length === 1 && tokens[0]!.tokenType.name === 'ID' && hidden.length + errors.length === 0;
  }
}

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
