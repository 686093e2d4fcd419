import { isFiltered } from '../contract.ts';
import { ChatAbortError } from '../errors.ts';
import { systemRandom } from '../random.ts';
import { planNextAttempt, type RetryRules } from '../retry.ts';
import type { Batch, Entry } from './batches.ts';
import type { RequestResult } from './operations.ts';
import type { BulkReason, BulkStatus } from './types.ts';

/** The outcome of an input, before it has its place in the stream. */
export interface Finished<Input> {
  entry: Entry<Input>;
  status: BulkStatus;
  reason?: BulkReason | undefined;
}

/** What follows from a response. */
export interface Settlement<Input> {
  finished: Finished<Input>[];
  /** What is to be sent again, after `delayMs`. */
  repeated: Batch<Input>[];
  delayMs: number;
  /** Why the account of the request sends nothing more. */
  parked?: BulkReason;
}

/** How a job repeats what was refused. */
export interface Repetition {
  rules: RetryRules;
  periodMs: number;
  /** Since the first request for the same inputs. */
  elapsedMs: number;
  /** Whether a refused request of several inputs is repeated input by input. */
  isSplit: boolean;
}

/** Sorts the inputs of a request into those that have their outcome and those that are sent again. */
export function settle<Input>(
  batch: Batch<Input>,
  { read, error }: RequestResult,
  { rules, periodMs, elapsedMs, isSplit }: Repetition,
): Settlement<Input> {
  const finished: Finished<Input>[] = [];
  const again: Entry<Input>[] = [];
  const wasSent = error?.attempt !== 0;
  const isTaken = isSplit && batch.entries.length > 1 && error?.retry === 'never' && wasSent;
  let delayMs = 0;
  let parked: BulkReason | undefined;

  for (const entry of batch.entries) {
    if (wasSent) entry.attempts += 1;
    const result = read(entry.item);
    if (result.status !== 'refused') {
      const isGone = result.status === 'notFriend' && entry.isUncertain;
      finished.push({ entry, status: isGone ? 'gone' : result.status });
      continue;
    }
    const { failure, reason } = result;
    entry.reason = reason;
    entry.isUncertain ||= failure.carriedOut === 'unknown';
    if (reason.code !== undefined && isFiltered(reason.code)) parked = reason;
    const state = { elapsedMs, retries: batch.retries, periodMs, canReSign: false, canSwitchHost: false };
    const next = isTaken ? { delayMs: 0 } : planNextAttempt(failure, state, rules, systemRandom);
    if (next && !(error instanceof ChatAbortError)) {
      again.push(entry);
      delayMs = Math.max(delayMs, next.delayMs);
    } else finished.push({ entry, ...conclude(entry, reason) });
  }

  const parts = isTaken ? again.map((entry) => [entry]) : again.length > 0 ? [again] : [];
  const repeated = parts.map((entries) => ({
    ...batch,
    entries,
    items: new Set(entries.map(({ item }) => item)),
    retries: isTaken ? 0 : batch.retries + (wasSent ? 1 : 0),
  }));
  return { finished, repeated, delayMs, ...(parked && { parked }) };
}

/** The outcome of an input that is not sent again. */
export function conclude<Input>(
  { attempts, isUncertain, reason }: Entry<Input>,
  why: BulkReason,
): Pick<Finished<Input>, 'status' | 'reason'> {
  if (isUncertain) return { status: 'unknown', reason: reason ?? why };
  return attempts > 0 ? { status: 'failed', reason: reason ?? why } : { status: 'notSent', reason: why };
}
