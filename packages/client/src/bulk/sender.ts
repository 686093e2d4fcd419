import type { ChatClient } from '../client.ts';
import { concernsEveryCall } from '../contract.ts';
import { ChatAbortError, type ChatError, ChatHttpError, ChatSignError } from '../errors.ts';
import { callQuietly } from '../hooks.ts';
import type { Batch, createBatches } from './batches.ts';
import { createConcurrency } from './concurrency.ts';
import type { Recorder } from './journal.ts';
import { type BulkOperation, explain } from './operations.ts';
import type { Outlet } from './outlet.ts';
import type { BulkSettings } from './settings.ts';
import { type Settlement, settle } from './settle.ts';
import type { createTally } from './tally.ts';
import type { BulkReason } from './types.ts';

/** Most requests that wait for their turn under the rate limit: enough to miss none, few enough to be full. */
const mostInLine = 4;
/** When the deletions of so many accounts are filtered, the job stops. */
const mostParked = 3;
/**
 * When so many requests in a row were lost, the service or the way to it is down: then one request at a time tries, and
 * the job stops when its attempts are used up.
 */
const mostLost = 10;

/** What the sender asks the job. */
interface Gate {
  /** Why nothing is sent any more. */
  readonly stopped: BulkReason | undefined;
  /** Whether requests may start now. */
  isOpen(): boolean;
  /** Whether what is not full is sent at once, because nothing more comes or nothing more can be held. */
  mustSend(): boolean;
  stop(why: BulkReason): void;
  /** Stops, and lets the iteration end with an error. */
  fail(error: unknown, title: string, info: string): void;
  /** Is called whenever a request was started or has ended. */
  onChange(): void;
}

interface Parts<Input> {
  operation: BulkOperation<Input>;
  chat: ChatClient;
  settings: BulkSettings;
  batches: ReturnType<typeof createBatches<Input>>;
  tally: ReturnType<typeof createTally>;
  outlet: Outlet<Input>;
  recorder: Recorder<Input>;
  gate: Gate;
}

