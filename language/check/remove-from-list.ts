import { type CstNode, CstUtils } from 'langium';
import type { TextChange } from './check.ts';

/** Takes one of several in a list away, with the comma beside it; of a list of one nothing is left that could be taken away. */
export function removeFromList(
  list: readonly (CstNode | undefined)[],
  index: number,
): TextChange | undefined {
  const [own, before, after] = [index, index - 1, index + 1].map(each => list[each]);
  if (!own || (!before && !after)) return undefined;
  const [start, end] = after ? [own.offset, after.offset] : [before!.end, own.end];
  return { offset: start, length: end - start, text: '' };
}

/** Takes one of a list in parentheses away; the only one goes with the parentheses. */
export function removeFromParentheses(
  list: readonly (CstNode | undefined)[],
  index: number,
): TextChange | undefined {
  const own = list[index];
  if (list.length !== 1 || !own) return removeFromList(list, index);
  const open = CstUtils.getPreviousNode(own, false);
  const next = CstUtils.getNextNode(own, false);
  const close = next?.text === ',' ? CstUtils.getNextNode(next, false) : next;
  return open && close ? { offset: open.offset, length: close.end - open.offset, text: '' } : undefined;
}
