import { runAttempt } from './attempt.ts';
import { sleep } from './clock.ts';
import { type OperationId, operations } from './contract.ts';
import { abortError, raceAbort } from './deadline.ts';
import { ChatError, ChatRateLimitError, type Origin } from './errors.ts';
import { notify } from './hooks.ts';
import { chooseRateLimiter } from './limiter.ts';
import type { Operation } from './operations/operation.ts';
import { type CallOptions, checkTimeout, type Settings } from './options.ts';
import type { OutcomeOf } from './outcomes.ts';
import { chooseRetryRules, type NextAttempt, planNextAttempt } from './retry.ts';

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

  return async (request, { signal, timeoutMs = settings.timeoutMs, retry } = {}) => {
    checkTimeout(timeoutMs);
    const body = operation.prepare(request);
    const rules = chooseRetryRules(operation.retriesUnanswered, settings.retry, retry);
    const calledAt = clock.now();
    const used: Record<NextAttempt['reason'], number> = { retry: 0, 're-sign': 0, 'backup-host': 0 };

    for (let number = 1, delayMs = 0; ; number += 1) {
      await waitForTurn(number, delayMs, signal);
      const startedAt = clock.now();
      const base = (used['backup-host'] && hosts.backup) || hosts.primary;
      const random = settings.random();
      const attempt = { number, random, base, body, signal, timeoutMs };
      const result = await runAttempt(settings, operation, attempt).then(
        (value) => ({ value, error: undefined }),
        (error: unknown) => ({ error: requireChatError(error) }),
      );
      const now = clock.now();
      const { error } = result;
      const state = {
        elapsedMs: now - calledAt,
        retries: used.retry,
        canReSign: credentials.renewable && !used['re-sign'],
        canSwitchHost: hosts.backup !== undefined && !used['backup-host'],
        periodMs: operations[id].perSeconds * 1000,
      };
      const next = error && planNextAttempt(error, state, rules, settings.jitter);
      const code = error ? error.code : 0;
      const durationMs = now - startedAt;
      notify(hooks, { operation: id, attempt: number, random, startedAt, durationMs, code, error, next });
      if (!error) return result.value;
      if (!next) throw error;
      used[next.reason] += 1;
      delayMs = next.delayMs;
    }
  };

  async function waitForTurn(
    number: number,
    delayMs: number,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const origin = { operation: id, attempt: number - 1 };
    try {
      signal?.throwIfAborted();
      if (delayMs > 0) await sleep(clock, delayMs, signal);
      if (limiter) await raceAbort(signal, limiter.acquire(`${settings.sdkAppId}:${id}`, signal));
    } catch (cause) {
      if (signal?.aborted) throw abortError(signal, origin, credentials.mask);
      throw rateLimiterError(cause, origin);
    }
  }

  function rateLimiterError(cause: unknown, origin: Origin): ChatRateLimitError {
    return new ChatRateLimitError({
      ...origin,
      title: 'RateLimiterFailed',
      info: 'the rate limiter failed, so nothing was sent',
      retry: 'never',
      cause: credentials.mask.error(cause),
    });
  }
}

// Anything else is a bug in this package or in an option, and is better seen than wrapped.
function requireChatError(error: unknown): ChatError {
  if (error instanceof ChatError) return error;
  throw error;
}