/** Sends batches as soon as they may be sent, and repeats what helps. */
export function createSender<Input>({
  operation,
  chat,
  settings,
  batches,
  tally,
  outlet,
  recorder,
  gate,
}: Parts<Input>) {
  const { lingerMs, rules, periodMs, now, after, timeoutMs } = settings;
  /** The requests under way, and those of them that were not sent yet. */
  const underWay = new Set<AbortController>();
  const inLine = new Set<AbortController>();
  const concurrency = createConcurrency(settings.concurrency);
  const delayed = new Map<readonly Batch<Input>[], () => void>();
  const parked = new Map<string, BulkReason>();
  let isAborted = false;
  let delayedInputs = 0;
  let lostInARow = 0;
  let quietUntil = Number.NEGATIVE_INFINITY;
  let cancelTimer: (() => void) | undefined;
  let isHungry = true;

  /** Starts as many requests as may start now. Is called whenever something has changed. */
  function advance(): void {
    cancelTimer?.();
    cancelTimer = undefined;
    isHungry = false;
    const most = lostInARow < mostLost ? concurrency.limit : 1;
    while (!gate.stopped && gate.isOpen() && underWay.size < most && inLine.size < mostInLine) {
      const time = now();
      if (time < quietUntil) {
        isHungry = batches.held === 0;
        if (!isHungry) cancelTimer = after(quietUntil - time, advance);
        break;
      }
      const latest = gate.mustSend() ? Number.POSITIVE_INFINITY : time - lingerMs;
      const batch = batches.takeFull() ?? batches.takeOldest(latest);
      if (!batch) {
        const { oldest } = batches;
        if (oldest === undefined) isHungry = true;
        else if (!gate.mustSend())
          cancelTimer = after(Math.max(Math.min(oldest - latest, lingerMs), 1), advance);
        break;
      }
      void send(batch);
    }
    gate.onChange();
  }

  async function send(batch: Batch<Input>): Promise<void> {
    const { account } = batch.address;
    const abort = new AbortController();
    underWay.add(abort);
    inLine.add(abort);
    let repeated: readonly Batch<Input>[] = [];
    let delayMs = 0;
    try {
      await recorder.before(batch);
      if (gate.stopped) outlet.giveUp([batch], gate.stopped);
      else ({ repeated, delayMs } = await request(batch, abort));
    } catch (error) {
      // A bug of the client, or of one of your own: whoever iterates has to see it.
      for (const entry of batch.entries.values()) entry.status = 'unknown';
      gate.fail(error, 'JobFailed', error instanceof Error ? error.message : String(error));
      outlet.giveUp([batch], gate.stopped as BulkReason);
    }
    inLine.delete(abort);
    underWay.delete(abort);
    const why = gate.stopped ?? parked.get(account);
    if (why) outlet.giveUp(repeated, why);
    if (why || repeated.length === 0) batches.release(account);
    else delay(account, repeated, delayMs);
    advance();
  }

  async function request(batch: Batch<Input>, abort: AbortController): Promise<Settlement<Input>> {
    const { address, entries } = batch;
    const startedAt = now();
    let sentAt = startedAt;
    const items = [...entries.keys()];
    const result = await operation.send(chat, address, items, {
      signal: abort.signal,
      retry: false,
      ...(timeoutMs !== undefined && { timeoutMs }),
      onSend() {
        sentAt = now();
        inLine.delete(abort);
        advance();
      },
    });
    const { error } = result;
    if (error instanceof ChatAbortError && error.carriedOut === 'no' && !isAborted) {
      const heldBack = { finished: [], repeated: [batch], delayMs: 0 };
      await recorder.after(heldBack, gate.stopped);
      return heldBack;
    }
    batch.sentAt ??= startedAt;
    if (error?.attempt !== 0) {
      tally.countRequest();
      concurrency.note(now() - sentAt, error?.retry === 'unanswered', underWay.size);
    }
    const event = {
      operation: operation.id,
      account: address.account,
      inputs: entries.size,
      attempt: batch.retries + 1,
      durationMs: now() - startedAt,
      error,
    };
    callQuietly(() => settings.onRequest?.(event));

    const elapsedMs = now() - batch.sentAt;
    const settlement = settle(batch, result, { rules, periodMs, elapsedMs, isSplit: operation.isSplit });
    if (settlement.parked) park(address.account, settlement.parked);
    if (error) judge(error, settlement);
    else lostInARow = 0;
    await recorder.after(settlement, gate.stopped);
    outlet.deliver(settlement.finished);
    return settlement;
  }

  /** Slows or ends the job when a failure concerns more than its own request. */
  function judge(error: ChatError, { repeated, delayMs }: Settlement<Input>): void {
    if (isAborted) return;
    const { code, retry } = error;
    const isStuck =
      error.title === 'RateLimiterFailed' ||
      error instanceof ChatSignError ||
      (error instanceof ChatHttpError && retry === 'never') ||
      (code !== undefined && concernsEveryCall(code));
    const isLost = !isStuck && retry !== 'never' && retry !== 'done';
    lostInARow = isLost ? lostInARow + 1 : 0;
    if (retry === 'throttled') quietUntil = now() + periodMs;
    const isDown = lostInARow >= mostLost;
    if (isStuck || (isDown && repeated.length === 0)) gate.stop(explain(error));
    else if (isDown) quietUntil = now() + delayMs;
  }

  /** Sends nothing more for an account whose deletions are filtered: repeating them makes it worse. */
  function park(account: string, why: BulkReason): void {
    parked.set(account, why);
    outlet.giveUp(batches.drain(account), why);
    if (parked.size >= mostParked) gate.stop(why);
  }

  function delay(account: string, repeated: readonly Batch<Input>[], delayMs: number): void {
    const count = repeated.reduce((sum, { entries }) => sum + entries.size, 0);
    delayedInputs += count;
    const cancel = after(delayMs, () => {
      delayed.delete(repeated);
      delayedInputs -= count;
      batches.release(account, repeated);
      advance();
    });
    delayed.set(repeated, cancel);
  }

  return {
    advance,
    /** Whether it found nothing to send, and does not look again by itself. */
    get isHungry() {
      return isHungry;
    },
    /** Number of inputs that wait to be sent again. */
    get delayedInputs() {
      return delayedInputs;
    },
    get isIdle() {
      return underWay.size === 0 && delayedInputs === 0;
    },
    /** Why an account sends nothing more. */
    findParked: (account: string): BulkReason | undefined =>
      parked.size > 0 ? parked.get(account) : undefined,
    /** Sends nothing again. */
    drop(why: BulkReason): void {
      for (const [waiting, cancel] of delayed) {
        cancel();
        outlet.giveUp(waiting, why);
      }
      delayed.clear();
      delayedInputs = 0;
    },
    /** Takes back the requests that wait for the rate limit. They are sent first later on. */
    holdBack(): void {
      for (const abort of inLine) abort.abort();
    },
    abort(reason: unknown): void {
      isAborted = true;
      for (const abort of underWay) abort.abort(reason);
    },
  };
}
