import { GrammarUtils, type LangiumDocument, type LangiumDocuments, type Lexer } from 'langium';
import type { DocumentLinkProvider, LangiumServices } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver-types';
import type * as ast from '../generated/ast.ts';
import { importedFile } from '../scope/imports.ts';

/** What can be opened with a click: the file an import names, addresses and DOIs in comments. */
export class PimDocumentLinkProvider implements DocumentLinkProvider {
  private readonly documents: LangiumDocuments;
  private readonly lexer: Lexer;

  constructor(services: LangiumServices) {
    this.documents = services.shared.workspace.LangiumDocuments;
    this.lexer = services.parser.Lexer;
  }

  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    const { textDocument } = document;
    return [...this.linksToFiles(document), ...this.linksInComments(document)].map(
      ({ start, length, target, tooltip }) => ({
        range: { start: textDocument.positionAt(start), end: textDocument.positionAt(start + length) },
        target,
        tooltip,
      }),
    );
  }

  /** Imports. Whatever else the language will name by a path, such as a network, belongs here too. */
  private linksToFiles(document: LangiumDocument): Link[] {
    const { imports } = document.parseResult.value as ast.Document;
    return imports.flatMap(({ path, $cstNode }) => {
      const cst = path ? GrammarUtils.findNodeForProperty($cstNode, 'path') : undefined;
      // A folder cannot be opened.
      const file = cst && importedFile(this.documents, document.uri, path);
      if (!file) return [];
      const [start, length] = [cst.offset + 1, cst.length - 2];
      return [{ start, length, target: file.uri.toString(), tooltip: definedIn(file) }];
    });
  }

  private linksInComments({ textDocument }: LangiumDocument): Link[] {
    const { hidden } = this.lexer.tokenize(textDocument.getText());
    return hidden
      .filter(({ image }) => image.startsWith('/'))
      .flatMap(({ image, startOffset }) =>
        linksIn(image).map(link => ({ ...link, start: startOffset + link.start })),
      );
  }
}

interface Link {
  readonly start: number;
  readonly length: number;
  readonly target: string;
  readonly tooltip: string;
}

/** What a file defines, in the order of its text. */
function definedIn({ parseResult }: LangiumDocument): string {
  const names = (parseResult.value as ast.Document).declarations.flatMap(each =>
    'name' in each && each.name && !each.private ? [each.name] : [],
  );
  const [shown, others] = [names.slice(0, most), names.length - most];
  if (names.length === 0) return 'defines nothing yet';
  return `defines ${shown.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}

const most = 12;

function linksIn(text: string): Link[] {
  const addresses = found(text, address).map(({ start, words }) => ({
    start,
    length: words.length,
    target: words,
    tooltip: 'opens in the browser',
  }));
  const dois = found(text, doi).map(({ start, words }) => {
    const name = words.slice(words.indexOf('10.'));
    return {
      start,
      length: words.length,
      target: `https://doi.org/${name}`,
      tooltip: `opens ${name} at doi.org`,
    };
  });
  return [...addresses, ...dois].sort((a, b) => a.start - b.start);
}

const address = /\bhttps?:\/\/[^\s<>"`]+/g;
/** `doi:10.1109/TC.2021.3122905`, `DOI 10.1109/TC.2021.3122905`; inside an address it is a part of that. */
const doi = /(?<![\w./])doi[:\s]\s*10\.\d{4,9}\/[^\s<>"`]+/gi;

/** Matches without the punctuation after them; a bracket belongs to what it was opened in. */
function found(text: string, pattern: RegExp): { start: number; words: string }[] {
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => {
    let words = match.replace(/\*\/$/, '');
    for (;;) {
      const last = words.at(-1) ?? '';
      const isUnopened = last in opening && count(words, last) > count(words, opening[last]!);
      if (!/[.,;:!?'*]/.test(last) && !isUnopened) return { start: index, words };
      words = words.slice(0, -1);
    }
  });
}

const opening: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

const count = (text: string, character: string): number => text.split(character).length - 1;
