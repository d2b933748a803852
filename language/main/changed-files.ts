import { DocumentState } from 'langium';
import type { Connection } from 'vscode-languageserver/node';
import { isLibrary } from '../library/address.ts';
import type { Pim } from '../module.ts';
import { type ChangedParams, changedNotification } from '../protocol.ts';

/** The edition of all files: it is counted up whenever one of them changes, comes or goes. */
export interface Editions {
  readonly current: number;
}

/** Tells an editor which files a change concerns, once all that is said about them is known. */
export function announceChanges({ shared }: Pim, connection: Connection): Editions {
  const { DocumentBuilder } = shared.workspace;
  const texts = new Map<string, string>();
  let current = 0;
  // A build that is given up leaves its files to the next one, and this as well.
  let othersChanged = false;
  const announce = (uris: readonly string[]) => {
    const params: ChangedParams = { uris, edition: current };
    void connection.sendNotification(changedNotification, params);
  };
  DocumentBuilder.onUpdate((changed, deleted) => {
    current += 1;
    // Settings change no file: all are checked again, and none is named.
    if (deleted.length > 0 || changed.length === 0) othersChanged = true;
    // What is gone is not built, so there is nothing to wait for.
    if (deleted.length > 0) announce(deleted.map(String));
    for (const uri of deleted) texts.delete(uri.toString());
  });
  DocumentBuilder.onBuildPhase(DocumentState.Validated, documents => {
    const own = documents.filter(({ uri }) => !isLibrary(uri));
    const edited = own.filter(
      ({ uri, textDocument }) => texts.get(uri.toString()) !== textDocument.getText(),
    );
    for (const { uri, textDocument } of edited) texts.set(uri.toString(), textDocument.getText());
    // A file that is only opened or closed is built anew as well, with all that import it, and is what it was.
    if (edited.length > 0 || othersChanged) announce(own.map(({ uri }) => uri.toString()));
    othersChanged = false;
  });
  return {
    get current() {
      return current;
    },
  };
}
