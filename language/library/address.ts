import { URI } from 'langium';
import { libraryScheme } from '../protocol.ts';

/** What an import of the library begins with: `pim:chips/isaac`. */
export const libraryPrefix = `${libraryScheme}:`;

/** The read-only address of a library file, from its path without ending (`chips/isaac`). */
export function libraryUri(path: string): URI {
  return URI.from({ scheme: libraryScheme, path: `/${path}.pim` });
}

/** Whether a document belongs to the library and so must not be changed. */
export function isLibrary(uri: URI): boolean {
  return uri.scheme === libraryScheme;
}
