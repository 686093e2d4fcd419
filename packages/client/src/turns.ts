import { type Clock, longestTimerMs, readElapsed } from './clock.ts';

/** Takes a permit and returns 0, or returns after how many milliseconds to ask again. */
export type TakePermit = (signal: AbortSignal | undefined) => number | Promise<number>;

interface Caller {
  wake(): void;
  /** When it looks around again at the latest. */
  actsBy: number;
}

const graceMs = 1000;

/**
 * Lets callers through one at a time, in the order in which they came. Only the first one asks for a permit, on a timer
 * of its own: a caller who gives up costs no permit, and a timer that fires late delays those behind instead of bunching
 * them. The others sleep until they are called, and check now and then that the first one is still there: workerd ends
 * a request together with its timers.
 */
export function createTurns(clock: Clock, take: TakePermit): (signal?: AbortSignal) => Promise<void> {
  const line = new Set<Caller>();
  const isGone = ({ actsBy }: Caller) => actsBy < readElapsed(clock);

  function callFirst(): void {
    for (const first of line) {
      if (isGone(first)) line.delete(first);
      else return void first.wake();
    }
  }

  return async (signal) => {
    const caller: Caller = { wake() {}, actsBy: readElapsed(clock) + graceMs };
    const wake = () => caller.wake();
    const sleep = (ms: number) =>
      new Promise<void>((resolve) => {
        caller.actsBy = readElapsed(clock) + ms + graceMs;
        const cancel = clock.after(Math.min(ms, longestTimerMs), resolve);
        caller.wake = () => {
          cancel();
          resolve();
        };
      });

    signal?.addEventListener('abort', wake);
    try {
      for (;;) {
        signal?.throwIfAborted();
        line.add(caller);
        const [first = caller] = line;
        if (first === caller) {
          const taken = take(signal);
          const waitMs = typeof taken === 'number' ? taken : await taken;
          if (waitMs <= 0) return;
          await sleep(waitMs);
        } else {
          await sleep(graceMs);
          if (isGone(first)) callFirst();
        }
      }
    } finally {
      signal?.removeEventListener('abort', wake);
      const [first] = line;
      line.delete(caller);
      if (first === caller) callFirst();
    }
  };
}
