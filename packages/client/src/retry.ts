import { longestTimerMs } from './clock.ts';
import { ChatConfigError, type ChatError } from './errors.ts';
import type { Random } from './random.ts';

/** How failed attempts are retried. The error catalogue says which failures are. */
export interface RetrySettings {
  /** Total number of attempts, including the first. 3 by default. */
  maxAttempts?: number | undefined;
  /** Longest wait before the first retry in milliseconds; it doubles with each one. 200 by default. */
  baseDelayMs?: number | undefined;
  /** Longest wait before any retry in milliseconds, unless the server asks for a longer one. 5000 by default. */
  maxDelayMs?: number | undefined;
  /** No retry starts later than this after the start of the call, in milliseconds. 30000 by default. */
  maxElapsedMs?: number | undefined;
  /**
   * What to do when the service asks for a minute without requests: fail at once, or wait the minute and retry. The
   * minute does not count towards `maxElapsedMs`. `fail` by default.
   */
  cooldown?: 'fail' | 'wait' | undefined;
  /**
   * Whether to retry when it is unknown whether the request was carried out: after a timeout, a broken connection, a
   * gateway's failure, or an error code of which the catalogue says so. By default true for `deleteFriends` and
   * `deleteFriendLists`, and false for `deleteAllFriends`: the API has no idempotency key, and a second request would
   * delete a friend who was added in between.
   */
  retryUnanswered?: boolean | undefined;
}

export type RetryRules = { [Name in keyof RetrySettings]-?: NonNullable<RetrySettings[Name]> };

export interface CallState {
  /** Milliseconds since the call started. */
  elapsedMs: number;
  /** Retries so far, without the switch to the backup host and the new signature. */
  retries: number;
  /** Whether a new UserSig can be obtained and was not obtained yet in this call. */
  canReSign: boolean;
  /** Whether there is a backup host that was not tried yet in this call. */
  canSwitchHost: boolean;
  /** Length of the rate limit's period in milliseconds. */
  periodMs: number;
}

/** What follows a failed attempt. */
export interface NextAttempt {
  reason: 'retry' | 're-sign' | 'backup-host';
  delayMs: number;
}

const cooldownMs = 60_000;

const defaults = {
  maxAttempts: 3,
  baseDelayMs: 200,
  maxDelayMs: 5_000,
  maxElapsedMs: 30_000,
  cooldown: 'fail',
} as const;

const isDuration = (value: unknown) => typeof value === 'number' && value >= 0;

const checks: { [Name in keyof RetryRules]: [isValid: (value: unknown) => boolean, expected: string] } = {
  maxAttempts: [
    (value) => value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && Number(value) > 0),
    'a positive integer or Infinity',
  ],
  baseDelayMs: [isDuration, 'a number from 0'],
  maxDelayMs: [isDuration, 'a number from 0'],
  maxElapsedMs: [isDuration, 'a number from 0'],
  cooldown: [(value) => value === 'fail' || value === 'wait', "'fail' or 'wait'"],
  retryUnanswered: [(value) => typeof value === 'boolean', 'true or false'],
};

/** @throws {ChatConfigError} `InvalidRetry`. */
export function checkRetry(settings: RetrySettings | false | undefined): void {
  for (const [name, [isValid, expected]] of settings ? Object.entries(checks) : []) {
    const value = (settings as Record<string, unknown>)[name];
    if (value !== undefined && !isValid(value))
      throw new ChatConfigError('InvalidRetry', `retry.${name} must be ${expected}`);
  }
}

/** Merges the settings of a client and of a call; `false` at either place means a single attempt. */
export function chooseRetryRules(
  retryUnanswered: boolean,
  ...layers: (RetrySettings | false | undefined)[]
): RetryRules {
  let rules: RetryRules = { ...defaults, retryUnanswered };
  for (const layer of layers) {
    if (layer === false) rules = { ...rules, maxAttempts: 1 };
    else if (layer) rules = { ...rules, ...omitUndefined(layer) };
  }
  return rules;
}

const omitUndefined = (settings: RetrySettings): Partial<RetryRules> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

/** What a plan needs to know about a failure. */
export type Failure = Pick<ChatError, 'retry' | 'carriedOut' | 'retryAfterMs'>;

/** Decides what follows a failed attempt; `undefined` ends the call. */
export function planNextAttempt(
  error: Failure,
  state: CallState,
  rules: RetryRules,
  random: Random,
): NextAttempt | undefined {
  if (error.carriedOut === 'unknown' && !rules.retryUnanswered) return undefined;
  if (error.retry === 're-sign') return state.canReSign ? { reason: 're-sign', delayMs: 0 } : undefined;
  if (error.retry === 'unsent' && state.canSwitchHost) return { reason: 'backup-host', delayMs: 0 };
  if (state.retries + 1 >= rules.maxAttempts) return undefined;
  const delayMs = chooseDelay(error, state, rules, random);
  // A wait that no timer can keep would end at once.
  if (delayMs === undefined || delayMs > longestTimerMs) return undefined;
  if (error.retry !== 'cooldown' && state.elapsedMs + delayMs > rules.maxElapsedMs) return undefined;
  return { reason: 'retry', delayMs };
}

function chooseDelay(error: Failure, { retries, periodMs }: CallState, rules: RetryRules, random: Random) {
  const longest = Math.min(rules.maxDelayMs, rules.baseDelayMs * 2 ** retries, longestTimerMs);
  const jittered = Math.floor((longest * random()) / 2 ** 32);
  const asked = error.retryAfterMs ?? 0;
  switch (error.retry) {
    case 'transient':
    case 'unsent':
    case 'unanswered':
      return Math.max(jittered, asked);
    case 'throttled':
      // One period of the limit must pass before a request can succeed.
      return Math.max(periodMs + jittered, asked);
    case 'cooldown':
      return rules.cooldown === 'wait' ? Math.max(cooldownMs, asked) : undefined;
  }
  return undefined;
}
