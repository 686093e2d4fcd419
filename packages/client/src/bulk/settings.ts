import { longestTimerMs, readElapsed, systemClock } from '../clock.ts';
import { isRepeatable, type OperationId, operations } from '../contract.ts';
import { ChatConfigError } from '../errors.ts';
import { checkSignal, checkTimeout } from '../options.ts';
import { checkRetry, chooseRetryRules, type RetryRules } from '../retry.ts';
import type { BulkOptions } from './types.ts';

const defaultRetry = { maxAttempts: 6, maxElapsedMs: 300_000 };

/** The options of a job, checked and completed. */
export interface BulkSettings extends BulkOptions {
  concurrency: number;
  window: number;
  lingerMs: number;
  rules: RetryRules;
  /** Length of the rate limit's period in milliseconds. */
  periodMs: number;
  /** Milliseconds on a monotonic clock. */
  now(): number;
  after(ms: number, action: () => void): () => void;
}

export function completeBulkOptions(id: OperationId, options: BulkOptions, inputs: unknown): BulkSettings {
  checkBulkOptions(options, inputs);
  const { clock = systemClock, window = 10_000, concurrency = 600, lingerMs = 1000 } = options;
  return {
    ...options,
    concurrency,
    window,
    lingerMs,
    rules: chooseRetryRules(isRepeatable(id), defaultRetry, options.retry),
    periodMs: operations[id].perSeconds * 1000,
    now: () => readElapsed(clock),
    after: (ms, action) => clock.after(Math.min(Math.max(ms, 0), longestTimerMs), action),
  };
}

function checkBulkOptions(options: BulkOptions, inputs: unknown): void {
  const refuse = (info: string) => {
    throw new ChatConfigError('InvalidBulkOption', info);
  };
  const source = Object(inputs);
  if (typeof inputs === 'string' || !(Symbol.iterator in source || Symbol.asyncIterator in source))
    refuse('inputs must be an iterable or an async iterable of requests');
  for (const name of ['concurrency', 'window'] as const) {
    const { [name]: value = 1 } = options;
    if (!Number.isInteger(value) || value < 1) refuse(`${name} must be a positive integer`);
  }
  const { lingerMs = 0, total = 0, journal, onRequest } = options;
  if (!(typeof lingerMs === 'number' && lingerMs >= 0 && lingerMs <= longestTimerMs))
    refuse('lingerMs must be a number from 0 to 2147483647');
  if (!(typeof total === 'number' && total >= 0)) refuse('total must be a number from 0');
  if (journal && (typeof journal.read !== 'function' || typeof journal.append !== 'function'))
    refuse('journal must have read() and append()');
  if (onRequest !== undefined && typeof onRequest !== 'function') refuse('onRequest must be a function');
  if (options.timeoutMs !== undefined) checkTimeout(options.timeoutMs);
  checkSignal(options.signal);
  checkRetry(options.retry);
}
