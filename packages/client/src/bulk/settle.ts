import { isFiltered } from '../contract.ts';
import { ChatAbortError } from '../errors.ts';
import { systemRandom } from '../random.ts';
import { planNextAttempt, type RetryRules } from '../retry.ts';
import type { Batch, Entry } from './batches.ts';
import type { RequestResult } from './operations.ts';
import type { BulkReason, BulkStatus } from './types.ts';

/** What follows from a response. */
export interface Settlement<Input> {
  finished: Entry<Input>[];
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
  const finished: Entry<Input>[] = [];
  const again: [string, Entry<Input>][] = [];
  const wasSent = error?.attempt !== 0;
  const isTaken = isSplit && batch.entries.size > 1 && error?.retry === 'never' && wasSent;
  let delayMs = 0;
  let parked: BulkReason | undefined;

  for (const [item, entry] of batch.entries) {
    if (wasSent) entry.attempts += 1;
    const result = read(item);
    if (result.status !== 'refused') {
      const isGone = result.status === 'notFriend' && entry.status === 'unknown';
      finished.push(finish(entry, isGone ? 'gone' : result.status));
      continue;
    }
    const { failure, reason } = result;
    if (failure.carriedOut === 'unknown') entry.status = 'unknown';
    else if (wasSent && entry.status === 'notSent') entry.status = 'failed';
    entry.reason = reason;
    if (reason.code !== undefined && isFiltered(reason.code)) parked = reason;
    const state = { elapsedMs, retries: batch.retries, periodMs, canReSign: false, canSwitchHost: false };
    const next = isTaken ? { delayMs: 0 } : planNextAttempt(failure, state, rules, systemRandom);
    if (next && !(error instanceof ChatAbortError)) {
      again.push([item, entry]);
      delayMs = Math.max(delayMs, next.delayMs);
    } else finished.push(conclude(entry, reason));
  }

  const parts = isTaken ? again.map((one) => [one]) : again.length > 0 ? [again] : [];
  const repeated = parts.map((entries) => ({
    ...batch,
    entries: new Map(entries),
    retries: isTaken ? 0 : batch.retries + (wasSent ? 1 : 0),
  }));
  return { finished, repeated, delayMs, ...(parked && { parked }) };
}

export function finish<Input>(
  entry: Entry<Input>,
  status: BulkStatus,
  reason?: BulkReason | undefined,
): Entry<Input> {
  entry.status = status;
  entry.reason = reason;
  return entry;
}

/** Finishes an input that is not sent again: it stays what it is. */
export function conclude<Input>(entry: Entry<Input>, why: BulkReason): Entry<Input> {
  if (entry.status === 'notSent') entry.reason = why;
  else entry.reason ??= why;
  return entry;
}
