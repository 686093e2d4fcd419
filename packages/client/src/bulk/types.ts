import type { Clock } from '../clock.ts';
import type { OperationId } from '../contract.ts';
import type { ChatError } from '../errors.ts';
import type { RetrySettings } from '../retry.ts';

/** What became of one input. The first three are done; `unknown` can have been carried out, the last two were not. */
export type BulkStatus =
  /** Deleted by this job. */
  | 'deleted'
  /** There was nothing to delete: the account was not a friend. */
  | 'notFriend'
  /** Gone, after an attempt whose response was lost: it is not known whether that attempt deleted it. */
  | 'gone'
  /** The service refused it, or it cannot be sent. */
  | 'failed'
  /** The request was sent, and nobody knows whether it was carried out. */
  | 'unknown'
  /** The job ended before it was sent. */
  | 'notSent';

/** Why an input was not deleted. */
export interface BulkReason {
  /** The vendor's error code, `undefined` when the service returned none. */
  code: number | undefined;
  /** Stable name in PascalCase: a title of the catalogue, of an error of the client, or why the job ended. */
  title: string;
  info: string;
  /** Whether the same input can succeed later without anybody changing anything, and repeating it is safe. */
  retryable: boolean;
}

/** What became of one input. Every input that was read has exactly one. */
export type BulkOutcome<Input> = {
  /** The input itself, as it was read. */
  input: Input;
  /** Its position among the inputs, from 0. */
  index: number;
  /** Number of requests of this run that carried it. */
  attempts: number;
  /** True when it comes from the journal of an earlier run, so that this run sent nothing for it. */
  fromJournal: boolean;
} & (
  | { status: 'deleted' | 'notFriend' | 'gone'; reason?: undefined }
  | { status: 'failed' | 'unknown' | 'notSent'; reason: BulkReason }
);

/** One request of a job. Contains neither a secret nor a URL. */
export interface BulkRequestEvent {
  operation: OperationId;
  /** `From_Account` of the request. */
  account: string;
  /** Number of inputs that the request carried. */
  inputs: number;
  /** Number of the attempt for these inputs, from 1. */
  attempt: number;
  /** Duration in milliseconds, the wait for the rate limit included. */
  durationMs: number;
  error: ChatError | undefined;
}

/** How far a job is. */
export interface BulkProgress {
  /** Inputs read so far. */
  read: number;
  /** Inputs that have an outcome. */
  done: number;
  /** Outcomes by status. */
  counts: Record<BulkStatus, number>;
  /** Failed and unknown outcomes by title. */
  failures: Record<string, number>;
  /** Requests that were sent. */
  requests: number;
  /** Outcomes per second, over the last ten seconds. */
  perSecond: number;
  /** Milliseconds that are left at this rate, `undefined` without `total` or before the first outcome. */
  remainingMs: number | undefined;
  isPaused: boolean;
}

/** What a job came to. */
export interface BulkSummary extends Omit<BulkProgress, 'remainingMs' | 'isPaused' | 'perSecond'> {
  durationMs: number;
  /** True when every input was read and sent: no outcome is `notSent`. */
  isComplete: boolean;
  /** Why the job ended early. */
  stopped: BulkReason | undefined;
}

/** A bulk job: an async iterable of outcomes. It starts with the iteration, and can be iterated once. */
export interface BulkJob<Input> extends AsyncIterable<BulkOutcome<Input>> {
  /** Resolves when the iteration has ended, whatever it ended with. */
  readonly summary: Promise<BulkSummary>;
  /** How far the job is now. */
  readonly progress: BulkProgress;
  /** Sends nothing more until `resume`. Requests that are under way go on. */
  pause(): void;
  resume(): void;
  /**
   * Sends nothing more and resolves when the requests under way have ended, which their time limits see to, and are in the
   * journal. What was read and not sent is `notSent`. Leaving the iteration with `break` does the same.
   */
  close(): Promise<BulkSummary>;
}

/**
 * Where a job remembers what it sent. Records are strings of JSON without line breaks and are only ever appended.
 * `openJournal` keeps them in a file.
 */
export interface BulkJournal {
  /** All records that were appended before, oldest first. */
  read(): Iterable<string> | AsyncIterable<string>;
  /** Resolves when the record will outlive the process. A job whose record takes longer than a minute ends. */
  append(record: string): Promise<void>;
}

/** Options of a bulk job. */
export interface BulkOptions {
  /** Ends the job: also aborts the requests under way, whose inputs are then `unknown`. */
  signal?: AbortSignal | undefined;
  /**
   * Most requests under way at a time. 600 by default: 200 a second for the 3 seconds that the service takes at the most.
   * Only as many are as the rate and the latency ask for, and fewer when a service becomes slower with each one.
   */
  concurrency?: number | undefined;
  /** Most inputs that are held to fill requests, and most outcomes that wait for their reader. 10000 by default. */
  window?: number | undefined;
  /** Longest wait for more inputs of an account before its request is sent, in milliseconds. A second by default. */
  lingerMs?: number | undefined;
  /** How refused inputs are repeated. By default 6 attempts within 5 minutes; the rest as for a call of the client. */
  retry?: RetrySettings | false | undefined;
  /** Limit of one attempt in milliseconds. The client's by default. */
  timeoutMs?: number | undefined;
  /** Remembers what was sent and what became of it, so that a job can go on after its process was killed. */
  journal?: BulkJournal | undefined;
  /** What the journal belongs to, for example the SDKAppID: it is stored there, and another name is refused. */
  name?: string | undefined;
  /** Number of inputs, if it is known, for `remainingMs`. */
  total?: number | undefined;
  /** Called after each request. What it throws is ignored. */
  onRequest?: ((event: BulkRequestEvent) => void) | undefined;
  /** Replaces the system's clock, for tests. */
  clock?: Clock | undefined;
}
