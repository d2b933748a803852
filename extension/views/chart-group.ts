import type { Actions } from './actions.ts';
import { createBarChart } from './bar-chart.ts';
import { element } from './element.ts';
import type { Figure } from './figure.ts';
import type { FigureBlock } from './figure-block.ts';
import { createMapChart } from './map-chart.ts';
import { createPointChart } from './point-chart.ts';
import { createSwingChart } from './swing-chart.ts';
import type { Theme } from './theme.ts';

/** Figures side by side where there is room; one that is already there is updated in place. */
export function chartGroup(actions: Actions) {
  const blocks = new Map<string, FigureBlock>();
  const grid = element('div', { class: 'figures' });
  return {
    element: grid,
    update(figures: readonly Figure[], theme: Theme) {
      grid.classList.toggle('three', figures.length === 3);
      for (const [id, block] of blocks)
        if (!figures.some(figure => figure.id === id)) {
          block.remove();
          block.element.remove();
          blocks.delete(id);
        }
      for (const figure of figures) {
        const block = blocks.get(figure.id) ?? blockFor(figure, actions);
        // A chart measures the room it has, so it goes onto the page before it is drawn.
        if (!blocks.has(figure.id)) grid.append(block.element);
        blocks.set(figure.id, block);
        block.update(figure, theme);
      }
    },
  };
}

/** The block for the kind of a figure; figures of one id never change their kind. */
function blockFor(figure: Figure, actions: Actions): FigureBlock {
  if ('cells' in figure) return createMapChart(actions);
  if ('points' in figure) return createPointChart(actions);
  return 'swings' in figure ? createSwingChart(actions) : createBarChart(actions);
}
