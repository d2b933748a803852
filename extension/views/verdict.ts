import { element } from './element.ts';
import type { Verdict } from './summary.ts';

/** A verdict on the page: the ratio bold, the claim beside it, what it is over beneath. */
export function verdictElement({ text, claim, basis: over }: Verdict, index: number): HTMLElement {
  const cut = /^(.*?: )([^ ]+×)(.*)$/.exec(text);
  const words = cut ? [cut[1]!, element('b', {}, cut[2]!), cut[3]!] : [text];
  const claimed = claim ? [' ', element('span', { class: 'claimed' }, `(${claim})`)] : [];
  return element(
    'div',
    { class: 'verdict' },
    element(index === 0 ? 'h1' : 'p', { class: 'answer' }, ...words, ...claimed),
    element('p', { class: 'subtitle' }, over),
  );
}

/** What does not hold, with the way there. */
export function warningElement(warning: string): HTMLElement {
  const mark = element('span', { class: 'mark failed', 'aria-hidden': true }, '✕');
  return element('p', { class: 'warning' }, mark, element('a', { href: '#section-expectations' }, warning));
}

/** A verdict in one line, for places without type. */
export const verdictLine = ({ text, claim, basis }: Verdict): string =>
  `${claim ? `${text} (${claim})` : text}${basis ? `, ${basis}` : ''}`;
