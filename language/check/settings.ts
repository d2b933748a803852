import { type ConfigurationProvider, type LangiumSharedCoreServices, type URI, UriUtils } from 'langium';
import type { WorkspaceFolder } from 'vscode-languageserver-types';
import { type Levels, levelsIn } from './levels.ts';

/** Asks an editor what it has under `pim.checks` for a folder, or for none in particular; undefined where it does not say. */
export type AskSettings = (folder: string | undefined) => Promise<unknown>;

/** How severe rules are as an editor has it, which may differ between the folders of a workspace. Each is asked about once. */
export class Settings {
  private readonly ask: AskSettings;
  private readonly told: () => ConfigurationProvider;
  private readonly folders: () => readonly WorkspaceFolder[];
  private readonly known = new Map<string | undefined, Promise<unknown>>();

  constructor({ workspace }: LangiumSharedCoreServices, ask: AskSettings) {
    this.ask = ask;
    this.told = () => workspace.ConfigurationProvider;
    this.folders = () => workspace.WorkspaceManager.workspaceFolders ?? [];
  }

  async levelsFor(uri: URI): Promise<Levels> {
    const settings = (await this.of(this.folderOf(uri))) as { readonly severity?: unknown } | undefined;
    return levelsIn(settings?.severity);
  }

  /** Asks anew for whatever was asked before, and says whether an answer differs. */
  async haveChanged(): Promise<boolean> {
    const before = [...this.known];
    this.known.clear();
    const differ = before.map(async ([folder, settings]) => !isSame(await settings, await this.of(folder)));
    return (await Promise.all(differ)).includes(true);
  }

  private of(folder: string | undefined): Promise<unknown> {
    const known = this.known.get(folder);
    if (known) return known;
    const settings = this.read(folder);
    this.known.set(folder, settings);
    return settings;
  }

  /** Some editors answer, others only tell by themselves, and then the same for all folders. None keeps a file from being checked. */
  private async read(folder: string | undefined): Promise<unknown> {
    const told: unknown = await this.told().getConfiguration('pim', 'checks');
    return (await this.ask(folder).catch(() => undefined)) ?? told;
  }

  /** The innermost folder around a file. */
  private folderOf(uri: URI): string | undefined {
    const around = this.folders().filter(folder => UriUtils.contains(folder.uri, uri));
    return around.toSorted((a, b) => b.uri.length - a.uri.length)[0]?.uri;
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
