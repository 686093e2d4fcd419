import type { OperationId } from './contract.ts';
import type { ChatError } from './errors.ts';
import type { NextAttempt } from './retry.ts';

/** One finished attempt. Contains neither a secret nor a URL. */
export interface AttemptEvent {
  operation: OperationId;
  /** Number of the attempt, from 1. */
  attempt: number;
  /** `random` in the URL, by which the vendor's support finds the request, as a user reports. */
  random: number;
  /** Start of the attempt in milliseconds since 1970. */
  startedAt: number;
  durationMs: number;
  /** The vendor's error code, 0 for OK, `undefined` when the service returned none. */
  code: number | undefined;
  /** The error of a failed attempt. */
  error: ChatError | undefined;
  /** What follows, `undefined` when the call ends here. */
  next: NextAttempt | undefined;
}

/**
 * Functions that are notified of what happens. What they throw is ignored: watching a call must not break it.
 *
 * @example
 * import { createChatClient } from '@chat-sns/client';
 * import { SpanStatusCode, trace } from '@opentelemetry/api';
 *
 * const tracer = trace.getTracer('chat');
 * const chat = createChatClient({
 *   region: 'singapore',
 *   sdkAppId: 1400000000,
 *   identifier: 'administrator',
 *   secretKey: process.env.SECRET_KEY ?? '',
 *   hooks: {
 *     onAttempt({ operation, attempt, startedAt, durationMs, code, error, next }) {
 *       const attributes = {
 *         'chat.attempt': attempt,
 *         'chat.code': code ?? -1,
 *         'chat.next': next?.reason ?? 'end',
 *       };
 *       const span = tracer.startSpan(`chat ${operation}`, { startTime: startedAt, attributes });
 *       if (error) span.setStatus({ code: SpanStatusCode.ERROR, message: error.title });
 *       span.end(startedAt + durationMs);
 *     },
 *   },
 * });
 * await chat.deleteAllFriends({ From_Account: 'id' });
 */
export interface Hooks {
  onAttempt?: ((event: AttemptEvent) => void) | undefined;
}

export function notify(hooks: Hooks, event: AttemptEvent): void {
  callQuietly(() => hooks.onAttempt?.(event));
}

/** Calls foreign code whose failure must not matter. It may be async; its rejection would otherwise end the process. */
export function callQuietly(action: () => unknown): void {
  (async () => action())().catch(() => {});
}
