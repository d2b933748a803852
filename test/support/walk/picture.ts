import type { MatrixLayer } from '../../../simulator/index.ts';

/**
 * Places of a picture that are needed when so many parts of it are worked on apart. The parts are blocks, as square as can be:
 * the fewest rows of blocks that make them no wider than high. At its lower and right border a block also needs what the
 * windows at the border see of the next block: what the kernel is larger than its stride.
 */
export function placesNeeded({ input: { height, width }, kernel }: MatrixLayer, parts: number): number {
  let down = 1;
  while (down < height && down * down * width < parts * height) down++;
  let across = 1;
  while (down * across < parts) across++;
  let places = 0;
  for (let i = 0; i < down; i++)
    for (let j = 0; j < across; j++)
      places +=
        (shareOf(height, down, i) +
          (i + 1 < down ? seenBeyond(kernel.height, kernel.strideDown, height) : 0)) *
        (shareOf(width, across, j) +
          (j + 1 < across ? seenBeyond(kernel.width, kernel.strideAcross, width) : 0));
  return places;
}

/** Rows, or columns, of a picture that fall into one of its blocks. */
function shareOf(size: number, blocks: number, block: number): number {
  let share = 0;
  for (let place = 0; place < size; place++) if (Math.floor((place * blocks) / size) === block) share++;
  return share;
}

const seenBeyond = (kernel: number, stride: number, size: number): number =>
  Math.min(size, Math.max(0, kernel - stride));
