import { type Clock, sleep } from './clock.ts';
import { type OperationId, operations } from './contract.ts';
import { ChatConfigError } from './errors.ts';

/** Number of requests that may start within a number of seconds. Retries count as well. */
export interface RateLimit {
  calls: number;
  perSeconds: number;
}

/** Decides when a request may start. Pass your own to share one rate limit between processes. */
export interface RateLimiter {
  /**
   * Resolves when one more request may start under `key`, which consists of the app and the operation. Rejects when the
   * signal aborts.
   */
  acquire(key: string, signal?: AbortSignal): Promise<void>;
}

/** A rate limiter for one process: in any period of `perSeconds`, at most `calls` requests start under one key. */
export function createRateLimiter({ calls, perSeconds }: RateLimit, clock: Clock): RateLimiter {
  const windowMs = perSeconds * 1000;
  const starts = new Map<string, { times: number[]; next: number }>();

  return {
    async acquire(key, signal) {
      const history = starts.get(key) ?? { times: [], next: 0 };
      starts.set(key, history);
      const now = clock.now();
      // The start of the request that is `calls` requests back; this one starts at least a full period after it.
      const earliest = (history.times[history.next] ?? Number.NEGATIVE_INFINITY) + windowMs;
      const start = Math.max(now, earliest);
      history.times[history.next] = start;
      history.next = (history.next + 1) % calls;
      if (start > now) await sleep(clock, start - now, signal);
    },
  };
}

const shared = new WeakMap<Clock, Map<string, RateLimiter>>();

/** The rate limiter that all clients of this process share when they have the same clock and the same rate limit. */
export function shareRateLimiter(rateLimit: RateLimit, clock: Clock): RateLimiter {
  const limiters = shared.get(clock) ?? new Map<string, RateLimiter>();
  shared.set(clock, limiters);
  const name = `${rateLimit.calls}/${rateLimit.perSeconds}`;
  const limiter = limiters.get(name) ?? createRateLimiter(rateLimit, clock);
  limiters.set(name, limiter);
  return limiter;
}

/**
 * The rate limiter of an operation: the one passed in, or the shared one for the given or the documented rate limit.
 */
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
    'rateLimit requires a positive integer as calls and a positive number as perSeconds',
  );
}
