import {
  type AstNode,
  type AstNodeDescription,
  AstUtils,
  DefaultDocumentValidator,
  GrammarUtils,
  type LangiumCoreServices,
  type LangiumDocument,
  type ReferenceInfo,
  UriUtils,
  type ValidationOptions,
  WorkspaceCache,
} from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Elaborations } from '../elaborate/elaborations.ts';
import * as ast from '../generated/ast.ts';
import { isLibrary } from '../library/address.ts';
import { canImport, importedDocuments, importPath } from '../scope/imports.ts';
import { tooDeep } from '../syntax/nesting.ts';
import { isWithin } from '../syntax/within.ts';
import type { Span } from './allowances.ts';
import type { Context, Fix, Imported, Severity } from './check.ts';
import { type Judged, judge } from './checks.ts';
import type { Configurations } from './configurations.ts';
import { type Levels, leveled } from './levels.ts';
import { placeOf } from './place.ts';
import { silence } from './silence.ts';
import { cutShortIn, syntaxErrorsIn } from './syntax-errors.ts';

/** What travels with a diagnostic, so that a quick fix needs no second look at the text. */
export interface DiagnosticData {
  readonly code: string;
  readonly fix?: Fix;
  /** It is an error only because the settings call it one. */
  readonly isRaised?: boolean;
}

/** Where the page about a rule lies, by its code; undefined where there is none. */
export type PageAddress = (code: string) => string | undefined;

/** What the validator asks besides the services of the language. */
interface Surroundings {
  readonly elaborations: Elaborations;
  readonly configurations: Configurations;
  readonly pageAddress: PageAddress;
}

/** Turns findings into diagnostics. Unresolved names are left to `unknown-name`, which says the nearest one. */
export class PimDocumentValidator extends DefaultDocumentValidator {
  private readonly context: Context;
  private readonly configurations: Configurations;
  private readonly pageAddress: PageAddress;

  constructor(services: LangiumCoreServices, { elaborations, configurations, pageAddress }: Surroundings) {
    super(services);
    this.context = contextOf(services, elaborations);
    this.configurations = configurations;
    this.pageAddress = pageAddress;
  }

  /** The library is checked by our tests, and nobody could mend it. */
  override validateDocument(
    document: LangiumDocument,
    ...rest: [options?: ValidationOptions, token?: CancellationToken]
  ): Promise<Diagnostic[]> {
    return isLibrary(document.uri) ? Promise.resolve([]) : super.validateDocument(document, ...rest);
  }

  protected override processLinkingErrors(): void {}

  protected override processLexingErrors(): void {}

  protected override processParsingErrors(): void {}

  protected override async validateAst(root: AstNode): Promise<Diagnostic[]> {
    const document = AstUtils.getDocument(root);
    const levels = await this.configurations.levelsFor(document.uri);
    const syntax = syntaxErrorsIn(document).map(error =>
      spanDiagnostic({ ...error, severity: 'error', at: error }, document, 'syntax-error'),
    );
    return [...syntax, ...this.judged(document, levels)].map(each => this.withPage(each));
  }

  private withPage(diagnostic: Diagnostic): Diagnostic {
    const href = this.pageAddress(String(diagnostic.code));
    return href === undefined ? diagnostic : { ...diagnostic, codeDescription: { href } };
  }

  private judged(document: LangiumDocument, levels: Levels): Diagnostic[] {
    try {
      const isCutShort = cutShortIn(document);
      const found = judge(document, this.context).filter(({ at }) => !isCutShort(at));
      const { left, told } = silence(document, found);
      return [
        ...left.flatMap(each => leveled(each, levels)).map(each => diagnosticOf(each, document)),
        ...told.flatMap(each => leveled(each, levels)).map(each => spanDiagnostic(each, document)),
      ];
    } catch (error) {
      const message =
        error instanceof RangeError
          ? tooDeep
          : `this file could not be checked: ${error instanceof Error ? error.message : String(error)}`;
      const start = { line: 0, character: 0 };
      const range = { start, end: start };
      return [{ message, code: 'unchecked', source: 'pim', severity: severities.error, range }];
    }
  }
}

