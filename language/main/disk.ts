import type { FileSystemNode, URI } from 'langium';
import { NodeFileSystemProvider } from 'langium/node';

/** How programs read files. */
export const disk = { fileSystemProvider: () => new Disk() };

/**
 * Reads the files of this machine, without the mark that some editors put before the first character. Files that only an
 * editor can reach, such as unsaved ones or those of a repository elsewhere, are not there for it.
 */
class Disk extends NodeFileSystemProvider {
  override exists(uri: URI): Promise<boolean> {
    return isOfDisk(uri) ? super.exists(uri) : Promise.resolve(false);
  }

  override async stat(uri: URI): Promise<FileSystemNode> {
    mustBeOfDisk(uri);
    return super.stat(uri);
  }

  override async readFile(uri: URI): Promise<string> {
    mustBeOfDisk(uri);
    return (await super.readFile(uri)).replace(/^\uFEFF/, '');
  }

  override async readDirectory(uri: URI): Promise<FileSystemNode[]> {
    return isOfDisk(uri) ? super.readDirectory(uri) : [];
  }
}

const isOfDisk = ({ scheme }: URI): boolean => scheme === 'file';

/** Without this, the path of any address would be taken for one of this machine. */
function mustBeOfDisk(uri: URI): void {
  if (!isOfDisk(uri)) throw new Error(`${uri.toString()} is not on this machine`);
}
