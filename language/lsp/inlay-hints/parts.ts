import type { InlayHint } from 'vscode-languageserver-types';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import type * as ast from '../../generated/ast.ts';
import { costText, occurrenceText } from '../hover/occurrence.ts';
import { commonTo, occurrencesOf } from '../occurrences.ts';
import { hintAfter, type InlayHintKind } from './kind.ts';

export const parts: InlayHintKind = {
  name: 'parts',
  isOnByDefault: false,
  doc: 'Peak power and area of a part, times its count: what it adds to the block around it.',
  nodes: { Part: partHint },
};

function partHint(part: ast.Part, elaborations: Elaborations): readonly InlayHint[] {
  const target = part.what?.$refNode;
  // A block written on the spot says its own figures.
  if (!target) return [];
  const occurrences = occurrencesOf(part, elaborations);
  const one = commonTo(occurrences);
  const text = one && occurrences.every(({ count }) => count === one.count) && costText(one, one.count);
  return text ? [hintAfter(target, [text], occurrenceText(occurrences))] : [];
}
