import { DocumentState, URI, UriUtils } from 'langium';
import { type Connection, type Diagnostic, FileChangeType } from 'vscode-languageserver/node';
import { configurationName } from '../check/configuration.ts';
import { configurationDiagnostics } from '../check/configuration-diagnostics.ts';
import { isLibrary } from '../library/address.ts';
import type { Pim } from '../module.ts';

/** Says what is wrong with each `pim.json`, and checks all files again when one of them or a setting changes. */
export function watchConfiguration(pim: Pim, connection: Connection): void {
  const { configurations, settings, shared } = pim;
  const told = new Map<string, URI>();
  configurations.onRead(file => {
    told.set(file.uri.toString(), file.uri);
    tell(connection, file.uri, configurationDiagnostics(file));
  });
  shared.lsp.DocumentUpdateHandler.onWatchedFilesChange?.(({ changes }) => {
    const gone = changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => uri);
    const lost = [...told.values()].filter(uri => gone.some(each => UriUtils.contains(each, uri)));
    for (const uri of lost) {
      told.delete(uri.toString());
      tell(connection, uri, []);
    }
    const isNew = changes.some(({ uri }) => UriUtils.basename(URI.parse(uri)) === configurationName);
    if (lost.length === 0 && !isNew) return;
    configurations.forget();
    void checkAgain(pim);
  });
  // An editor also tells what it has told already, once it has started, and of settings that are none of ours.
  shared.workspace.ConfigurationProvider.onConfigurationSectionUpdate(() => {
    void settings.haveChanged().then(changed => (changed ? checkAgain(pim) : undefined));
  });
}

function tell(connection: Connection, uri: URI, diagnostics: Diagnostic[]): void {
  void connection.sendDiagnostics({ uri: uri.toString(), diagnostics });
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
