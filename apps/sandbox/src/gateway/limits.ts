import { type OperationId, operations } from '@chat-sns/spec';
import type { Settings } from '../settings.ts';

/** Returns whether one more is allowed now, and counts it if so. */
export type Window = () => boolean;

/**
 * Allows at most `limit` in any span of `milliseconds`; 0 allows everything. Costs the same for every limit: it keeps
 * the last `limit` times in a ring and looks at the oldest. `elapsed` is a monotonic clock; on one that steps back
 * all the same, times that are now ahead count no more than those behind.
 */
export function createWindow(limit: number, milliseconds: number, elapsed: () => number): Window {
  if (limit === 0) return () => true;
  const times = new Float64Array(limit).fill(Number.NEGATIVE_INFINITY);
  let oldest = 0;
  return () => {
    const time = elapsed();
    if (Math.abs(time - (times[oldest] ?? 0)) < milliseconds) return false;
    times[oldest] = time;
    oldest = (oldest + 1) % limit;
    return true;
  };
}

type Limited = Pick<Settings, 'rateLimit' | 'badSignatureLimit' | 'deletionLimit'>;

const minute = 60_000;

/** Everything that counts over time, in one place, so that a reset clears all of it. */
export function createLimits(settings: Limited, elapsed: () => number) {
  let windows = create();

  function create() {
    const perOperation = Object.fromEntries(
      Object.entries(operations).map(([id, { perSeconds }]) => [
        id,
        createWindow(settings.rateLimit, perSeconds * 1000, elapsed),
      ]),
    ) as Record<OperationId, Window>;
    return {
      perOperation,
      perAccount: new Map<string, Window>(),
      badSignatures: createWindow(settings.badSignatureLimit, minute, elapsed),
    };
  }

  return {
    countCall: (operation: OperationId) => windows.perOperation[operation](),
    countBadSignature: () => windows.badSignatures(),
    /** Only called for imported accounts, so there are never more windows than accounts. */
    countDeletion(account: string): boolean {
      if (settings.deletionLimit === 0) return true;
      const window = windows.perAccount.get(account) ?? createWindow(settings.deletionLimit, minute, elapsed);
      windows.perAccount.set(account, window);
      return window();
    },
    reset() {
      windows = create();
    },
  };
}
