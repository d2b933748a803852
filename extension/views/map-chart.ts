import { Chart, LinearScale, type Plugin } from 'chart.js';
import { color } from 'chart.js/helpers';
import {
  TreemapController,
  type TreemapDataPoint,
  TreemapElement,
  type TreemapElement as TreemapShape,
} from 'chartjs-chart-treemap';
import type { Actions } from './actions.ts';
import type { MapBlock, MapCell, MapFigure } from './figure.ts';
import { createFigureBlock, type Drawing, type FigureBlock, type Pointed } from './figure-block.ts';
import { hatch } from './hatch.ts';
import type { Theme } from './theme.ts';

Chart.register(LinearScale, TreemapController, TreemapElement);

/** A map of rectangles on the page. */
export const createMapChart = (actions: Actions): FigureBlock<MapFigure> =>
  createFigureBlock(actions, drawMap);

function drawMap(canvas: HTMLCanvasElement): Drawing<MapFigure> {
  let chart: Chart<'treemap'> | undefined;
  let state: MapState | undefined;
  return {
    kind: 'area map',
    items: 'rectangles',
    compares: false,
    marks: ({ cells }) => cells,
    height: ({ share }) => Math.round(largestHeight * share),
    draw(figure, theme, pointed) {
      state = { figure, theme, pointed };
      const data = dataOf(figure, theme);
      if (chart) {
        chart.data = data;
        chart.options.animation = theme.animate ? { duration: 150 } : false;
        chart.update(theme.animate ? undefined : 'none');
        return;
      }
      chart = new Chart(canvas, {
        type: 'treemap',
        data,
        options: { responsive: true, maintainAspectRatio: false, animation: false, events: [] },
        plugins: [words(() => state!)],
      });
    },
    point(pointed) {
      if (!chart || !state) return;
      state = { ...state, pointed };
      chart.draw();
    },
    markAt: (x, y) => {
      const boxes = chart ? boxesOf(chart) : [];
      const hit = boxes.findLast(box => box.cell && contains(box, x, y))?.cell;
      return hit && state?.figure.cells.indexOf(hit);
    },
    hoverAt(index) {
      const cell = state?.figure.cells[index];
      const box = chart && boxesOf(chart).find(each => each.cell === cell);
      // Below a small rectangle; inside a large one, under its words.
      return box ? { left: box.x, top: box.y + Math.min(box.height + 2, 44) } : { left: 0, top: 0 };
    },
    remove: () => chart?.destroy(),
  };
}

/** Pixels of the largest chip; the others are lower, as their widths are the same. */
const largestHeight = 320;

interface MapState {
  readonly figure: MapFigure;
  readonly theme: Theme;
  readonly pointed: Pointed;
}

/** A record per component with the blocks around it under the keys of the levels; the map nests by these keys. */
interface Entry extends Record<string, unknown> {
  readonly cell: MapCell;
  readonly value: number;
}

function dataOf({ cells }: MapFigure, theme: Theme): Chart<'treemap'>['data'] {
  const depth = Math.max(0, ...cells.map(({ blocks }) => blocks.length));
  const levels = Array.from({ length: depth }, (_, level) => `block${level}`);
  const tree = cells.map(
    (cell): Entry => ({
      ...Object.fromEntries(cell.blocks.map(({ id }, level) => [`block${level}`, id])),
      leaf: cell.id,
      cell,
      value: cell.value,
    }),
  );
  const entry = (point: TreemapDataPoint | undefined) => (point?.isLeaf ? entriesOf(point)[0] : undefined);
  return {
    datasets: [
      {
        tree,
        data: [],
        key: 'value',
        groups: [...levels, 'leaf'],
        spacing: 1,
        borderWidth: theme.outline ? 1 : 0,
        borderColor: theme.outline ?? 'transparent',
        backgroundColor: ({ raw }) => {
          const found = entry(raw);
          if (!found) return theme.grid;
          return found.cell.assumed ? hatch(found.cell.color, theme) : found.cell.color;
        },
        // The words are drawn below, readable on every colour; here they only keep their room.
        captions: {
          display: true,
          color: 'transparent',
          font: { size: theme.fontSize, family: theme.fontFamily },
          padding: 2,
        },
        labels: { display: false },
      },
    ],
  };
}

/** The components in a rectangle. */
const entriesOf = ({ _data }: TreemapDataPoint): readonly Entry[] =>
  (_data as { children?: readonly Entry[] } | undefined)?.children ?? [];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What it stands for: one of the two. */
  readonly cell?: MapCell;
  readonly block?: MapBlock;
}

