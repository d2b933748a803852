import type { LangiumDocument, LangiumDocuments } from 'langium';
import { isLibrary } from '../../library/address.ts';

/** All files, those of one's own before those of the library. */
export function ownFirst(documents: LangiumDocuments): readonly LangiumDocument[] {
  const all = documents.all.toArray();
  return [...all.filter(({ uri }) => !isLibrary(uri)), ...all.filter(({ uri }) => isLibrary(uri))];
}
