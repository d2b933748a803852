import { DocumentState, URI, UriUtils } from 'langium';
import type { Connection } from 'vscode-languageserver/node';
import { configurationName } from '../check/configuration.ts';
import { configurationDiagnostics } from '../check/configuration-diagnostics.ts';
import { isLibrary } from '../library/address.ts';
import type { Pim } from '../module.ts';

/** Says what is wrong with each `pim.json`, and checks all files again when one of them or a setting changes. */
export function watchConfiguration(pim: Pim, connection: Connection): void {
  const { configurations, shared } = pim;
  configurations.onRead(
    file =>
      void connection.sendDiagnostics({
        uri: file.uri.toString(),
        diagnostics: configurationDiagnostics(file),
      }),
  );
  shared.lsp.DocumentUpdateHandler.onWatchedFilesChange?.(({ changes }) => {
    if (!changes.some(({ uri }) => UriUtils.basename(URI.parse(uri)) === configurationName)) return;
    configurations.forget();
    void checkAgain(pim);
  });
  // An editor also tells what it has told already, once it has started.
  let known = '';
  void shared.workspace.ConfigurationProvider.getConfiguration('pim', 'checks').then(settings => {
    known ||= JSON.stringify(settings ?? null);
  });
  shared.workspace.ConfigurationProvider.onConfigurationSectionUpdate(({ configuration }) => {
    const settings = JSON.stringify((configuration as { checks?: unknown } | null)?.checks ?? null);
    if (settings !== known) void checkAgain(pim);
    known = settings;
  });
}

/** Names keep their meaning; only what is said about files is worked out anew. */
function checkAgain({ shared }: Pim): Promise<void> {
  const { DocumentBuilder, LangiumDocuments, WorkspaceLock } = shared.workspace;
  return WorkspaceLock.write(token => {
    for (const document of LangiumDocuments.all.filter(({ uri }) => !isLibrary(uri)))
      DocumentBuilder.resetToState(document, DocumentState.IndexedReferences);
    return DocumentBuilder.update([], [], token);
  });
}
