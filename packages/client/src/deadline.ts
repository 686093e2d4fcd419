import type { Clock } from './clock.ts';
import { ChatAbortError, ChatNetworkError, ChatTimeoutError, type Origin } from './errors.ts';
import type { Mask } from './secrets.ts';

export interface Deadline {
  clock: Clock;
  timeoutMs: number;
  signal: AbortSignal | undefined;
  origin: Origin;
  mask: Mask;
}

/**
 * Runs one attempt under its time limit and the caller's signal. Both apply even when a fetch ignores its signal.
 */
export async function runWithDeadline<T>(
  { clock, timeoutMs, signal, origin, mask }: Deadline,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let stop: (reason: unknown) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  const cancelTimer = clock.after(timeoutMs, () => stop(timeoutError(timeoutMs, origin)));
  const abort = () => stop(abortError(signal as AbortSignal, origin, mask));
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  try {
    return await Promise.race([stopped, work(controller.signal)]);
  } catch (cause) {
    // Ends the request, and frees the connection of a response that was not read to its end. Where the connection
    // failed nothing is left to end, and Node ends the process when a fetch that it has rejected is aborted.
    if (!(cause instanceof ChatNetworkError)) controller.abort();
    throw cause;
  } finally {
    cancelTimer();
    signal?.removeEventListener('abort', abort);
  }
}

/** Waits for `work` or for the signal, whichever comes first. */
export function raceAbort<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

export const abortError = (signal: AbortSignal, origin: Origin, mask: Mask) =>
  new ChatAbortError({
    ...origin,
    title: 'Aborted',
    info: 'the call was aborted by its signal',
    retry: 'never',
    cause: mask.error(signal.reason),
  });

const timeoutError = (timeoutMs: number, origin: Origin) =>
  new ChatTimeoutError({
    ...origin,
    title: 'TimedOut',
    info: `no complete response within ${timeoutMs} ms, so it is unknown whether the request was carried out`,
    retry: 'unanswered',
  });
