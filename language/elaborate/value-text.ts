import { formatQuantity } from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';
import { visit } from '../syntax/visit.ts';
import { defaultsAround } from './defaults-around.ts';
import { evaluateExpression } from './expression.ts';
import type { Value } from './value.ts';

/** A value in a sentence: `16 bit`, `` `fast` ``, `NNADC`, `[1 bit, 2 bit]`. */
export function valueText(value: Value): string {
  switch (value.kind) {
    case 'quantity':
      return formatQuantity(value.quantity, 4);
    case 'word':
      return `\`${value.word}\``;
    case 'component':
      return value.component.name;
    case 'list':
      return `[${value.items.map(valueText).join(', ')}]`;
  }
}

/** What a parameter may be, in the words of its declaration: `1 bit to 8 bit`, `one of 1 bit, 2 bit, 4 bit`. */
export function domainText(domain: ast.Expression): string {
  const text = (node: ast.Expression | undefined) => node?.$cstNode?.text.replace(/\s+/g, ' ') ?? '';
  if (ast.isRange(domain))
    return `${text(domain.from)} to ${text(domain.to)}${domain.step ? ` in steps of ${text(domain.step)}` : ''}`;
  return ast.isList(domain) ? `one of ${domain.items.map(text).join(', ')}` : text(domain);
}

/**
 * Why expressions whose types are right have no value; undefined where the reason lies in what they name, or in a range that
 * never ends whatever the parameters are, which `endless-range` speaks about.
 */
export function whyNoValue(expressions: readonly ast.Expression[]): string | undefined {
  let why: string | undefined;
  for (const expression of expressions)
    visit(expression, node => {
      if (ast.isRange(node) && evaluateExpression(node, defaultsAround(node)))
        why = 'with these arguments a range in it never ends';
      if (ast.isNameReference(node) && node.index)
        why = 'an index in it lies outside its list, which counts from 0';
    });
  return why;
}
