import type { Actions } from './actions.ts';
import { button, element } from './element.ts';
import type { Figure, Mark } from './figure.ts';
import { copyPicture } from './picture.ts';
import { createTable } from './table.ts';
import type { Theme } from './theme.ts';

/** A figure on the page: title, chart, table and buttons. Updating it changes what is drawn in place. */
export interface FigureBlock<F extends Figure = Figure> {
  readonly element: HTMLElement;
  update(figure: F, theme: Theme): void;
  remove(): void;
}

/** What the reader has pointed at: positions in `marks`. */
export interface Pointed {
  readonly active: number | undefined;
  /** Whether the active mark was reached by keyboard and needs its ring. */
  readonly ring: boolean;
  /** What all others are compared with, after an Alt-click. */
  readonly reference: number | undefined;
}

/** How one kind of figure is drawn, and where on the canvas its marks are. */
export interface Drawing<F extends Figure> {
  /** What the canvas is called for those who do not see it, and what its arrow keys move through. */
  readonly kind: string;
  readonly items: string;
  /** Whether it shows how the others compare with one that was chosen. */
  readonly compares: boolean;
  /** What one can point at; a place without a mark, such as a heading, is passed over. */
  marks(figure: F): readonly (Mark | undefined)[];
  /** Pixels the figure wants. */
  height(figure: F): number;
  draw(figure: F, theme: Theme, pointed: Pointed): void;
  /** Only what is pointed at has changed. */
  point(pointed: Pointed): void;
  markAt(x: number, y: number): number | undefined;
  /** Where the hover of a mark goes, below or inside it. */
  hoverAt(index: number): { readonly left: number; readonly top: number };
  remove(): void;
}

export function createFigureBlock<F extends Figure>(
  actions: Actions,
  createDrawing: (canvas: HTMLCanvasElement) => Drawing<F>,
): FigureBlock<F> {
  const parts = layout(actions);
  const drawing = createDrawing(parts.canvas);
  let figure: F | undefined;
  let pointed: Pointed = { active: undefined, ring: false, reference: undefined };
  parts.canvas.setAttribute('aria-roledescription', drawing.kind);

  const point = (next: Partial<Pointed>) => {
    if (!figure) return;
    pointed = { ...pointed, ...next };
    drawing.point(pointed);
    hover();
  };
  const hover = () => showHover(parts, drawing, figure && drawing.marks(figure), pointed);
  listen(parts, actions, drawing, () => ({ marks: figure ? drawing.marks(figure) : [], pointed }), point);
  return {
    element: parts.root,
    update(next, theme) {
      if (!figure || names(drawing, figure) !== names(drawing, next))
        pointed = { active: undefined, ring: false, reference: undefined };
      figure = next;
      fillText(parts, next, drawing);
      parts.details.hidden = !next.table;
      if (next.table) parts.table.update(next.table);
      // Where nothing is to be drawn, the title says so.
      const empty = drawing.marks(next).length === 0;
      parts.box.hidden = empty;
      parts.picture.hidden = empty;
      if (empty) return;
      parts.box.style.height = `${drawing.height(next)}px`;
      drawing.draw(next, theme, pointed);
      hover();
    },
    remove: () => drawing.remove(),
  };
}

/** What the reader pointed at survives an update as long as the marks are the same ones. */
const names = <F extends Figure>(drawing: Drawing<F>, figure: F): string =>
  drawing
    .marks(figure)
    .map(mark => mark?.reading.split(':')[0] ?? '')
    .join('\n');

type Parts = ReturnType<typeof layout>;

function layout(actions: Actions) {
  const title = element('h3');
  const subtitle = element('p', { class: 'subtitle' });
  // As a picture it would keep the arrow keys of a screen reader to itself; an application hands them over.
  const canvas = element('canvas', { role: 'application', tabindex: 0 });
  const hover = element('div', { class: 'hover', hidden: true });
  const box = element('div', { class: 'chart' }, canvas, hover);
  const note = element('p', { class: 'note' });
  const reader = element('div', { class: 'unseen', 'aria-live': 'polite' });
  const table = createTable(actions);
  const details = element('details', {}, element('summary', {}, 'Table'), table.element);
  const picture = button('Copy picture', () => void copyPicture(canvas, title, subtitle, actions, reader));
  const tools = element('div', { class: 'tools' }, details, picture);
  const root = element('figure', {}, title, subtitle, box, note, tools, reader);
  return { root, title, subtitle, canvas, hover, box, note, reader, details, table, picture };
}

