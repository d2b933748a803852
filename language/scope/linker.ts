import {
  DefaultLinker,
  DefaultReferenceDescriptionProvider,
  interruptAndCheck,
  type LangiumDocument,
  type ReferenceDescription,
} from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import { visitReferences } from '../syntax/visit.ts';

// Langium stops at every node to ask whether it was cancelled. Files are linked in a few milliseconds, and all of that is on
// the way from a keystroke to its diagnostics, so here the question is asked once per file.

/** Resolves the names of a file in one walk. */
export class PimLinker extends DefaultLinker {
  override async link(document: LangiumDocument, token: CancellationToken): Promise<void> {
    await interruptAndCheck(token);
    visitReferences(document.parseResult.value, info => this.doLink(info, document));
  }
}

/** Lists what a file refers to, for finding references and for knowing whom a change concerns. */
export class PimReferenceDescriptionProvider extends DefaultReferenceDescriptionProvider {
  override async createDescriptions(
    document: LangiumDocument,
    token: CancellationToken,
  ): Promise<ReferenceDescription[]> {
    await interruptAndCheck(token);
    const descriptions: ReferenceDescription[] = [];
    visitReferences(document.parseResult.value, info =>
      descriptions.push(...this.createInfoDescriptions(info)),
    );
    return descriptions;
  }
}
