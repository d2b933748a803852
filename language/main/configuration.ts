import { URI, UriUtils } from 'langium';
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
  shared.workspace.ConfigurationProvider.onConfigurationSectionUpdate(() => void checkAgain(pim));
}

function checkAgain({ shared }: Pim): Promise<void> {
  const { DocumentBuilder, LangiumDocuments, WorkspaceLock } = shared.workspace;
  return WorkspaceLock.write(token => {
    const uris = LangiumDocuments.all.map(({ uri }) => uri).filter(uri => !isLibrary(uri));
    return DocumentBuilder.update(uris.toArray(), [], token);
  });
}
