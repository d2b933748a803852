import { CodeActionKind } from 'vscode-languageserver-types';
import { findUnit, sameDimension, type Unit, units } from '../../../simulator/units/index.ts';
import * as ast from '../../generated/ast.ts';
import { decimal, type Decimal, decimalText, divided, minus, plus, times } from './decimal.ts';
import type { Action, Offer } from './action.ts';

/** The number at the cursor in other units of what it measures, as long as it stays exactly the same and can be read. */
export const convertUnit: Action = {
  name: 'convert-unit',
  kind: `${CodeActionKind.RefactorRewrite}.unit`,
  offer: ({ node, text }) => {
    if (!ast.isNumberLiteral(node) || !node.unit || ast.isNegation(node.$container)) return [];
    const unit = findUnit(node.unit);
    const cst = node.$cstNode!;
    const written = /^[\d_.eE+-]+/.exec(text.slice(cst.offset).replace(/^\(\s*/, ''))?.[0];
    const amount = written === undefined ? undefined : decimal(written.replaceAll('_', ''));
    if (!unit || !amount) return [];
    const start = text.indexOf(written!, cst.offset);
    const end = text.indexOf(node.unit, start + written!.length) + node.unit.length;
    return alternatives(amount, unit).map(
      (other): Offer => ({
        title: `Write as \`${other}\``,
        changes: () => [{ offset: start, length: end - start, text: other }],
      }),
    );
  },
};

/** The same quantity in every unit in which it has few digits, the shortest first. */
function alternatives(amount: Decimal, unit: Unit): string[] {
  const others = [...new Set(units.values())].filter(
    other =>
      other.symbol !== unit.symbol && sameDimension(other.dimension, unit.dimension) && isUsual(other, unit),
  );
  return [...new Set(others.flatMap(other => converted(amount, unit, other)))]
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .slice(0, most);
}

/** Samples per second are no other word for hertz, and thousands of bytes are written with a small k. */
const isUsual = ({ symbol }: Unit, from: Unit): boolean =>
  symbol.includes('/') === from.symbol.includes('/') && !/^K[bB]/.test(symbol);

/** More would not fit into a menu. */
const most = 8;

function converted(amount: Decimal, from: Unit, to: Unit): string[] {
  const base = plus(times(amount, exact(from.scale)), exact(from.zero ?? 0));
  const value = divided(minus(base, exact(to.zero ?? 0)), exact(to.scale));
  const text = value && decimalText(value);
  return text && text.replace(/^0\.0*|\.|0+$/g, '').length <= 15 && text.length <= 9
    ? [`${text} ${to.symbol}`]
    : [];
}

/** What a factor of the table is meant to be: floating point writes 1e-12 with noise in its last digits. */
const exact = (scale: number): Decimal => decimal(Number(scale.toPrecision(12)).toString())!;
