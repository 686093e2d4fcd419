import { type Clock, readElapsed } from './clock.ts';
import { type OperationId, operations } from './contract.ts';
import { ChatConfigError } from './errors.ts';
import { createTurns } from './turns.ts';

/** Number of requests that may start within a number of seconds. Retries count as well. */
export interface RateLimit {
  calls: number;
  perSeconds: number;
}

/** Decides when a request may start. Pass your own to share one rate limit between processes. */
export interface RateLimiter {
  /**
   * Resolves when one more request may start under `key`, which consists of the app and the operation. Rejects when the
   * signal aborts, which it does when the caller gives up or the time limit of the wait ends.
   */
  acquire(key: string, signal?: AbortSignal): Promise<void>;
  /** Is notified that the service refused a request under `key` as one too many, although it had its turn. */
  slowDown?(key: string): void;
}

/** By how much the delay from a permit to the arrival of its request may vary without breaking the limit there. */
const variationMs = 50;
/** By how much a permit may be late without making those behind it late too: timers round to milliseconds. */
const latenessMs = 10;

/** How permits are spaced: a rate limit as the generic cell rate algorithm (GCRA) takes it. */
export interface Spacing {
  /** From one permit to the next. */
  intervalMs: number;
  /** From one permit to the next at the least, when the one was late. */
  shortestMs: number;
  /** A refusal halves the rate, once in this time. */
  periodMs: number;
  /** Half of what a refusal took comes back after this time. */
  recoveryMs: number;
  /** The rate is never divided by more than this. */
  slowest: number;
}

/** Any permit and the one that is `calls` later are at least the period and the variation apart. */
export function planSpacing({ calls, perSeconds }: RateLimit): Spacing {
  const periodMs = perSeconds * 1000;
  const intervalMs = (periodMs + variationMs + latenessMs) / calls;
  const shortestMs = intervalMs - latenessMs;
  return { intervalMs, shortestMs, periodMs, recoveryMs: 10 * periodMs, slowest: 16 };
}

/**
 * A rate limiter for one process. Requests start one at a time, evenly spaced, so that at most `calls` arrive in any
 * period of `perSeconds` while the delay on the way varies by less than 50 ms. The first one after a pause does not wait.
 */
export function createRateLimiter(rateLimit: RateLimit, clock: Clock): RateLimiter {
  const spacing = planSpacing(checkRateLimit(rateLimit));
  const lines = new Map<string, ReturnType<typeof createLine>>();

  function getLine(key: string) {
    const line = lines.get(key) ?? createLine(spacing, clock);
    lines.set(key, line);
    return line;
  }

  return {
    acquire: (key, signal) => getLine(key).acquire(signal),
    slowDown: (key) => getLine(key).slowDown(),
  };
}

function createLine({ intervalMs, shortestMs, periodMs, recoveryMs, slowest }: Spacing, clock: Clock) {
  let due = Number.NEGATIVE_INFINITY;
  let slowness = 1;
  let slowedAt = Number.NEGATIVE_INFINITY;

  function take(): number {
    const now = readElapsed(clock);
    for (; slowness > 1 && now - slowedAt >= recoveryMs; slowedAt += recoveryMs) slowness /= 2;
    const interval = intervalMs * slowness;
    // No permit is further away than one interval, even on a clock that stepped back.
    due = Math.min(due, now + interval);
    if (now < due) return due - now;
    due = Math.max(due + interval, now + shortestMs * slowness);
    return 0;
  }

  return {
    acquire: createTurns(clock, take),
    slowDown() {
      const now = readElapsed(clock);
      // The refusals of one period have one cause.
      if (now - slowedAt < periodMs) return;
      slowness = Math.min(slowness * 2, slowest);
      slowedAt = now;
    },
  };
}

const shared = new WeakMap<Clock, Map<string, RateLimiter>>();

/** The rate limiter that all clients of this process share when they have the same clock and the same rate limit. */
function shareRateLimiter(rateLimit: RateLimit, clock: Clock): RateLimiter {
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
  return shareRateLimiter(choice ?? operations[operation], clock);
}

export function checkRateLimit({ calls, perSeconds }: RateLimit): RateLimit {
  if (Number.isInteger(calls) && calls > 0 && Number.isFinite(perSeconds) && perSeconds > 0)
    return { calls, perSeconds };
  throw new ChatConfigError(
    'InvalidRateLimit',
    'rateLimit requires a positive integer as calls and a positive number as perSeconds',
  );
}
