import type { InlayHint } from 'vscode-languageserver-types';
import { formatNumber } from '../../../simulator/units/index.ts';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import type * as ast from '../../generated/ast.ts';
import { occurrenceText } from '../hover/occurrence.ts';
import { instancesOf, occurrencesOf } from '../occurrences.ts';
import { beforeBody, hintAfter, type InlayHintKind } from './kind.ts';

export const instances: InlayHintKind = {
  name: 'instances',
  isOnByDefault: false,
  doc: 'How many of a part there are on the whole chip.',
  nodes: { Part: instancesHint },
};

function instancesHint(part: ast.Part, elaborations: Elaborations): readonly InlayHint[] {
  const target = part.what?.$refNode ?? (part.inline && beforeBody(part.inline));
  const occurrences = target ? occurrencesOf(part, elaborations) : [];
  const [first] = occurrences;
  const all = instancesOf(occurrences);
  // What stands on the chip itself is counted by the text.
  if (!target || !first || all === first.count) return [];
  return [
    hintAfter(
      target,
      [`${formatNumber(all, 4)} on `, { text: first.chip.name, target: first.declaration }],
      occurrenceText(occurrences),
    ),
  ];
}
