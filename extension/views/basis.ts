import type { Actions } from './actions.ts';
import { button, element } from './element.ts';
import type { Basis } from './view.ts';

/** Assumptions and sources, folded until somebody wants to know. */
export function basisElement(
  { title, assumptions, sources }: Basis,
  { reveal }: Actions,
  open: boolean,
): HTMLElement {
  const bySubject = assumptions.flatMap(({ subject, items }) => [
    element('dt', {}, subject),
    ...items.map(({ text, origin }) => {
      const words = reveal ? button(text, () => reveal(origin), 'link') : text;
      return element('dd', {}, words);
    }),
  ]);
  const list = sources.map(({ text, usedBy, address }) =>
    element(
      'li',
      {},
      address ? element('a', { href: address }, text) : text,
      element('span', { class: 'subtitle' }, usedBy ? ` used by ${usedBy}` : ''),
    ),
  );
  return element(
    'details',
    { class: 'basis', open },
    element('summary', {}, title),
    element('h3', {}, 'Assumptions'),
    element('dl', {}, ...bySubject),
    element('h3', {}, 'Sources'),
    element('ul', {}, ...list),
  );
}
