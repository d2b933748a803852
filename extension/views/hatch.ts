import type { Theme } from './theme.ts';

/** Diagonal stripes in a colour on a tint of it: what rests on an assumption, everywhere the same. */
export function hatch(color: string, theme: Theme): CanvasPattern | string {
  const canvas = document.createElement('canvas');
  canvas.width = tile;
  canvas.height = tile;
  const ctx = canvas.getContext('2d');
  if (!ctx) return color;
  ctx.fillStyle = theme.background;
  ctx.fillRect(0, 0, tile, tile);
  // A tint below the stripes keeps large areas calm, and says which group they are of.
  ctx.globalAlpha = 0.3;
  ctx.fillStyle = color;
  ctx.fillRect(0, 0, tile, tile);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.8;
  // Three lines, so that the stripes meet those of the next tile.
  for (const shift of [-tile, 0, tile]) {
    ctx.moveTo(shift - 1, tile + 1);
    ctx.lineTo(shift + tile + 1, -1);
  }
  ctx.stroke();
  return ctx.createPattern(canvas, 'repeat') ?? color;
}

const tile = 7;