function contextOf(services: LangiumCoreServices, elaborations: Elaborations): Context {
  const { ScopeProvider } = services.references;
  const { IndexManager, LangiumDocuments } = services.shared.workspace;
  const judged = new WorkspaceCache<LangiumDocument, readonly Judged[]>(services.shared);
  const imported = new WorkspaceCache<LangiumDocument, readonly Imported[]>(services.shared);
  const context: Context = {
    elaborations,
    documents: LangiumDocuments,
    scopeOf: (container, property) =>
      ScopeProvider.getScope({ container, property, reference: { $refText: '', ref: undefined } })
        .getAllElements()
        .map(({ name }) => name)
        .toArray(),
    errorIn,
    meaningOf: (name, root) => nodeOf(ScopeProvider.getScope(namedAtTop(root)).getElement(name)),
    importsOf,
    exporterOf: (name, from) => {
      const found = IndexManager.allElements()
        .filter(each => each.name === name)
        .find(each => !UriUtils.equals(each.documentUri, from) && canImport(from, each.documentUri));
      return found && importPath(from, found.documentUri);
    },
  };
  // What stands inside a definition depends on no `evaluate`, so nobody asks further: two files may evaluate each other's chips.
  const alone: Context = { ...context, errorIn: () => undefined };
  return context;

  function nodeOf(found: AstNodeDescription | undefined): AstNode | undefined {
    const root = found && LangiumDocuments.getDocument(found.documentUri)?.parseResult.value;
    return root && (found.node ?? services.workspace.AstNodeLocator.getAstNode(root, found.path));
  }

  function importsOf(document: LangiumDocument): readonly Imported[] {
    return imported.get(document, () =>
      (document.parseResult.value as ast.Document).imports.flatMap(by => {
        const files = by.path ? importedDocuments(LangiumDocuments, document.uri, by.path) : [];
        return files.some(({ uri }) => isLibrary(uri)) ? [] : [{ by, files }];
      }),
    );
  }

  function errorIn(declaration: AstNode): string | undefined {
    const document = AstUtils.getDocument(declaration);
    if (isLibrary(document.uri)) return undefined;
    try {
      const found = judged.get(document, () => judge(document, alone));
      return found.find(({ severity, at }) => severity === 'error' && isWithin(at, declaration))?.message;
    } catch {
      return 'its file could not be checked';
    }
  }
}

/** As if a name stood at the top of a file, outside every block. */
function namedAtTop($container: AstNode): ReferenceInfo {
  return {
    container: { $type: ast.NameReference.$type, $container },
    property: 'target',
    reference: { $refText: '', ref: undefined },
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding about a part of the text that is no node. */
interface SpanFinding {
  readonly code: string;
  readonly message: string;
  readonly severity: Severity;
  readonly at: Span;
  readonly fix?: Fix;
}

function spanDiagnostic(
  { code, message, severity, at: { offset, length }, fix }: SpanFinding,
  { textDocument }: LangiumDocument,
  shownCode = code,
): Diagnostic {
  const data: DiagnosticData = { code, ...(fix ? { fix } : {}) };
  const range = { start: textDocument.positionAt(offset), end: textDocument.positionAt(offset + length) };
  return { message, code: shownCode, severity: severities[severity], range, source: 'pim', data };
}

function diagnosticOf(
  judged: Judged & { readonly isRaised: boolean },
  document: LangiumDocument,
): Diagnostic {
  const { code, message, severity, unnecessary, isRaised, fix, related } = judged;
  const data: DiagnosticData = { code, ...(fix ? { fix } : {}), ...(isRaised ? { isRaised } : {}) };
  return {
    message,
    code,
    severity: severities[severity],
    range: rangeOf(judged, document),
    source: 'pim',
    ...(unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    data,
    ...(related
      ? {
          relatedInformation: related.map(({ message: text, at }) => ({
            message: text,
            location: { uri: AstUtils.getDocument(at).uri.toString(), range: nameRange(at) },
          })),
        }
      : {}),
  };
}

function rangeOf(judged: Judged, document: LangiumDocument): Diagnostic['range'] {
  const start = document.textDocument.positionAt(0);
  return placeOf(judged)?.range ?? { start, end: start };
}

function nameRange(node: AstNode): Diagnostic['range'] {
  return (GrammarUtils.findNodeForProperty(node.$cstNode, 'name') ?? node.$cstNode)!.range;
}
