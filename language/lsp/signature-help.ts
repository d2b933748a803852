import { type AstNode, AstUtils, CstUtils, type LangiumDocument } from 'langium';
import type { LangiumServices, SignatureHelpProvider } from 'langium/lsp';
import type { SignatureHelpOptions, SignatureHelpParams } from 'vscode-languageserver';
import type { SignatureHelp } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.ts';
import { functions } from '../types/functions.ts';
import { documentationText, signatureText } from './describe.ts';

/** Says which arguments a function, component or chip takes while they are written. */
export class PimSignatureHelpProvider implements SignatureHelpProvider {
  private readonly services: LangiumServices;

  constructor(services: LangiumServices) {
    this.services = services;
  }

  get signatureHelpOptions(): SignatureHelpOptions {
    return { triggerCharacters: ['('], retriggerCharacters: [','] };
  }

  provideSignatureHelp(
    document: LangiumDocument,
    { position }: SignatureHelpParams,
  ): SignatureHelp | undefined {
    const offset = document.textDocument.offsetAt(position);
    const { tokens } = this.services.parser.Lexer.tokenize(document.textDocument.getText().slice(0, offset));
    const open = openParenthesis(tokens.map(({ image }) => image));
    const called = tokens[open - 1];
    if (!called) return undefined;
    const active = argumentsAfter(tokens.slice(open + 1).map(({ image }) => image));
    const found = this.signatureOf(called.image, document, called.startOffset);
    return found && { signatures: [found], activeSignature: 0, activeParameter: active };
  }

  private signatureOf(
    name: string,
    document: LangiumDocument,
    offset: number,
  ): SignatureHelp['signatures'][number] | undefined {
    const called = functions.get(name);
    if (called) return signature(signatureText(called), called.parameters, called.doc);
    const target = this.find(name, document, offset);
    if (!target || target.parameters.length === 0) return undefined;
    const parameters = target.parameters.map(({ $cstNode, name: each }) => $cstNode?.text ?? each);
    return signature(`${name}(${parameters.join(', ')})`, parameters, documentationText(target));
  }

  /** The component or block of this name, as seen from a place; in a declaration's own head nothing is called. */
  private find(
    name: string,
    document: LangiumDocument,
    offset: number,
  ): ast.Component | ast.Block | undefined {
    const root: AstNode = document.parseResult.value;
    const node = (root.$cstNode && CstUtils.findLeafNodeAtOffset(root.$cstNode, offset)?.astNode) ?? root;
    if ((ast.isComponent(node) || ast.isBlock(node)) && node.name === name) return undefined;
    const container = {
      $type: ast.NameReference.$type,
      $container: AstUtils.getContainerOfType(node, ast.isBody) ?? root,
    } as AstNode;
    const scope = this.services.references.ScopeProvider.getScope({
      container,
      property: 'target',
      reference: { $refText: '', ref: undefined },
    });
    const found = scope.getElement(name)?.node;
    return ast.isComponent(found) || ast.isBlock(found) ? found : undefined;
  }
}

function signature(
  label: string,
  parameters: readonly string[],
  doc: string,
): SignatureHelp['signatures'][number] {
  return {
    label,
    documentation: { kind: 'markdown', value: doc },
    parameters: parameters.map(each => ({ label: each })),
  };
}

/** Index of the innermost parenthesis that is still open, or -1. A brace ends the search. */
function openParenthesis(images: readonly string[]): number {
  let closed = 0;
  for (let index = images.length - 1; index >= 0; index--) {
    const image = images[index];
    if (image === '{' || image === '}') return -1;
    if (image === ')') closed++;
    if (image === '(' && closed-- === 0) return index;
  }
  return -1;
}

/** How many arguments are complete: the commas outside of inner parentheses. */
function argumentsAfter(images: readonly string[]): number {
  let depth = 0;
  return images.filter(image => {
    if (image === '(') depth++;
    if (image === ')') depth--;
    return image === ',' && depth === 0;
  }).length;
}
