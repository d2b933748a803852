import type { LeafCstNode } from 'langium';
import { readDirective } from '../../check/allowances.ts';
import type { Check } from '../../check/check.ts';
import { checks } from '../../check/checks.ts';
import { paragraphs } from '../describe.ts';

/** What a rule is for, and when it is right to silence it. */
export const checkText = ({ code, severity, doc, silence = '' }: Check): string =>
  paragraphs(`**${code}** · ${severity}`, doc, silence);

/** A rule that a comment silences, if one of its codes stands at this place; its place is counted from the beginning of the file. */
export function allowedAt(
  comment: LeafCstNode,
  offset: number,
): { readonly check: Check; readonly offset: number; readonly length: number } | undefined {
  const known = checks.map(({ code }) => code);
  const at = readDirective(comment.text, known)?.codes.find(each => {
    const start = comment.offset + each.offset;
    return start <= offset && offset <= start + each.length;
  });
  const check = at && checks.find(({ code }) => code === at.code);
  return check && { check, offset: comment.offset + at.offset, length: at.length };
}
