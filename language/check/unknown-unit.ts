import { AstUtils } from 'langium';
import { units } from '../../simulator/units/index.ts';
import * as ast from '../generated/ast.ts';
import { nearest } from '../syntax/spelling.ts';
import type { Check } from './check.ts';
import { didYouMean, replaceFix } from './nearest.ts';

export const unknownUnit: Check = {
  code: 'unknown-unit',
  severity: 'error',
  doc: 'A word after a number on the same line is its unit and must be one the language knows.',
  typeError: ({ message: symbol, node, property }, report) => {
    const suggestion = nearest(symbol, units.keys());
    // A long word is more likely the next property than a unit.
    const inBlock = AstUtils.getContainerOfType(node, ast.isProperty) !== undefined;
    const comma =
      inBlock && (suggestion === undefined || symbol.length > 4)
        ? '; put a comma before the next property'
        : '';
    report({
      message: `unknown unit \`${symbol}\`${comma || didYouMean(suggestion) || expected}`,
      at: node,
      property: property!,
      ...(comma ? {} : replaceFix(node, property, suggestion)),
    });
  },
};

const expected = '; expected one such as `pJ`, `mW`, `mm²` or `GHz`';
