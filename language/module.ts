import { inject, type Module } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
} from 'langium/lsp';
import { Configurations } from './check/configurations.ts';
import { type AskSettings, Settings } from './check/settings.ts';
import { type PageAddress, PimDocumentValidator } from './check/validator.ts';
import { Elaborations } from './elaborate/elaborations.ts';
import { PimGeneratedModule, PimGeneratedSharedModule } from './generated/module.ts';
import { type Library, PimWorkspaceManager } from './library/library.ts';
import { PimCallHierarchyProvider } from './lsp/call-hierarchy.ts';
import { PimCodeActionProvider } from './lsp/code-actions.ts';
import { PimCodeLensProvider } from './lsp/code-lens.ts';
import { PimCompletionProvider } from './lsp/completion.ts';
import { PimDeclarationProvider } from './lsp/declaration.ts';
import { PimDefinitionProvider } from './lsp/definition.ts';
import { PimDocumentLinkProvider } from './lsp/document-links.ts';
import { PimDocumentUpdateHandler } from './lsp/document-updates.ts';
import { PimFileRenameHandler } from './lsp/file-renames.ts';
import { PimFoldingRangeProvider } from './lsp/folding.ts';
import { PimFormatter } from './lsp/formatter.ts';
import { PimDocumentHighlightProvider } from './lsp/highlights.ts';
import { PimHoverProvider } from './lsp/hover.ts';
import { PimInlayHintProvider } from './lsp/inlay-hints.ts';
import { PimImplementationProvider } from './lsp/implementation.ts';
import { PimLanguageServer } from './lsp/language-server.ts';
import { PimNodeKindProvider } from './lsp/node-kinds.ts';
import { PimReferencesProvider } from './lsp/references.ts';
import { PimRenameProvider } from './lsp/rename.ts';
import { Results } from './lsp/results.ts';
import { PimSemanticTokenProvider } from './lsp/semantic-tokens.ts';
import { PimSignatureHelpProvider } from './lsp/signature-help.ts';
import { PimDocumentSymbolProvider } from './lsp/symbols.ts';
import { PimTypeDefinitionProvider } from './lsp/type-definition.ts';
import { PimTypeHierarchyProvider } from './lsp/type-hierarchy.ts';
import { PimWorkspaceSymbolProvider } from './lsp/workspace-symbols.ts';
import { PimDocumentBuilder } from './scope/document-builder.ts';
import { PimIndexManager } from './scope/index-manager.ts';
import { PimDocumentFactory } from './scope/document-factory.ts';
import { PimLinker, PimReferenceDescriptionProvider } from './scope/linker.ts';
import { PimScopeComputation } from './scope/scope-computation.ts';
import { PimScopeProvider } from './scope/scope-provider.ts';
import { PimLexer } from './syntax/lexer.ts';
import { PimLexerMessages } from './syntax/lexer-messages.ts';
import { PimParserMessages } from './syntax/parser-messages.ts';
import { PimTokenBuilder } from './syntax/token-builder.ts';
import { PimValueConverter } from './syntax/value-converter.ts';

/** The services of the language: what an editor, the command line and the tests start from. */
export interface Pim {
  readonly shared: LangiumSharedServices;
  readonly language: LangiumServices;
  readonly elaborations: Elaborations;
  readonly workspace: PimWorkspaceManager;
  /** What was last found, for the lenses. */
  readonly results: Results;
  readonly configurations: Configurations;
  readonly settings: Settings;
}

/** What the language takes from whoever starts it, besides the library. */
export interface World {
  readonly pageAddress?: PageAddress;
  readonly askSettings?: AskSettings;
}

/**
 * Wires the services; the only place that says `new`. The library, and where the page about a rule lies, come in because reading
 * files is somebody else's business; so is asking an editor.
 */
