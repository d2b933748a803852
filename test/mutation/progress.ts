import type { WriteStream } from 'node:tty';

/** How far the work is: one line that is written over on a terminal, every tenth part on its own line elsewhere. */
export function progressLine(stream: WriteStream) {
  let told = -1;
  return {
    show(done: number, total: number, what: string): void {
      if (stream.isTTY) return void stream.write(`\r\u001b[K${done}/${total} ${what}`);
      const tenth = Math.floor((10 * done) / total);
      if (tenth > told) stream.write(`${done} of ${total}\n`);
      told = tenth;
    },
    clear(): void {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