function fillText<F extends Figure>(parts: Parts, figure: F, { items, compares }: Drawing<F>): void {
  parts.root.id = figure.id;
  parts.title.textContent = figure.title;
  parts.subtitle.textContent = figure.subtitle;
  parts.note.textContent = figure.note ?? '';
  const comparing = compares ? ', Alt+Enter compares the others with it' : '';
  parts.canvas.setAttribute(
    'aria-label',
    `${figure.title}. ${figure.summary} Arrow keys move through the ${items}, Enter goes to the text${comparing}.`,
  );
}

type Current = () => { marks: readonly (Mark | undefined)[]; pointed: Pointed };

function listen<F extends Figure>(
  { canvas, reader }: Parts,
  actions: Actions,
  drawing: Drawing<F>,
  current: Current,
  point: (next: Partial<Pointed>) => void,
): void {
  const markAt = (index: number | undefined) => (index === undefined ? undefined : current().marks[index]);
  const under = (event: MouseEvent) => {
    const index = drawing.markAt(event.offsetX, event.offsetY);
    return markAt(index) ? index : undefined;
  };
  const compare = (index: number | undefined) => {
    if (!drawing.compares) return;
    const reference = current().pointed.reference === index ? undefined : index;
    point({ reference });
    const mark = markAt(reference);
    reader.textContent = mark ? `Compared with ${mark.reading}` : 'Compared with none.';
  };
  const follow = (index: number | undefined) => {
    const origin = markAt(index)?.origin;
    if (origin !== undefined) actions.reveal?.(origin);
  };
  canvas.addEventListener('mousemove', event => {
    const index = under(event);
    canvas.style.cursor = actions.reveal && markAt(index)?.origin !== undefined ? 'pointer' : 'default';
    if (index !== current().pointed.active) point({ active: index, ring: false });
  });
  canvas.addEventListener('mouseleave', () => point({ active: undefined, ring: false }));
  canvas.addEventListener('blur', () => point({ active: undefined, ring: false }));
  canvas.addEventListener('click', event => (event.altKey ? compare(under(event)) : follow(under(event))));
  canvas.addEventListener('keydown', event => {
    const { marks, pointed } = current();
    if (event.key === 'Enter') {
      if (event.altKey) compare(pointed.active);
      else follow(pointed.active);
    } else if (event.key === 'Escape' && pointed.active !== undefined) {
      point({ active: undefined, ring: false });
      // The first Escape puts the hover away; the next one leaves the panel.
      event.stopPropagation();
    } else {
      const next = moved(marks, pointed.active, event.key);
      if (next === undefined) return;
      point({ active: next, ring: true });
      const mark = marks[next];
      if (mark) reader.textContent = [mark.reading, ...mark.derivation.slice(0, 3)].join('. ');
    }
    event.preventDefault();
  });
}

/** The mark an arrow key leads to, places without one passed over. */
function moved(
  marks: readonly (Mark | undefined)[],
  active: number | undefined,
  key: string,
): number | undefined {
  const filled = marks.flatMap((mark, index) => (mark ? [index] : []));
  const at = active === undefined ? -1 : filled.indexOf(active);
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return filled[Math.min(at + 1, filled.length - 1)];
    case 'ArrowUp':
    case 'ArrowLeft':
      return filled[Math.max(at - 1, 0)];
    case 'Home':
      return filled[0];
    case 'End':
      return filled.at(-1);
    default:
      return undefined;
  }
}

function showHover<F extends Figure>(
  { hover, box }: Parts,
  drawing: Drawing<F>,
  marks: readonly (Mark | undefined)[] | undefined,
  { active }: Pointed,
): void {
  const mark = active === undefined ? undefined : marks?.[active];
  hover.hidden = !mark;
  if (!mark || active === undefined) return;
  const lines = mark.derivation.slice(0, hoverLines).map(line => element('div', {}, line));
  const more = mark.derivation.length - hoverLines;
  hover.replaceChildren(
    element('strong', {}, mark.reading),
    ...lines,
    ...(more > 0 ? [element('div', {}, `and ${more} more`)] : []),
  );
  const { left, top } = drawing.hoverAt(active);
  const start = box.clientWidth < 420 ? 0 : Math.max(0, Math.min(left, box.clientWidth - hoverWidth));
  hover.style.top = `${top}px`;
  hover.style.left = `${start}px`;
  hover.style.maxWidth = `${box.clientWidth - start}px`;
}

const hoverLines = 4;

// What a hover mostly needs; it moves to the left to have it.
const hoverWidth = 280;
