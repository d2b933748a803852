import { DefaultLanguageServer } from 'langium/lsp';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';

/** Tells the editor of what Langium has no service for. */
export class PimLanguageServer extends DefaultLanguageServer {
  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const { capabilities, ...result } = super.buildInitializeResult(params);
    const { workspace } = capabilities;
    return {
      ...result,
      capabilities: {
        ...capabilities,
        selectionRangeProvider: true,
        workspace: { ...workspace, workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }
}
