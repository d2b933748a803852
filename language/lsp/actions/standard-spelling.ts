import type { LeafCstNode } from 'langium';
import { CodeActionKind } from 'vscode-languageserver-types';
import { findUnit, units } from '../../../simulator/units/index.ts';
import { leavesOf } from '../../check/items.ts';
import { printedToken } from '../spacing.ts';
import type { Action, Change, Offer } from './action.ts';

/** Units and signs written with the letters of a keyboard, in the spelling of the library: `um2` as `µm²`, `x` as `×`. */
export const standardSpelling: Action = {
  name: 'standard-spelling',
  kind: `${CodeActionKind.RefactorRewrite}.spelling`,
  offer: ({ document, leaf }): Offer[] => {
    const here = leaf && respelt(leaf);
    const all = leavesOf(document).flatMap(each => respelt(each) ?? []);
    return [
      ...(here
        ? [{ title: `Write \`${here.text}\` instead of \`${leaf.text}\``, changes: () => [here] }]
        : []),
      ...(all.length > (here ? 1 : 0)
        ? [{ title: 'Write all units and signs in standard spelling', changes: () => all }]
        : []),
    ];
  },
};

function respelt(leaf: LeafCstNode): Change | undefined {
  if (leaf.hidden) return undefined;
  const text = leaf.tokenType.name === 'UNIT' ? standardUnit(leaf.text) : printedToken(leaf);
  return text === leaf.text ? undefined : { offset: leaf.offset, length: leaf.length, text };
}

/** The unit with each of its parts as the table spells it; one that is unknown as it is. */
function standardUnit(symbol: string): string {
  if (!findUnit(symbol)) return symbol;
  return symbol
    .split(/([/·])/)
    .map(part => units.get(part)?.symbol ?? part)
    .join('');
}
