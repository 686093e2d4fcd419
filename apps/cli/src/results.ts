import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Where the outcomes go, one JSON line each. */
export interface Results {
  /** A promise when the reader is slower than the job. Never rejects: what goes wrong is told once. */
  write(line: object): Promise<void> | undefined;
  close(): Promise<void>;
}

const flushAt = 65_536;

/**
 * Writes to a file, or to standard output. `onError` is told when that fails, for example on a full disk, and
 * `onTerminal` before lines appear on a terminal.
 */
export function createResults(
  path: string | undefined,
  onError: (error: Error) => void,
  onTerminal: () => void,
): Results {
  const stream: Writable = path === undefined ? process.stdout : createWriteStream(path);
  let waiting = '';
  let timer: NodeJS.Immediate | undefined;
  let isBroken = false;
  stream.on('error', (error) => {
    if (!isBroken) onError(error);
    isBroken = true;
  });

  function flush(): Promise<void> | undefined {
    clearImmediate(timer);
    timer = undefined;
    const lines = waiting;
    waiting = '';
    if (path === undefined && process.stdout.isTTY) onTerminal();
    if (isBroken || lines === '' || stream.write(lines)) return undefined;
    return once(stream, 'drain').then(
      () => {},
      () => {},
    );
  }

  return {
    write(line) {
      waiting += `${JSON.stringify(line)}\n`;
      if (waiting.length >= flushAt) return flush();
      timer ??= setImmediate(flush);
      return undefined;
    },
    async close() {
      await flush();
      if (path !== undefined && !isBroken) {
        stream.end();
        await finished(stream).catch(() => {});
      } else if (!isBroken) await new Promise((resolve) => stream.write('', resolve));
    },
  };
}
