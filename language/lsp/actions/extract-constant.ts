import { AstUtils } from 'langium';
import { CodeActionKind } from 'vscode-languageserver-types';
import { evaluateQuantity } from '../../elaborate/expression.ts';
import { defaultsAround } from '../../elaborate/defaults-around.ts';
import { partKey } from '../../elaborate/inherit.ts';
import * as ast from '../../generated/ast.ts';
import { infer } from '../../types/infer.ts';
import type { Action, Change, Offer, Site } from './action.ts';
import { isReadAsWritten, isSizes, selectedExpression, spanOf, textOf, unwrapped } from './expressions.ts';
import { isWithin } from '../../syntax/within.ts';
import { camelCased, freshName, uncapitalised, namesUsedIn } from './names.ts';
import { definitionAround, indentAt, newlineOf, startWithComments } from './places.ts';

/** A calculation or number gets a name: in the block that it stands in, or at the top of the file. */
export const extractConstant: Action = {
  name: 'extract-constant',
  kind: `${CodeActionKind.RefactorExtract}.constant`,
  offer: site => {
    const expression = selectedExpression(site);
    if (!expression || !isExtractable(expression)) return [];
    return [...toTop(expression, site), ...toBlock(expression, site)];
  },
};

function isExtractable(expression: ast.Expression): boolean {
  // A name alone has a name; a list or range is read where it stands.
  if (ast.isNameReference(expression) && !expression.member && !expression.index) return false;
  if (ast.isStringLiteral(expression) || ast.isList(expression) || ast.isRange(expression)) return false;
  if (isReadAsWritten(expression) || isSizes(expression) || isOfQuestion(expression)) return false;
  return (
    infer(expression).kind === 'quantity' &&
    evaluateQuantity(expression, defaultsAround(expression)) !== undefined
  );
}

/** Metrics of a chip are only known once it is evaluated. */
const isOfQuestion = (expression: ast.Expression): boolean =>
  namesUsedIn(expression).some(({ target }) => ast.isBlock(target));

function toTop(expression: ast.Expression, { text, services }: Site): Offer[] {
  const definition = definitionAround(expression);
  const isKnown = namesUsedIn(expression).every(({ target }) => !target || ast.isDocument(target.$container));
  if (!definition || !isKnown || (ast.isConstant(definition) && definition.value === expression)) return [];
  return [
    {
      title: 'Extract constant to the top of the file',
      changes: () => {
        const name = nameFor(expression, services);
        const at = startWithComments(definition);
        const gap = newlineOf(text).repeat(ast.isConstant(definition) ? 1 : 2);
        const constant = `constant ${name} = ${unwrapped(textOf(expression))}${gap}`;
        return [{ offset: at, length: 0, text: constant }, use(expression, name)];
      },
    },
  ];
}

function toBlock(expression: ast.Expression, { text, services }: Site): Offer[] {
  const body = blockAround(expression);
  if (!body) return [];
  const isKnown = namesUsedIn(expression).every(
    ({ target }) => !target || ast.isDocument(target.$container) || isWithin(body, scopeOf(target)),
  );
  if (!isKnown) return [];
  return [
    {
      title: `Extract constant in ${nameOf(body.$container)}`,
      changes: () => {
        const name = nameFor(expression, services);
        const open = body.$cstNode!.offset + 1;
        const constant = `constant ${name} = ${unwrapped(textOf(expression))}`;
        const lineBreak = /^[ \t]*(?:\/\/[^\n\r]*)?(\r?\n)/.exec(text.slice(open));
        const indent = `${indentAt(text, body.$cstNode!.offset)}  `;
        return [
          lineBreak
            ? { offset: open + lineBreak[0].length, length: 0, text: `${indent}${constant}${lineBreak[1]}` }
            : { offset: open, length: 0, text: ` ${constant},` },
          use(expression, name),
        ];
      },
    },
  ];
}

/** Where something that a name stands for is known: all of what its container holds. */
const scopeOf = (target: NonNullable<ReturnType<typeof namesUsedIn>[number]['target']>) => target.$container!;

/** The braces of the block or component around an expression; not those of a group, an override or a condition. */
function blockAround(expression: ast.Expression): ast.Body | undefined {
  for (let each = expression.$container as ast.Expression['$container'] | undefined; each; ) {
    const { $container } = each as { $container?: ast.Expression['$container'] };
    if (ast.isBody(each) && $container && isBlock($container)) return each;
    each = $container;
  }
  return undefined;
}

const isBlock = (node: object): node is ast.Block | ast.InlineBlock | ast.Component =>
  ast.isBlock(node) || ast.isInlineBlock(node) || ast.isComponent(node);

const nameOf = (owner: object): string =>
  ast.isInlineBlock(owner) ? (owner.name ?? `this ${owner.level}`) : (owner as ast.Block).name;

/** Named after the property it is the value of, or after the part it counts. */
function nameFor(expression: ast.Expression, services: Site['services']): string {
  const owner = AstUtils.getContainerOfType(
    expression,
    (node): node is ast.Property | ast.Part | ast.Body =>
      ast.isProperty(node) || ast.isPart(node) || ast.isBody(node),
  );
  const documents = services.shared.workspace.LangiumDocuments;
  if (ast.isProperty(owner)) return freshName(`${camelCased(owner.name)}Value`, documents);
  if (ast.isPart(owner)) return freshName(`${uncapitalised(partKey(owner))}Count`, documents);
  return freshName('value', documents);
}

function use(expression: ast.Expression, name: string): Change {
  return { ...spanOf(expression), text: name };
}
