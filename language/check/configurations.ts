import { type FileSystemProvider, type LangiumSharedCoreServices, type URI, UriUtils } from 'langium';
import { type Configuration, configurationName, readConfiguration } from './configuration.ts';
import type { Levels } from './levels.ts';
import type { Settings } from './settings.ts';

/** A `pim.json` that was found and read. */
export interface ConfigurationFile extends Configuration {
  readonly uri: URI;
  readonly text: string;
}

/**
 * How severe rules are for a file: as the `pim.json` beside it says, or else the nearest one in a folder above; where that is
 * silent, as the settings of the editor say. Files are read once, until somebody says that they changed.
 */
export class Configurations {
  private readonly files: FileSystemProvider;
  private readonly settings: Settings;
  private readonly found = new Map<string, Promise<ConfigurationFile | undefined>>();
  private readonly listeners: ((file: ConfigurationFile) => void)[] = [];

  constructor(services: LangiumSharedCoreServices, settings: Settings) {
    this.files = services.workspace.FileSystemProvider;
    this.settings = settings;
  }

  async levelsFor(uri: URI): Promise<Levels> {
    const chosen = await this.settings.levelsFor(uri);
    const file = await this.fileFor(uri);
    return new Map([...chosen, ...(file?.levels ?? [])]);
  }

  /** The `pim.json` that counts for a file. */
  fileFor(uri: URI): Promise<ConfigurationFile | undefined> {
    return this.inFolder(UriUtils.dirname(uri));
  }

  /** Forgets what was read: it may have changed. */
  forget(): void {
    this.found.clear();
  }

  /** Hears of every file that is read. */
  onRead(listener: (file: ConfigurationFile) => void): void {
    this.listeners.push(listener);
  }

  private inFolder(folder: URI): Promise<ConfigurationFile | undefined> {
    const key = folder.toString();
    const known = this.found.get(key);
    if (known) return known;
    const file = this.look(folder);
    this.found.set(key, file);
    return file;
  }

  private async look(folder: URI): Promise<ConfigurationFile | undefined> {
    const own = await this.read(UriUtils.joinPath(folder, configurationName));
    if (own) return own;
    const above = UriUtils.dirname(folder);
    return UriUtils.equals(above, folder) ? undefined : this.inFolder(above);
  }

  private async read(uri: URI): Promise<ConfigurationFile | undefined> {
    const text = await this.textOf(uri);
    if (text === undefined) return undefined;
    const file = { uri, text, ...readConfiguration(text) };
    for (const listener of this.listeners) listener(file);
    return file;
  }

  /** Undefined where there is no such file, or none that can be read: texts may lie where no files are. */
  private async textOf(uri: URI): Promise<string | undefined> {
    try {
      return (await this.files.exists(uri)) ? await this.files.readFile(uri) : undefined;
    } catch {
      return undefined;
    }
  }
}
