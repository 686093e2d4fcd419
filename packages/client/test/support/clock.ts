import type { Clock } from '@chat-sns/client';

const yieldTurn = () => new Promise((resolve) => setImmediate(resolve));

/** A clock that stands still until the code under test waits for it. */
export function createFakeClock(start = 1_700_000_000_000) {
  let now = start;
  let timers: { at: number; action: () => void }[] = [];

  const clock: Clock = {
    now: () => now,
    after(ms, action) {
      const timer = { at: now + ms, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };

  function fireNext(): void {
    const next = timers.toSorted((left, right) => left.at - right.at)[0];
    if (!next) return;
    timers = timers.filter((timer) => timer !== next);
    now = Math.max(now, next.at);
    next.action();
  }

  return {
    ...clock,
    clock,
    pending: () => timers.length,
    advance(ms: number) {
      now += ms;
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers = timers.filter((other) => other !== timer);
        timer.action();
      }
    },
    /** Lets time pass, from timer to timer, until the promise is settled. Never rejects. */
    async settle<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
      let settled: PromiseSettledResult<T> | undefined;
      Promise.allSettled([promise]).then(([result]) => {
        settled = result;
      });
      for (let idle = 0; !settled; idle += 1) {
        for (let turns = 0; turns < 10; turns += 1) await yieldTurn();
        if (!settled && timers.length > 0) fireNext();
        if (idle > 10_000) throw new Error('no timer is left, but the promise is still pending');
      }
      return settled;
    },
  };
}