export function createPim(
  context: DefaultSharedModuleContext,
  library: Library,
  { pageAddress = () => undefined, askSettings = () => Promise.resolve(undefined) }: World = {},
): Pim {
  const shared = inject(createDefaultSharedModule(context), PimGeneratedSharedModule, {
    lsp: {
      DocumentUpdateHandler: (services: LangiumSharedServices) => new PimDocumentUpdateHandler(services),
      FileOperationHandler: (services: LangiumSharedServices) => new PimFileRenameHandler(services),
      LanguageServer: (services: LangiumSharedServices) => new PimLanguageServer(services),
      NodeKindProvider: () => new PimNodeKindProvider(),
      WorkspaceSymbolProvider: (services: LangiumSharedServices) => new PimWorkspaceSymbolProvider(services),
    },
    workspace: {
      LangiumDocumentFactory: (services: LangiumSharedServices) => new PimDocumentFactory(services, library),
      WorkspaceManager: (services: LangiumSharedServices) => new PimWorkspaceManager(services, library),
      DocumentBuilder: (services: LangiumSharedServices) => new PimDocumentBuilder(services),
      IndexManager: (services: LangiumSharedServices) => new PimIndexManager(services),
    },
  });
  const elaborations = new Elaborations(shared);
  const results = new Results();
  const settings = new Settings(shared, askSettings);
  const configurations = new Configurations(shared, settings);
  const own = pimModule({ elaborations, configurations, results, pageAddress });
  const language = inject(createDefaultModule({ shared }), PimGeneratedModule, own);
  shared.ServiceRegistry.register(language);
  if (!context.connection) void shared.workspace.ConfigurationProvider.initialized({});
  const workspace = shared.workspace.WorkspaceManager;
  return { shared, language, elaborations, configurations, settings, results, workspace };
}

/** What the services of the language share besides Langium's own. */
interface Own {
  readonly elaborations: Elaborations;
  readonly configurations: Configurations;
  readonly results: Results;
  readonly pageAddress: PageAddress;
}

const pimModule = ({
  elaborations,
  configurations,
  results,
  pageAddress,
}: Own): Module<LangiumServices, PartialLangiumServices> => ({
  parser: {
    TokenBuilder: () => new PimTokenBuilder(),
    Lexer: services => new PimLexer(services),
    ValueConverter: () => new PimValueConverter(),
    LexerErrorMessageProvider: () => new PimLexerMessages(),
    ParserErrorMessageProvider: () => new PimParserMessages(),
  },
  references: {
    ScopeComputation: services => new PimScopeComputation(services),
    Linker: services => new PimLinker(services),
    ScopeProvider: services => new PimScopeProvider(services),
  },
  workspace: {
    ReferenceDescriptionProvider: services => new PimReferenceDescriptionProvider(services),
  },
  validation: {
    DocumentValidator: services =>
      new PimDocumentValidator(services, { elaborations, configurations, pageAddress }),
  },
  lsp: {
    CallHierarchyProvider: services => new PimCallHierarchyProvider(services),
    CodeActionProvider: services => new PimCodeActionProvider(services),
    CodeLensProvider: () => new PimCodeLensProvider(elaborations, results),
    CompletionProvider: services => new PimCompletionProvider(services),
    DeclarationProvider: services => new PimDeclarationProvider(services),
    DefinitionProvider: services => new PimDefinitionProvider(services),
    DocumentHighlightProvider: () => new PimDocumentHighlightProvider(),
    DocumentSymbolProvider: () => new PimDocumentSymbolProvider(),
    DocumentLinkProvider: services => new PimDocumentLinkProvider(services),
    FoldingRangeProvider: services => new PimFoldingRangeProvider(services),
    Formatter: () => new PimFormatter(),
    HoverProvider: services => new PimHoverProvider(services, elaborations),
    InlayHintProvider: services => new PimInlayHintProvider(services, elaborations),
    ImplementationProvider: services => new PimImplementationProvider(services),
    ReferencesProvider: services => new PimReferencesProvider(services),
    RenameProvider: services => new PimRenameProvider(services),
    SemanticTokenProvider: services => new PimSemanticTokenProvider(services),
    SignatureHelp: services => new PimSignatureHelpProvider(services),
    TypeHierarchyProvider: services => new PimTypeHierarchyProvider(services),
    TypeProvider: () => new PimTypeDefinitionProvider(),
  },
});
