import { DefaultLanguageServer } from 'langium/lsp';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';
import { actions } from './actions/actions.ts';

/** Says what this server can do beyond what Langium says for it. */
export class PimLanguageServer extends DefaultLanguageServer {
  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const result = super.buildInitializeResult(params);
    const codeActionKinds = [...new Set(actions.map(({ kind }) => kind))];
    return {
      ...result,
      capabilities: {
        ...result.capabilities,
        codeActionProvider: { codeActionKinds, resolveProvider: true },
      },
    };
  }
}
