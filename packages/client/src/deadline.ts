import type { Clock } from './clock.ts';
import { ChatAbortError, ChatNetworkError, ChatTimeoutError, type Origin } from './errors.ts';
import type { Mask } from './secrets.ts';

export interface Deadline {
  clock: Clock;
  timeoutMs: number;
  signal: AbortSignal | undefined;
  origin: Origin;
  mask: Mask;
  /** Whether something can have been sent when the time is up or the signal aborts. By default it can. */
  isSent?: (() => boolean) | undefined;
  /** The error when the time is up. By default that of an attempt. */
  createTimeoutError?: ((timeoutMs: number, origin: Origin, isSent: boolean) => Error) | undefined;
}

/**
 * Runs one attempt under its time limit and the caller's signal. Both apply even when a fetch ignores its signal.
 */
export async function runWithDeadline<T>(
  {
    clock,
    timeoutMs,
    signal,
    origin,
    mask,
    isSent = () => true,
    createTimeoutError = timeoutError,
  }: Deadline,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let stop: (reason: unknown) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  const cancelTimer = clock.after(timeoutMs, () => stop(createTimeoutError(timeoutMs, origin, isSent())));
  const abort = () => stop(abortError(signal as AbortSignal, origin, mask, isSent()));
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  try {
    return await Promise.race([stopped, work(controller.signal)]);
  } catch (cause) {
    // Ends the request, and frees the connection of a response that was not read to its end. Where the connection
    // failed nothing is left to end, and Node ends the process when a fetch that it has rejected is aborted.
    // A connection that was not made may still be under way.
    if (!(cause instanceof ChatNetworkError) || cause.carriedOut === 'no') controller.abort();
    throw cause;
  } finally {
    cancelTimer();
    signal?.removeEventListener('abort', abort);
  }
}

export const abortError = (signal: AbortSignal, origin: Origin, mask: Mask, isSent: boolean) =>
  new ChatAbortError({
    ...origin,
    title: 'Aborted',
    info: 'the call was aborted by its signal',
    retry: 'never',
    carriedOut: isSent ? 'unknown' : 'no',
    cause: mask.error(signal.reason),
  });

const timeoutError = (timeoutMs: number, origin: Origin, isSent: boolean) =>
  new ChatTimeoutError({
    ...origin,
    title: 'TimedOut',
    info: isSent
      ? `no complete response within ${timeoutMs} ms, so it is unknown whether the request was carried out`
      : `no UserSig within ${timeoutMs} ms, so nothing was sent`,
    retry: 'unanswered',
    carriedOut: isSent ? 'unknown' : 'no',
  });
