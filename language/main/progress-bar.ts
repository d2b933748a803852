import type { WriteStream } from 'node:tty';
import type { Progress } from '../../simulator/index.ts';

export interface ProgressBar {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
}

/** One line that says how far the work is, once it has lasted long enough to be worth saying; silent off a terminal. */
export function progressBar(stream: WriteStream): ProgressBar {
  const started = performance.now();
  let shown = false;
  return {
    show({ done, total, message }) {
      if (!stream.isTTY || performance.now() - started < quietMs) return;
      const filled = Math.round((width * done) / total);
      stream.write(
        `\r\u001b[K${'━'.repeat(filled)}${'╌'.repeat(width - filled)} ${done}/${total} ${message}`,
      );
      shown = true;
    },
    clear() {
      if (shown) stream.write('\r\u001b[K');
    },
  };
}

const quietMs = 200;
const width = 24;
