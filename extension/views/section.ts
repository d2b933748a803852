import { element } from './element.ts';

/** A part of the page with a name, controls beside it, and where it has one, its answer in words. */
export interface Section {
  readonly element: HTMLElement;
  readonly body: HTMLElement;
  words(title: string, subtitle?: string): void;
  /** Replaces the controls beside the heading, keeping the focus where it was. */
  tools(controls: readonly HTMLElement[]): void;
}

export function section(id: string, name: string, body: HTMLElement): Section {
  const controls = element('div', { class: 'controls' });
  const title = element('h3');
  const subtitle = element('p', { class: 'subtitle' });
  const words = element('div', { hidden: true }, title, subtitle);
  const head = element('div', { class: 'section-head' }, element('h2', { id: `${id}-name` }, name), controls);
  const result = element(
    'section',
    { id: `section-${id}`, 'aria-labelledby': `${id}-name` },
    head,
    words,
    body,
  );
  return {
    element: result,
    body,
    words(text, below = '') {
      words.hidden = false;
      title.textContent = text;
      subtitle.textContent = below;
    },
    tools(next) {
      const focused = [...controls.children].findIndex(child => child.contains(document.activeElement));
      controls.replaceChildren(...next);
      if (focused >= 0) next[focused]?.querySelector('select')?.focus();
    },
  };
}
