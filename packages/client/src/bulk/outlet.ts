import type { Batch, Entry } from './batches.ts';
import { conclude } from './settle.ts';
import type { createTally } from './tally.ts';
import type { BulkOutcome, BulkReason } from './types.ts';

/** Outcomes of so many inputs or more are handed over together: few enough for a slow reader not to hold up requests. */
const fullChunk = 1000;

/** Outcomes on their way to the reader of a job. */
export interface Outlet<Input> {
  /** Number of outcomes that were not read yet. */
  readonly undelivered: number;
  deliver(finished: readonly Entry<Input>[]): void;
  /** Delivers what stands of inputs that are not sent any more. */
  giveUp(batches: readonly Batch<Input>[], why: BulkReason): void;
  /** The oldest outcomes; they count as undelivered until `read` says otherwise. */
  take(): BulkOutcome<Input>[] | undefined;
  read(count: number): void;
  /** Resolves at the next outcome, or when `wake` is called. */
  change(): Promise<void>;
  wake(): void;
}

export function createOutlet<Input>(tally: ReturnType<typeof createTally>): Outlet<Input> {
  let arrived: BulkOutcome<Input>[][] = [];
  // The next one is the last: shifting a long array again and again would move all of it each time.
  let leaving: BulkOutcome<Input>[][] = [];
  let undelivered = 0;
  let waiting: (() => void)[] = [];

  function wake(): void {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  }

  function deliver(finished: readonly Entry<Input>[]): void {
    if (finished.length === 0) return;
    const last = arrived.at(-1);
    const chunk = last && last.length < fullChunk ? last : [];
    if (chunk !== last) arrived.push(chunk);
    for (const entry of finished) {
      tally.countOutcome(entry);
      chunk.push(entry as BulkOutcome<Input>);
    }
    tally.sample();
    undelivered += finished.length;
    wake();
  }

  return {
    get undelivered() {
      return undelivered;
    },
    deliver,
    giveUp(batches, why) {
      const entries = batches.flatMap((batch) => [...batch.entries.values()]);
      deliver(entries.map((entry) => conclude(entry, why)));
    },
    take() {
      if (leaving.length === 0) {
        leaving = arrived.reverse();
        arrived = [];
      }
      return leaving.pop();
    },
    read(count) {
      undelivered -= count;
    },
    change: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    wake,
  };
}
