import { createRequestHandler, WorkspaceState } from 'langium/lsp';
import type { Connection, PrepareRenameParams, RenameParams } from 'vscode-languageserver/node';
import type { Pim } from '../module.ts';
import { tellingRefusals } from './refusals.ts';

/** As Langium does, and with the reason where a name cannot be changed. */
export function answerRenames({ shared, language }: Pim, connection: Connection): void {
  const { RenameProvider } = language.lsp;
  connection.onRenameRequest(
    tellingRefusals(
      createRequestHandler(
        (_, document, params: RenameParams, token) => RenameProvider?.rename(document, params, token),
        shared,
        WorkspaceState.IndexedReferences,
      ),
    ),
  );
  connection.onPrepareRename(
    tellingRefusals(
      createRequestHandler(
        (_, document, params: PrepareRenameParams, token) =>
          RenameProvider?.prepareRename(document, params, token),
        shared,
        WorkspaceState.IndexedReferences,
      ),
    ),
  );
}
