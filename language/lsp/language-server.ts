import { DefaultLanguageServer } from 'langium/lsp';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';
import { actions } from './actions/actions.ts';

/** Tells the editor of what Langium has no service for. */
export class PimLanguageServer extends DefaultLanguageServer {
  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const { capabilities, ...result } = super.buildInitializeResult(params);
    const { workspace } = capabilities;
    const codeActionKinds = [...new Set(actions.map(({ kind }) => kind))];
    return {
      ...result,
      capabilities: {
        ...capabilities,
        codeActionProvider: { codeActionKinds, resolveProvider: true },
        selectionRangeProvider: true,
        workspace: { ...workspace, workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }
}
