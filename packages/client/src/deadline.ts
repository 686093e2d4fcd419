import type { Clock } from './clock.ts';
import { ChatAbortError, ChatError, ChatTimeoutError, type Origin } from './errors.ts';
import { networkError } from './network.ts';
import { cleanCause, type Redact } from './secrets.ts';

export interface Deadline {
  clock: Clock;
  timeoutMs: number;
  signal: AbortSignal | undefined;
  origin: Origin;
}

/**
 * Runs one attempt under its time limit and the caller's signal, and turns whatever it throws into a named error. The
 * limit applies even when a fetch ignores its signal.
 */
export async function runWithDeadline<T>(
  { clock, timeoutMs, signal, origin }: Deadline,
  redact: () => Redact,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timedOut = false;
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  const cancelTimer = clock.after(timeoutMs, () => {
    timedOut = true;
    stop();
  });
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  try {
    return await Promise.race([stopped, work(controller.signal)]);
  } catch (cause) {
    // Ends the request, and frees the connection of a response that was not read to its end.
    controller.abort();
    if (cause instanceof ChatError) throw cause;
    if (signal?.aborted) throw abortError(signal, origin, redact());
    if (timedOut) throw timeoutError(timeoutMs, origin);
    throw networkError(cause, cleanCause(cause, redact()), origin);
  } finally {
    cancelTimer();
    signal?.removeEventListener('abort', stop);
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

export const abortError = (signal: AbortSignal, origin: Origin, redact: Redact) =>
  new ChatAbortError({
    ...origin,
    title: 'Aborted',
    info: 'the call was aborted by its signal',
    retry: 'never',
    cause: cleanCause(signal.reason, redact),
  });

const timeoutError = (timeoutMs: number, origin: Origin) =>
  new ChatTimeoutError({
    ...origin,
    title: 'TimedOut',
    info: `no complete response within ${timeoutMs} ms, so it is unknown whether the request was carried out`,
    retry: 'unanswered',
  });
