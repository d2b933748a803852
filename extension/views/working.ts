import type { Actions } from './actions.ts';
import { button, element } from './element.ts';

/**
 * What is under way: a thin line, a sentence and the way to stop it, in the middle of an empty page or in a corner of a result. It is
 * built once, so that a keyboard can stay on the button, and only its words change; how far it is, the line says to screen readers.
 */
export function createWorking({ cancel }: Actions) {
  const bar = element('div', { class: 'bar' });
  const progress = element(
    'div',
    { class: 'progress', role: 'progressbar', 'aria-label': 'Evaluating', hidden: true },
    bar,
  );
  const words = element('p', {});
  const root = element(
    'div',
    { hidden: true },
    words,
    ...(cancel ? [button('Cancel', cancel, 'secondary')] : []),
  );
  return {
    progress,
    element: root,
    show(message: string, fraction: number | undefined, besideResult: boolean) {
      const percent = fraction === undefined ? undefined : Math.round(fraction * 100);
      progress.hidden = false;
      progress.classList.toggle('endless', percent === undefined);
      progress.setAttribute('aria-valuetext', message);
      if (percent === undefined) progress.removeAttribute('aria-valuenow');
      else progress.setAttribute('aria-valuenow', String(percent));
      bar.style.width = percent === undefined ? '' : `${percent}%`;
      words.textContent = message;
      root.className = besideResult ? 'corner' : 'welcome';
      root.hidden = false;
    },
    stop() {
      progress.hidden = true;
      root.hidden = true;
    },
  };
}
