import { inject, type Module } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
} from 'langium/lsp';
import { PimDocumentValidator } from './check/validator.ts';
import { Elaborations } from './elaborate/elaborations.ts';
import { PimGeneratedModule, PimGeneratedSharedModule } from './generated/module.ts';
import { type Library, PimWorkspaceManager } from './library/library.ts';
import { PimCodeActionProvider } from './lsp/code-actions.ts';
import { PimCodeLensProvider } from './lsp/code-lens.ts';
import { PimCompletionProvider } from './lsp/completion.ts';
import { PimFoldingRangeProvider } from './lsp/folding.ts';
import { PimFormatter } from './lsp/formatter.ts';
import { PimHoverProvider } from './lsp/hover.ts';
import { PimInlayHintProvider } from './lsp/inlay-hints.ts';
import { PimNodeKindProvider } from './lsp/node-kinds.ts';
import { PimRenameProvider } from './lsp/rename.ts';
import { PimSemanticTokenProvider } from './lsp/semantic-tokens.ts';
import { PimSignatureHelpProvider } from './lsp/signature-help.ts';
import { PimDocumentSymbolProvider } from './lsp/symbols.ts';
import { PimDocumentBuilder } from './scope/document-builder.ts';
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
}

/** Wires the services; the only place that says `new`. The library comes in because reading it is somebody else's business. */
export function createPim(context: DefaultSharedModuleContext, library: Library): Pim {
  const shared = inject(createDefaultSharedModule(context), PimGeneratedSharedModule, {
    lsp: { NodeKindProvider: () => new PimNodeKindProvider() },
    workspace: {
      WorkspaceManager: (services: LangiumSharedServices) => new PimWorkspaceManager(services, library),
      DocumentBuilder: (services: LangiumSharedServices) => new PimDocumentBuilder(services),
    },
  });
  const elaborations = new Elaborations(shared);
  const language = inject(createDefaultModule({ shared }), PimGeneratedModule, pimModule(elaborations));
  shared.ServiceRegistry.register(language);
  if (!context.connection) void shared.workspace.ConfigurationProvider.initialized({});
  return { shared, language, elaborations };
}

const pimModule = (elaborations: Elaborations): Module<LangiumServices, PartialLangiumServices> => ({
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
  validation: { DocumentValidator: services => new PimDocumentValidator(services, elaborations) },
  lsp: {
    CodeActionProvider: () => new PimCodeActionProvider(),
    CodeLensProvider: () => new PimCodeLensProvider(),
    CompletionProvider: services => new PimCompletionProvider(services),
    DocumentSymbolProvider: () => new PimDocumentSymbolProvider(),
    FoldingRangeProvider: services => new PimFoldingRangeProvider(services),
    Formatter: () => new PimFormatter(),
    HoverProvider: services => new PimHoverProvider(services, elaborations),
    InlayHintProvider: services => new PimInlayHintProvider(services, elaborations),
    RenameProvider: services => new PimRenameProvider(services),
    SemanticTokenProvider: services => new PimSemanticTokenProvider(services),
    SignatureHelp: services => new PimSignatureHelpProvider(services),
  },
});
