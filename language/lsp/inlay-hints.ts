import {
  type AstNode,
  AstUtils,
  Cancellation,
  type ConfigurationProvider,
  DocumentState,
  interruptAndCheck,
  type LangiumDocument,
} from 'langium';
import type { InlayHintProvider, LangiumServices } from 'langium/lsp';
import type { InlayHintParams } from 'vscode-languageserver';
import type { InlayHint, Position, Range } from 'vscode-languageserver-types';
import type { Elaborations } from '../elaborate/elaborations.ts';
import type { InlayHintKind } from './inlay-hints/kind.ts';
import { inlayHintKinds } from './inlay-hints/kinds.ts';

/** Sets into the text what it comes to. Each kind of hint is a file of `inlay-hints/` and has a setting of its own. */
export class PimInlayHintProvider implements InlayHintProvider {
  private readonly configuration: ConfigurationProvider;
  private readonly languageId: string;
  private readonly elaborations: Elaborations;

  constructor(services: LangiumServices, elaborations: Elaborations) {
    this.configuration = services.shared.workspace.ConfigurationProvider;
    this.languageId = services.LanguageMetaData.languageId;
    this.elaborations = elaborations;
    askAgainOnChange(services);
  }

  async getInlayHints(
    document: LangiumDocument,
    { range }: InlayHintParams,
    token: Cancellation.CancellationToken = Cancellation.CancellationToken.None,
  ): Promise<InlayHint[]> {
    const settings: unknown = await this.configuration.getConfiguration(this.languageId, settingsSection);
    const kinds = inlayHintKinds.filter(kind => isOn(kind, settings));
    const hints: InlayHint[] = [];
    for (const declaration of AstUtils.streamContents(document.parseResult.value, { range })) {
      await interruptAndCheck(token);
      for (const node of AstUtils.streamAst(declaration, { range }))
        for (const kind of kinds) hints.push(...this.hintsOf(kind, node));
    }
    return hints.filter(({ position }) => isWithin(position, range));
  }

  private hintsOf({ nodes }: InlayHintKind, node: AstNode): readonly InlayHint[] {
    // The table is keyed by the type of the node, which is more than the compiler can follow.
    const hintsFor = nodes[node.$type as keyof typeof nodes] as
      | ((node: AstNode, elaborations: Elaborations) => readonly InlayHint[])
      | undefined;
    return hintsFor?.(node, this.elaborations) ?? [];
  }
}

/** Settings are `pim.inlayHints.<name>`. */
const settingsSection = 'inlayHints';

function isOn({ name, isOnByDefault }: InlayHintKind, settings: unknown): boolean {
  const set = (settings as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof set === 'boolean' ? set : isOnByDefault;
}

/**
 * Lets the editor ask again when a setting changes, or a file that others depend on: after a change in the text it shows, it asks
 * by itself.
 */
function askAgainOnChange({ shared }: LangiumServices): void {
  const { ConfigurationProvider, DocumentBuilder } = shared.workspace;
  let isWanted = false;
  shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    isWanted = capabilities.workspace?.inlayHint?.refreshSupport ?? false;
  });
  const askAgain = () => {
    if (isWanted) void shared.lsp.Connection?.languages.inlayHint.refresh().catch(() => {});
  };
  ConfigurationProvider.onConfigurationSectionUpdate(askAgain);
  DocumentBuilder.onBuildPhase(DocumentState.IndexedReferences, documents => {
    if (documents.length > 1) askAgain();
  });
}

const isWithin = (position: Position, { start, end }: Range): boolean =>
  isBefore(start, position) && isBefore(position, end);

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
