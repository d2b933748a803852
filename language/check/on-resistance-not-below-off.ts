import { type AstNode, AstUtils, GrammarUtils } from 'langium';
import { formatAs } from '../../simulator/units/index.ts';
import type { Check, Fix, TextChange } from './check.ts';

/** A cell that is on conducts better than one that is off; with the two exchanged, every sum would be upside down. */
export const onResistanceNotBelowOff: Check = {
  code: 'on-resistance-not-below-off',
  severity: 'error',
  doc: 'The resistance of a cell that is on lies below that of one that is off.',
  described: ({ node, given }, report) => {
    const [on, off] = [given.get('on-resistance'), given.get('off-resistance')];
    if (typeof on?.value !== 'number' || typeof off?.value !== 'number' || !(on.value >= off.value)) return;
    report({
      message: `\`on-resistance\` must be below \`off-resistance\`, which is ${formatAs(off.value, 'resistance')}; this is ${formatAs(on.value, 'resistance')}`,
      at: [on.property, off.property, node],
      property: 'value',
      ...(on.value > off.value ? { fix: place => swap(place, on.property, off.property) } : {}),
    });
  },
};

/** Exchanges the two values, where both stand in the file. */
function swap(place: AstNode, on: AstNode, off: AstNode): Fix | undefined {
  const here = AstUtils.getDocument(place);
  if (AstUtils.getDocument(on) !== here || AstUtils.getDocument(off) !== here) return undefined;
  const [first, second] = [on, off].map(({ $cstNode }) =>
    GrammarUtils.findNodeForProperty($cstNode, 'value'),
  );
  if (!first || !second) return undefined;
  const put = (text: string, { offset, length }: { offset: number; length: number }): TextChange => ({
    offset,
    length,
    text,
  });
  return { title: 'Swap the two values', edits: [put(second.text, first), put(first.text, second)] };
}
