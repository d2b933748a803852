import type { Actions } from './actions.ts';
import type { Choices } from './choices.ts';
import { button, element } from './element.ts';
import { keepingFocus } from './keeping-focus.ts';
import { studyPicker } from './pickers.ts';
import { select } from './select.ts';
import type { Summary } from './summary.ts';
import { createTable } from './table.ts';
import { verdictElement, warningElement } from './verdict.ts';
import type { Look } from './view.ts';

/** The top of the page: the answer, what fails, key numbers, and where there are several questions, which one. */
export function createHead(actions: Actions) {
  const controls = element('div', { class: 'controls' });
  const verdict = element('header', {});
  const keyNumbers = createTable(actions);
  return {
    element: element('section', { class: 'head' }, controls, verdict, keyNumbers.element),
    update({ verdicts, warning, table }: Summary, look: Look, choose: (choice: Partial<Choices>) => void) {
      const pickers = studyPicker(look).map(({ label, options, chosen, choice }) =>
        select(label, options, chosen, value => choose(choice(value))),
      );
      keepingFocus(controls, () => controls.replaceChildren(...pickers, ...insertButton(look, actions)));
      controls.hidden = controls.childElementCount === 0;
      const words = [...verdicts.map(verdictElement), ...(warning ? [warningElement(warning)] : [])];
      keepingFocus(verdict, () => verdict.replaceChildren(...words));
      keyNumbers.update(table);
    },
  };
}

/** A question that no text holds yet can be kept. */
function insertButton({ all }: Look, { insert }: Actions): HTMLElement[] {
  const unwritten = all.studies.length === 1 && all.studies[0]!.origin === '';
  return unwritten && insert ? [button('Insert as evaluate', insert, 'secondary')] : [];
}
