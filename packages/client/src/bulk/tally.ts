import type { Entry } from './batches.ts';
import type { BulkProgress, BulkReason, BulkStatus, BulkSummary } from './types.ts';

/** The rate is that of the last ten seconds. */
const spanMs = 10_000;

/** Counts what becomes of the inputs. */
export function createTally(now: () => number, total: number | undefined) {
  const startedAt = now();
  const counts: Record<BulkStatus, number> = {
    deleted: 0,
    notFriend: 0,
    gone: 0,
    failed: 0,
    unknown: 0,
    notSent: 0,
  };
  const failures: Record<string, number> = {};
  let samples = [{ at: startedAt, done: 0 }];
  let read = 0;
  let done = 0;
  let remembered = 0;
  let requests = 0;

  function measureRate(): number {
    const at = now();
    const first = samples.findLast((sample) => at - sample.at >= spanMs) ?? samples[0];
    if (!first || at === first.at) return 0;
    return ((done - remembered - first.done) / (at - first.at)) * 1000;
  }

  return {
    get read() {
      return read;
    },
    countInput() {
      read += 1;
    },
    countRequest() {
      requests += 1;
    },
    countOutcome({ status, reason, fromJournal }: Entry<unknown>) {
      counts[status] += 1;
      done += 1;
      if (fromJournal) remembered += 1;
      if (reason && status !== 'notSent') failures[reason.title] = (failures[reason.title] ?? 0) + 1;
    },
    /** Is called now and then, so that the rate is that of the last seconds. */
    sample() {
      const at = now();
      if (at - (samples.at(-1)?.at ?? 0) < spanMs / 10) return;
      samples = [
        ...samples.filter((sample) => at - sample.at <= 2 * spanMs),
        { at, done: done - remembered },
      ];
    },
    readProgress(isPaused: boolean): BulkProgress {
      const perSecond = measureRate();
      const left = total === undefined ? undefined : Math.max(total - done, 0);
      const remainingMs = left === undefined || perSecond === 0 ? undefined : (left / perSecond) * 1000;
      return {
        read,
        done,
        counts: { ...counts },
        failures: { ...failures },
        requests,
        perSecond,
        remainingMs,
        isPaused,
      };
    },
    summarise(isRead: boolean, stopped: BulkReason | undefined): BulkSummary {
      return {
        read,
        done,
        counts: { ...counts },
        failures: { ...failures },
        requests,
        durationMs: now() - startedAt,
        isComplete: isRead && counts.notSent === 0,
        stopped,
      };
    },
  };
}
