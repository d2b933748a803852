import { type AstNode, AstUtils, CstUtils, type LangiumDocument } from 'langium';
import type { LangiumServices, SignatureHelpProvider } from 'langium/lsp';
import type { SignatureHelpOptions, SignatureHelpParams } from 'vscode-languageserver';
import type { ParameterInformation, SignatureHelp, SignatureInformation } from 'vscode-languageserver-types';
import { type Level, levels } from '../../simulator/index.ts';
import * as ast from '../generated/ast.ts';
import { functions, type LanguageFunction } from '../types/functions.ts';
import { topLevelCommas } from './completion/place/tokens.ts';
import { documentationText, paragraphs, signatureText } from './describe.ts';
import { roleText } from './hover/value.ts';
import { type Token, tokensBefore } from './tokens-before.ts';

/** Says which arguments a function, component or chip takes while they are written, and which of them it is now. */
export class PimSignatureHelpProvider implements SignatureHelpProvider {
  private readonly services: LangiumServices;

  constructor(services: LangiumServices) {
    this.services = services;
  }

  get signatureHelpOptions(): SignatureHelpOptions {
    return { triggerCharacters: ['('], retriggerCharacters: [',', '=', ')'] };
  }

  provideSignatureHelp(
    document: LangiumDocument,
    { position }: SignatureHelpParams,
  ): SignatureHelp | undefined {
    const { textDocument } = document;
    const offset = textDocument.offsetAt(position);
    const { tokens, isInComment } = tokensBefore(this.services.parser.Lexer, textDocument.getText(), offset);
    const open = isInComment ? -1 : openParenthesis(tokens);
    const called = tokens[open - 1];
    if (called?.tokenType.name !== 'ID') return undefined;
    const signature = this.signatureOf(called, tokens[open - 2], document);
    const active = signature && activeIn(tokens.slice(open + 1), signature);
    return signature && { signatures: [signature.information], activeSignature: 0, activeParameter: active! };
  }

  private signatureOf(
    called: Token,
    before: Token | undefined,
    document: LangiumDocument,
  ): Signature | undefined {
    const keyword = before?.tokenType.name ?? '';
    // In its own head a declaration takes no arguments, it says which ones it takes.
    if (keyword === 'component' || levels.includes(keyword as Level)) return undefined;
    const known = beforeUses.includes(keyword) ? undefined : functions.get(called.image);
    if (known) return functionSignature(known);
    const target = this.find(called, document);
    return target && target.parameters.length > 0 ? targetSignature(target) : undefined;
  }

  /** The component or block of this name, as seen from a place. */
  private find(
    { image: name, startOffset }: Token,
    document: LangiumDocument,
  ): ast.Component | ast.Block | undefined {
    const root: AstNode = document.parseResult.value;
    const around = AstUtils.getContainerOfType(nodeAt(root, startOffset), ast.isBody) ?? root;
    const scope = this.services.references.ScopeProvider.getScope({
      container: { $type: ast.NameReference.$type, $container: around },
      property: 'target',
      reference: { $refText: '', ref: undefined },
    });
    const found = scope.getElement(name)?.node;
    return ast.isComponent(found) || ast.isBlock(found) ? found : undefined;
  }
}

/** After these a component or block is named, even where a function has the same name. */
const beforeUses: readonly string[] = ['×', '*', 'extends', 'evaluate'];

/** What is shown, and by what name each argument can be given. */
interface Signature {
  readonly information: SignatureInformation;
  readonly names: readonly string[];
  readonly variadic: boolean;
}

function functionSignature(called: LanguageFunction): Signature {
  const { name, parameters, variadic = false, doc } = called;
  const shown = parameters.map(each => ({ text: each, doc: '' }));
  return { information: information(name, signatureText(called), shown, doc), names: [], variadic };
}

function targetSignature(target: ast.Component | ast.Block): Signature {
  const shown = target.parameters.map(parameter => ({
    text: parameter.$cstNode?.text.replace(/\s+/g, ' ') ?? parameter.name,
    doc: paragraphs(roleText(parameter), documentationText(parameter)),
  }));
  const label = `${target.name}(${shown.map(({ text }) => text).join(', ')})`;
  return {
    information: information(target.name, label, shown, documentationText(target)),
    names: target.parameters.map(({ name }) => name),
    variadic: false,
  };
}

/** Parameters are marked by where they stand in the label, as their text may occur in it elsewhere. */
function information(
  name: string,
  label: string,
  parameters: readonly { readonly text: string; readonly doc: string }[],
  doc: string,
): SignatureInformation {
  let end = name.length + 1;
  const marked = parameters.map(({ text, doc: about }): ParameterInformation => {
    const start = label.indexOf(text, end);
    end = start + text.length;
    return {
      label: [start, end],
      ...(about ? { documentation: { kind: 'markdown', value: about } } : {}),
    };
  });
  return { label, documentation: { kind: 'markdown', value: doc }, parameters: marked };
}

/** The argument after some tokens: that of its name, else the one in its place. */
function activeIn(tokens: readonly Token[], { names, variadic, information: shown }: Signature): number {
  const commas = topLevelCommas(tokens);
  const [name, equals] = tokens.slice((commas.at(-1) ?? -1) + 1);
  const named = equals?.image === '=' ? names.indexOf(name!.image) : -1;
  if (named >= 0) return named;
  const last = (shown.parameters?.length ?? 1) - 1;
  return variadic ? Math.min(commas.length, last) : commas.length;
}

/** Index of the innermost parenthesis that is still open, or -1. A brace ends the search. */
function openParenthesis(tokens: readonly Token[]): number {
  let closed = 0;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const image = tokens[index]!.image;
    if (image === '{' || image === '}') return -1;
    if (image === ')') closed++;
    if (image === '(' && closed-- === 0) return index;
  }
  return -1;
}

/** The node at an offset, or the one before it where the text is only half written. */
function nodeAt(root: AstNode, offset: number): AstNode {
  if (!root.$cstNode) return root;
  const leaf =
    CstUtils.findLeafNodeAtOffset(root.$cstNode, offset) ??
    CstUtils.findLeafNodeBeforeOffset(root.$cstNode, offset);
  return leaf?.astNode ?? root;
}
