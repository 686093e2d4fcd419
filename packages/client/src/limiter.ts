import { type Clock, sleep } from './clock.ts';
import { type OperationId, operations } from './contract.ts';
import { ChatConfigError } from './errors.ts';

/** Number of calls that may start within a number of seconds. */
export interface RateLimit {
  calls: number;
  perSeconds: number;
}

/** Decides when a call may start. Pass your own to share one rate limit among many processes. */
export interface RateLimiter {
  /**
   * Resolves when one more call may start under `key`, which is made of the app and the operation. Rejects when the
   * signal aborts.
   */
  acquire(key: string, signal?: AbortSignal): Promise<void>;
}

/** A limiter for one process: in any period of `perSeconds`, at most `calls` calls start under one key. */
export function createRateLimiter({ calls, perSeconds }: RateLimit, clock: Clock): RateLimiter {
  const windowMs = perSeconds * 1000;
  const starts = new Map<string, { times: number[]; next: number }>();

  return {
    async acquire(key, signal) {
      const history = starts.get(key) ?? { times: [], next: 0 };
      starts.set(key, history);
      const now = clock.now();
      // The start of the call that lies `calls` calls back; this one follows a full period after it.
      const earliest = (history.times[history.next] ?? Number.NEGATIVE_INFINITY) + windowMs;
      const start = Math.max(now, earliest);
      history.times[history.next] = start;
      history.next = (history.next + 1) % calls;
      if (start > now) await sleep(clock, start - now, signal);
    },
  };
}

const shared = new WeakMap<Clock, Map<string, RateLimiter>>();

/** The limiter that all clients of this process share when they have the same clock and the same rate limit. */
export function shareRateLimiter(rateLimit: RateLimit, clock: Clock): RateLimiter {
  const limiters = shared.get(clock) ?? new Map<string, RateLimiter>();
  shared.set(clock, limiters);
  const name = `${rateLimit.calls}/${rateLimit.perSeconds}`;
  const limiter = limiters.get(name) ?? createRateLimiter(rateLimit, clock);
  limiters.set(name, limiter);
  return limiter;
}

/** The limiter of an operation: the one passed in, or the shared one at the documented rate limit or another. */
export function chooseRateLimiter(
  choice: RateLimit | RateLimiter | false | undefined,
  operation: OperationId,
  clock: Clock,
): RateLimiter | undefined {
  if (choice === false) return undefined;
  if (choice && 'acquire' in choice) return choice;
  return shareRateLimiter(checkRateLimit(choice ?? operations[operation]), clock);
}

function checkRateLimit({ calls, perSeconds }: RateLimit): RateLimit {
  if (Number.isInteger(calls) && calls > 0 && perSeconds > 0) return { calls, perSeconds };
  throw new ChatConfigError(
    'InvalidRateLimit',
    'rateLimit needs a positive whole number of calls and positive seconds',
  );
}
