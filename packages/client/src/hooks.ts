import type { OperationId } from './contract.ts';
import type { ChatError } from './errors.ts';
import type { NextAttempt } from './retry.ts';

/** One finished attempt. Holds no secret and no URL. */
export interface AttemptEvent {
  operation: OperationId;
  /** Number of the attempt, from 1. */
  attempt: number;
  /** Start of the attempt in milliseconds since 1970. */
  startedAt: number;
  durationMs: number;
  /** The vendor's number, 0 for OK, `undefined` when the service gave none. */
  code: number | undefined;
  /** What the attempt failed with. */
  error: ChatError | undefined;
  /** What follows, `undefined` when the call ends here. */
  next: NextAttempt | undefined;
}

/** Functions that are told what happens. What they throw is ignored: watching a call must not break it. */
export interface Hooks {
  onAttempt?: ((event: AttemptEvent) => void) | undefined;
}

export function notify(hooks: Hooks, event: AttemptEvent): void {
  // A hook may be async although it should not be; its rejection would otherwise end the process.
  const callHook = async () => hooks.onAttempt?.(event);
  callHook().catch(() => {});
}
