import type { InlayHint } from 'vscode-languageserver-types';
import type { Elaborations } from '../../elaborate/elaborations.ts';
import type * as ast from '../../generated/ast.ts';
import { costText, occurrenceText } from '../hover/occurrence.ts';
import { commonTo, occurrencesOf } from '../occurrences.ts';
import { beforeBody, hintAfter, type InlayHintKind } from './kind.ts';

export const blocks: InlayHintKind = {
  name: 'blocks',
  isOnByDefault: true,
  doc: 'Peak power and area of one chip, tile, PE or crossbar, beside where it is described.',
  nodes: { Block: blockHint, InlineBlock: blockHint },
};

function blockHint(node: ast.Block | ast.InlineBlock, elaborations: Elaborations): readonly InlayHint[] {
  const head = node.body ? beforeBody(node) : undefined;
  const occurrences = head ? occurrencesOf(node, elaborations) : [];
  const one = commonTo(occurrences);
  const text = one && costText(one);
  return head && text ? [hintAfter(head, [text], occurrenceText(occurrences))] : [];
}
