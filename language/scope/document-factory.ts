import {
  DefaultLangiumDocumentFactory,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type TextDocument,
  type URI,
} from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import { isLibrary, libraryUri } from '../library/address.ts';
import type { Library } from '../library/library.ts';

/** Reads texts: those of the library from the library, and of files that have vanished what was last known of them. */
export class PimDocumentFactory extends DefaultLangiumDocumentFactory {
  private readonly library: ReadonlyMap<string, string>;

  constructor(services: LangiumSharedCoreServices, library: Library) {
    super(services);
    this.library = new Map([...library].map(([path, text]) => [libraryUri(path).toString(), text]));
  }

  protected override async getInitialText(uri: URI, token: CancellationToken): Promise<string> {
    return this.library.get(uri.toString()) ?? super.getInitialText(uri, token);
  }

  protected override async getUpdatedText(
    document: LangiumDocument,
    open: TextDocument | undefined,
    token: CancellationToken,
  ): Promise<string> {
    try {
      return isLibrary(document.uri)
        ? await this.getInitialText(document.uri, token)
        : await super.getUpdatedText(document, open, token);
    } catch {
      // One file that cannot be read must not keep all others from being built; its end is told soon.
      return document.parseResult.value.$cstNode?.root.fullText ?? '';
    }
  }
}
