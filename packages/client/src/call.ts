import { runAttempt } from './attempt.ts';
import { readElapsed, sleep } from './clock.ts';
import { isRepeatable, type OperationId, operations } from './contract.ts';
import { abortError, runWithDeadline } from './deadline.ts';
import { ChatError, ChatRateLimitError, type RateLimitTitle } from './errors.ts';
import { callQuietly, notify } from './hooks.ts';
import { chooseRateLimiter } from './limiter.ts';
import type { Operation } from './operations/operation.ts';
import { type CallOptions, checkSignal, checkTimeout, type Settings } from './options.ts';
import type { OutcomeOf } from './outcomes.ts';
import { checkRetry, chooseRetryRules, type NextAttempt, planNextAttempt } from './retry.ts';

/** What an attempt waits for before it starts. */
interface Turn {
  delayMs: number;
  /** Limit of the wait for the rate limit. */
  timeoutMs: number;
  signal: AbortSignal | undefined;
  /** The error of the attempt before. */
  failed?: ChatError;
}

/**
 * Creates the function that carries out one operation: check, wait for the rate limit, attempt, retry where that helps.
 */
export function createCall<Id extends OperationId, Request>(
  settings: Settings,
  operation: Operation<Id, Request>,
): (request: Request, options?: CallOptions) => Promise<OutcomeOf<Id>> {
  const { clock, credentials, hooks, hosts } = settings;
  const { id } = operation;
  const limiter = chooseRateLimiter(settings.rateLimit, id, clock);
  const key = `${settings.sdkAppId}:${id}`;

  return async (request, { signal, timeoutMs = settings.timeoutMs, retry, onSend } = {}) => {
    checkTimeout(timeoutMs);
    checkSignal(signal);
    checkRetry(retry);
    const body = operation.prepare(request);
    const rules = chooseRetryRules(isRepeatable(id), settings.retry, retry);
    const calledAt = readElapsed(clock);
    const used: Record<NextAttempt['reason'], number> = { retry: 0, 're-sign': 0, 'backup-host': 0 };

    let turn: Turn = { delayMs: 0, timeoutMs, signal };
    for (let number = 1; ; number += 1) {
      await waitForTurn(turn);
      callQuietly(() => onSend?.());
      const startedAt = clock.now();
      const started = readElapsed(clock);
      const base = (used['backup-host'] && hosts.backup) || hosts.primary;
      const random = settings.random();
      const before = turn.failed?.carriedOut ?? 'no';
      const attempt = { number, random, base, body, before, signal, timeoutMs };
      const result = await runAttempt(settings, operation, attempt).then(
        (value) => ({ value, error: undefined }),
        (error: unknown) => ({ error: requireChatError(error) }),
      );
      const ended = readElapsed(clock);
      const { error } = result;
      if (error?.retry === 'throttled') callQuietly(() => limiter?.slowDown?.(key));
      const state = {
        elapsedMs: ended - calledAt,
        retries: used.retry,
        canReSign: credentials.renewable && !used['re-sign'],
        canSwitchHost: hosts.backup !== undefined && !used['backup-host'],
        periodMs: operations[id].perSeconds * 1000,
      };
      const next = error && planNextAttempt(error, state, rules, settings.jitter);
      const code = error ? error.code : 0;
      const durationMs = ended - started;
      notify(hooks, { operation: id, attempt: number, random, startedAt, durationMs, code, error, next });
      if (!error) return result.value;
      if (!next) throw error;
      used[next.reason] += 1;
      const { delayMs, reason } = next;
      const isBounded = reason === 'retry' && error.retry !== 'cooldown';
      const leftMs = isBounded ? rules.maxElapsedMs - state.elapsedMs - delayMs : timeoutMs;
      turn = { delayMs, timeoutMs: Math.min(timeoutMs, leftMs), signal, failed: error };
    }
  };

  /** Waits until the next attempt may start: first for its delay, then for the rate limit. */
  async function waitForTurn({ delayMs, timeoutMs, signal, failed }: Turn): Promise<void> {
    const before = failed?.carriedOut;
    const origin = { operation: id, before, attempt: failed?.attempt ?? 0, random: failed?.random };
    const { mask } = credentials;
    const unsent = failed ? 'no retry was sent' : 'nothing was sent';
    const createError = (title: RateLimitTitle, info: string, cause: unknown) =>
      new ChatRateLimitError({
        ...origin,
        title,
        info: `${info}, so ${unsent}`,
        retry: title === 'WaitTimedOut' ? 'throttled' : 'never',
        carriedOut: 'no',
        cause,
      });
    const createTimeoutError = () =>
      createError('WaitTimedOut', `no turn under the rate limit within ${timeoutMs} ms`, failed);
    const acquire = async (turnSignal: AbortSignal) => {
      try {
        await limiter?.acquire(key, turnSignal);
      } catch (cause) {
        throw createError('RateLimiterFailed', 'the rate limiter failed', mask.error(cause));
      }
    };

    try {
      signal?.throwIfAborted();
      if (delayMs > 0) await sleep(clock, delayMs, signal);
    } catch (cause) {
      throw signal?.aborted ? abortError(signal, origin, mask, false) : cause;
    }
    if (limiter)
      await runWithDeadline(
        { clock, timeoutMs, signal, origin, mask, isSent: () => false, createTimeoutError },
        acquire,
      );
  }
}

// Anything else is a bug in this package or in an option, and is better seen than wrapped.
function requireChatError(error: unknown): ChatError {
  if (error instanceof ChatError) return error;
  throw error;
}
