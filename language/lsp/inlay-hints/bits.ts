import type { InlayHint } from 'vscode-languageserver-types';
import { formatAs } from '../../../simulator/units/index.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import type * as ast from '../../generated/ast.ts';
import { needsOf, needsText } from '../needed-bits.ts';
import { hintAfter, type InlayHintKind, type Label } from './kind.ts';

export const bits: InlayHintKind = {
  name: 'bits',
  isOnByDefault: true,
  doc: 'Bits that a converter needs on the chips of the file, beside its resolution.',
  nodes: { Property: bitsHint },
};

function bitsHint(property: ast.Property, elaborations: Elaborations): readonly InlayHint[] {
  const value = property.value?.$cstNode;
  const needs = value ? needsOf(property, elaborations) : [];
  if (!value || needs.length === 0) return [];
  const alike = new Set(needs.map(each => each.bits)).size === 1;
  const label: Label = alike
    ? [`needs ${formatAs(needs[0]!.bits, 'bits')}`]
    : needs.flatMap(({ chip, declaration, bits: needed }, index) => [
        index === 0 ? '' : ', ',
        { text: chip.name, target: declaration },
        ` needs ${formatAs(needed, 'bits')}`,
      ]);
  return [hintAfter(value, label, needsText(needs))];
}
