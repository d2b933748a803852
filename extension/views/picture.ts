import type { Actions } from './actions.ts';

/** Puts a chart with its title on the clipboard as a picture; where that is not allowed, offers it as a file. */
export async function copyPicture(
  canvas: HTMLCanvasElement,
  title: HTMLElement,
  subtitle: HTMLElement,
  actions: Actions,
  reader: HTMLElement,
): Promise<void> {
  const picture = withTitle(canvas, title, subtitle);
  const blob = await new Promise<Blob | null>(resolve => picture.toBlob(resolve, 'image/png'));
  if (!blob) return;
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    reader.textContent = 'Picture copied.';
  } catch {
    actions.savePicture(`${title.textContent}.png`, picture.toDataURL('image/png'));
  }
}

/** The chart as it stands on the page: background, title and subtitle above it, at the screen's resolution. */
function withTitle(canvas: HTMLCanvasElement, title: HTMLElement, subtitle: HTMLElement): HTMLCanvasElement {
  const scale = canvas.width / canvas.clientWidth;
  const result = document.createElement('canvas');
  result.width = canvas.width + 2 * margin * scale;
  result.height = canvas.height + (headHeight + margin) * scale;
  const ctx = result.getContext('2d');
  if (!ctx) return result;
  ctx.fillStyle = getComputedStyle(document.body).backgroundColor;
  ctx.fillRect(0, 0, result.width, result.height);
  ctx.drawImage(canvas, margin * scale, headHeight * scale);
  ctx.scale(scale, scale);
  write(ctx, title, 24, canvas.clientWidth);
  write(ctx, subtitle, 43, canvas.clientWidth);
  return result;
}

const margin = 16;
const headHeight = 58;

function write(ctx: CanvasRenderingContext2D, source: HTMLElement, y: number, width: number): void {
  const { fontWeight, fontSize, fontFamily, color } = getComputedStyle(source);
  ctx.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  ctx.fillStyle = color;
  ctx.fillText(source.textContent ?? '', margin, y, width);
}