/** Every rectangle where it is now, blocks before what is in them. */
function boxesOf(chart: Chart<'treemap'>): Box[] {
  const points = chart.data.datasets[0]?.data ?? [];
  // The library's own type of a chart does not know which shapes a kind of chart draws.
  const shapes = chart.getDatasetMeta(0).data as TreemapShape[];
  return shapes.flatMap((shape, index): Box[] => {
    const point = points[index];
    const first = point && entriesOf(point)[0];
    if (!first) return [];
    const place = shape.getProps(['x', 'y', 'width', 'height']);
    if (point.isLeaf) return [{ ...place, cell: first.cell }];
    const block = first.cell.blocks[point.l ?? 0];
    return block ? [{ ...place, block }] : [];
  });
}

const contains = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** Names and areas in the rectangles that have room for them, and what is pointed at. */
function words(state: () => MapState): Plugin<'treemap'> {
  return {
    id: 'pim-map-words',
    afterDatasetsDraw(chart) {
      const { figure, theme, pointed } = state();
      const boxes = boxesOf(chart);
      for (const box of boxes) {
        if (box.cell) writeCell(chart.ctx, box, box.cell, theme);
        if (box.block) writeBlock(chart.ctx, box, box.block, theme);
      }
      const active = pointed.active === undefined ? undefined : figure.cells[pointed.active];
      const box = active && boxes.find(({ cell }) => cell === active);
      if (box) outline(chart.ctx, box, pointed.ring ? theme.focus : theme.foreground, theme.background);
    },
  };
}

/** What a block is and takes, or at least what it is, in the strip above what it holds. */
function writeBlock(ctx: CanvasRenderingContext2D, box: Box, block: MapBlock, theme: Theme): void {
  const { fontSize: size, fontFamily } = theme;
  if (box.height < 2 * size) return;
  ctx.save();
  ctx.fillStyle = theme.foreground;
  ctx.textBaseline = 'top';
  const attempts = [
    [size, `${block.name}, ${block.text}`],
    [size, block.name],
    [size - 2, block.name],
  ] as const;
  for (const [each, text] of attempts) {
    ctx.font = `600 ${each}px ${fontFamily}`;
    if (ctx.measureText(text).width > box.width - 6) continue;
    ctx.fillText(text, box.x + 4, box.y + 4);
    break;
  }
  ctx.restore();
}

function writeCell(ctx: CanvasRenderingContext2D, box: Box, cell: MapCell, theme: Theme): void {
  const { fontSize: size } = theme;
  // A name that is too wide is tried smaller, and in a tall rectangle along its side.
  for (const upright of [true, false])
    for (const each of [size, size - 2]) if (writeLines(ctx, box, cell, theme, each, upright)) return;
}

/** Name and area, or the name alone; false where not even that has room. */
function writeLines(
  ctx: CanvasRenderingContext2D,
  box: Box,
  cell: MapCell,
  theme: Theme,
  size: number,
  upright: boolean,
): boolean {
  const [width, height] = upright ? [box.width, box.height] : [box.height, box.width];
  const line = size + 3;
  ctx.save();
  ctx.font = `${size}px ${theme.fontFamily}`;
  const fits = (text: string) => ctx.measureText(text).width <= width - 6;
  const lines = [cell.name, cell.text].slice(0, Math.floor((height - 4) / line));
  const written = lines.length > 0 && fits(cell.name);
  if (written) {
    ctx.textBaseline = 'top';
    ctx.translate(box.x + (upright ? 0 : box.width), box.y);
    ctx.rotate(upright ? 0 : Math.PI / 2);
    lines.filter(fits).forEach((text, index) => {
      const y = 4 + index * line;
      // Stripes would run under the words of a hatched rectangle, so these stand on a plate of their own.
      if (cell.assumed) {
        ctx.fillStyle = theme.background;
        ctx.fillRect(2, y - 2, ctx.measureText(text).width + 4, line);
      }
      ctx.fillStyle = cell.assumed ? theme.foreground : inkOn(cell.color);
      ctx.fillText(text, 4, y);
    });
  }
  ctx.restore();
  return written;
}

function outline(ctx: CanvasRenderingContext2D, box: Box, line: string, halo: string): void {
  ctx.save();
  ctx.strokeStyle = halo;
  ctx.lineWidth = 4;
  ctx.strokeRect(box.x, box.y, box.width, box.height);
  ctx.strokeStyle = line;
  ctx.lineWidth = 2;
  ctx.strokeRect(box.x, box.y, box.width, box.height);
  ctx.restore();
}

/** Black or white, whichever reads better on a colour. */
function inkOn(fill: string): string {
  const { r, g, b } = color(fill).rgb;
  const [red, green, blue] = [r, g, b].map(channel => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  // Where contrast with white and with black is the same, as WCAG 2 defines contrast.
  return luminance > 0.179 ? '#000' : '#fff';
}
