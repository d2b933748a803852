import type { Actions } from './actions.ts';
import { basisElement } from './basis.ts';
import { chartGroup } from './chart-group.ts';
import type { Choices } from './choices.ts';
import { element } from './element.ts';
import { keepingFocus } from './keeping-focus.ts';
import { select } from './select.ts';
import { createTable } from './table.ts';
import type { Look, View } from './view.ts';

/** A view on the page, made once and filled again for each report. */
export interface Section {
  readonly element: HTMLElement;
  update(look: Look, choose: (choice: Partial<Choices>) => void): void;
}

export function createSection({ id, name, content }: View, actions: Actions): Section {
  const controls = element('div', { class: 'controls' });
  const head = element('div', { class: 'section-head' }, element('h2', { id: `${id}-name` }, name), controls);
  const title = element('h3');
  const subtitle = element('p', { class: 'subtitle' });
  const words = element('div', { hidden: true }, title, subtitle);
  const charts = chartGroup(actions);
  const table = createTable(actions);
  const basis = element('div', {});
  const body = element('div', { class: 'content' }, charts.element, table.element, basis);
  const root = element(
    'section',
    { id: `section-${id}`, 'aria-labelledby': `${id}-name` },
    head,
    words,
    body,
  );
  return {
    element: root,
    update(look, choose) {
      const shown = content(look);
      root.hidden = !shown;
      if (!shown) return;
      const pickers = (shown.pickers ?? []).map(({ label, options, chosen, choice }) =>
        select(label, options, chosen, value => choose(choice(value))),
      );
      keepingFocus(controls, () => controls.replaceChildren(...pickers));
      words.hidden = shown.title === undefined;
      title.textContent = shown.title ?? '';
      subtitle.textContent = shown.subtitle ?? '';
      charts.element.hidden = (shown.figures ?? []).length === 0;
      charts.update(shown.figures ?? [], look.theme);
      table.element.hidden = !shown.table;
      if (shown.table) table.update(shown.table);
      if (shown.basis) {
        const open = basis.querySelector('details')?.open === true;
        const next = basisElement(shown.basis, actions, open);
        keepingFocus(basis, () => basis.replaceChildren(next));
      }
    },
  };
}
