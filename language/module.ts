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
import { PimDocumentBuilder } from './scope/document-builder.ts';
import { PimScopeComputation } from './scope/scope-computation.ts';
import { PimScopeProvider } from './scope/scope-provider.ts';
import { PimParserMessages } from './syntax/parser-messages.ts';
import { PimTokenBuilder } from './syntax/token-builder.ts';

/** The services of the language: what an editor, the command line and the tests start from. */
export interface Pim {
  readonly shared: LangiumSharedServices;
  readonly language: LangiumServices;
  readonly elaborations: Elaborations;
}

/** Wires the services; the only place that says `new`. The library comes in because reading it is somebody else's business. */
export function createPim(context: DefaultSharedModuleContext, library: Library): Pim {
  const shared = inject(createDefaultSharedModule(context), PimGeneratedSharedModule, {
    workspace: {
      WorkspaceManager: (services: LangiumSharedServices) => new PimWorkspaceManager(services, library),
      DocumentBuilder: (services: LangiumSharedServices) => new PimDocumentBuilder(services),
    },
  });
  const elaborations = new Elaborations(shared);
  const language = inject(createDefaultModule({ shared }), PimGeneratedModule, pimModule(elaborations));
  shared.ServiceRegistry.register(language);
  if (!context.connection) shared.workspace.ConfigurationProvider.initialized({});
  return { shared, language, elaborations };
}

const pimModule = (elaborations: Elaborations): Module<LangiumServices, PartialLangiumServices> => ({
  parser: {
    TokenBuilder: () => new PimTokenBuilder(),
    ParserErrorMessageProvider: () => new PimParserMessages(),
  },
  references: {
    ScopeComputation: services => new PimScopeComputation(services),
    ScopeProvider: services => new PimScopeProvider(services),
  },
  validation: { DocumentValidator: services => new PimDocumentValidator(services, elaborations) },
});
