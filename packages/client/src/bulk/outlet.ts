import type { Batch } from './batches.ts';
import { conclude, type Finished } from './settle.ts';
import type { createTally } from './tally.ts';
import type { BulkOutcome, BulkReason } from './types.ts';

/** Outcomes on their way to the reader of a job. */
export interface Outlet<Input> {
  /** Number of outcomes that were not read yet. */
  readonly undelivered: number;
  deliver(finished: readonly Finished<Input>[], fromJournal?: boolean): void;
  /** Delivers what stands of inputs that are not sent any more. */
  giveUp(batches: readonly Batch<Input>[], why: BulkReason): void;
  /** The oldest outcomes; each counts as undelivered until `read` says otherwise. */
  take(): BulkOutcome<Input>[] | undefined;
  read(): void;
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

  function deliver(finished: readonly Finished<Input>[], fromJournal = false): void {
    if (finished.length === 0) return;
    const chunk = finished.map(({ entry: { input, index, attempts }, status, reason }) => {
      tally.countOutcome(status, reason, fromJournal);
      return { input, index, attempts, fromJournal, status, reason } as BulkOutcome<Input>;
    });
    tally.sample();
    arrived.push(chunk);
    undelivered += chunk.length;
    wake();
  }

  return {
    get undelivered() {
      return undelivered;
    },
    deliver,
    giveUp(batches, why) {
      const entries = batches.flatMap((batch) => batch.entries);
      deliver(entries.map((entry) => ({ entry, ...conclude(entry, why) })));
    },
    take() {
      if (leaving.length === 0) {
        leaving = arrived.reverse();
        arrived = [];
      }
      return leaving.pop();
    },
    read() {
      undelivered -= 1;
    },
    change: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    wake,
  };
}
