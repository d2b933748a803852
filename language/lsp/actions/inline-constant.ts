import { UriUtils } from 'langium';
import { CodeActionKind } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { visit } from '../../syntax/visit.ts';
import type { Action, Change, Offer, Site } from './action.ts';
import { isReadAsWritten, isSizes, mayBeSizes, spanOf, textOf } from './expressions.ts';
import { meaningAt, namesUsedIn } from './names.ts';
import { removalOf } from './places.ts';

/** A constant gives way to its value: where it is used at the cursor, or everywhere, and then it is gone. */
export const inlineConstant: Action = {
  name: 'inline-constant',
  kind: `${CodeActionKind.RefactorInline}.constant`,
  offer: site => {
    const { node, leaf } = site;
    if (ast.isConstant(node) && leaf?.text === node.name) return everywhere(node, site);
    const constant = ast.isNameReference(node) ? node.target.ref : undefined;
    if (!ast.isNameReference(node) || !ast.isConstant(constant)) return [];
    return [...here(node, constant, site), ...everywhere(constant, site)];
  },
};

function here(use: ast.NameReference, constant: ast.Constant, site: Site): Offer[] {
  if (!mayStand(constant, use, site)) return [];
  return [{ title: `Inline \`${constant.name}\` here`, changes: () => [replaced(use, constant)] }];
}

function everywhere(constant: ast.Constant, site: Site): Offer[] {
  const { document, services, root } = site;
  if (!constant.$cstNode || constant.$cstNode.root !== root.$cstNode) return [];
  const isElsewhere = services.references.References.findReferences(constant, {}).some(
    ({ sourceUri }) => !UriUtils.equals(sourceUri, document.uri),
  );
  const uses = usesOf(constant, root);
  if (isElsewhere || uses.length === 0 || !uses.every(use => mayStand(constant, use, site))) return [];
  return [
    {
      title: `Inline \`${constant.name}\` everywhere`,
      changes: () => [
        ...uses.map(use => replaced(use, constant)),
        { ...removalOf(constant, document), text: '' },
      ],
    },
  ];
}

function usesOf(constant: ast.Constant, root: ast.Document): ast.NameReference[] {
  const uses: ast.NameReference[] = [];
  visit(root, node => {
    if (ast.isNameReference(node) && node.target.ref === constant) uses.push(node);
  });
  return uses;
}

/** Whether the value means at the place of use what the constant means there. */
function mayStand(constant: ast.Constant, use: ast.NameReference, { services }: Site): boolean {
  const { value } = constant;
  if (!value || use.index || use.member) return false;
  if (ast.isRange(value) || (ast.isList(value) && !ast.isProperty(use.$container))) return false;
  if (isReadAsWritten(use) && !ast.isNumberLiteral(value)) return false;
  if (ast.isNegation(use.$container)) return false;
  // One number would become several sizes.
  if (mayBeSizes(use) && (isProduct(value) || isSizes(value))) return false;
  return namesUsedIn(value).every(({ name, target }) => meaningAt(use, name, services) === target);
}

const isProduct = (value: ast.Expression): boolean =>
  ast.isBinary(value) && ['×', '*'].includes(value.operator);

function replaced(use: ast.NameReference, { value }: ast.Constant): Change {
  const text = textOf(value);
  return { ...spanOf(use), text: isBare(use, value) ? text : `(${text})` };
}

/** Whether the value needs no parentheses: it is one word or number, has its own, or stands alone. */
function isBare(use: ast.NameReference, value: ast.Expression): boolean {
  const { offset, length } = use.$cstNode!;
  const text = use.$cstNode!.root.fullText;
  if (text[offset] === '(' && text[offset + length - 1] === ')') return false;
  const isJoined = /^[/·\w²³^]/.test(text.slice(offset + length));
  if (ast.isNumberLiteral(value) || ast.isNameReference(value) || ast.isCall(value) || ast.isList(value))
    return !isJoined;
  const around = use.$container;
  return !ast.isBinary(around) && !ast.isNegation(around) && !ast.isCount(around) && !isJoined;
}
