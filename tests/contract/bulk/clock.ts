import type { Clock } from '@chat-sns/client';

/**
 * A clock for jobs in one process: when nothing is under way, time jumps to the next timer. `hold` says that something
 * is, until the function that it returns is called.
 */
export function createJumpingClock(): Clock & { hold(): () => void } {
  let now = Date.now();
  let held = 0;
  let isPlanned = false;
  let timers: { at: number; action: () => void }[] = [];

  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    // Two turns: what a response sets in motion comes first.
    setImmediate(() =>
      setImmediate(() => {
        isPlanned = false;
        const [next] = timers.toSorted((a, b) => a.at - b.at);
        if (!next || held > 0) return;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.action();
        plan();
      }),
    );
  }

  return {
    now: () => now,
    after(ms, action) {
      const timer = { at: now + ms, action };
      timers.push(timer);
      plan();
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    hold() {
      held += 1;
      return () => {
        held -= 1;
        plan();
      };
    },
  };
}
