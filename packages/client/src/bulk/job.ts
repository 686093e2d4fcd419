import type { ChatClient } from '../client.ts';
import { longestTimerMs, readElapsed, systemClock } from '../clock.ts';
import { concernsEveryCall, isRepeatable, operations } from '../contract.ts';
import {
  ChatConfigError,
  type ChatError,
  ChatHttpError,
  ChatRequestError,
  ChatSignError,
} from '../errors.ts';
import { callQuietly } from '../hooks.ts';
import { checkSignal, checkTimeout } from '../options.ts';
import { checkRetry, chooseRetryRules } from '../retry.ts';
import { type Batch, createBatches, type Entry } from './batches.ts';
import { createHash, type Memory, recall, recordEnd, recordIntent } from './journal.ts';
import { type Address, type BulkOperation, explain } from './operations.ts';
import { conclude, type Finished, type Settlement, settle } from './settle.ts';
import { createTally } from './tally.ts';
import type { BulkJob, BulkOptions, BulkOutcome, BulkReason, BulkSummary } from './types.ts';

/** Most requests that wait for their turn under the rate limit: enough to miss none, few enough to be full. */
const mostInLine = 4;
/** When the deletions of so many accounts are filtered, the job stops. */
const mostParked = 3;
/**
 * When so many requests in a row were lost, the service or the way to it is down: then one request at a time tries, and
 * the job stops when its attempts are used up.
 */
const mostLost = 10;

const defaultRetry = { maxAttempts: 6, maxElapsedMs: 300_000 };

const interrupted: BulkReason = {
  code: undefined,
  title: 'Interrupted',
  info: 'it was sent by an earlier run, which ended before the response was recorded',
  retryable: false,
};

/** Creates a job. It starts with its iteration. */
export function createJob<Input>(
  operation: BulkOperation<Input>,
  chat: ChatClient,
  inputs: Iterable<Input> | AsyncIterable<Input>,
  options: BulkOptions = {},
): BulkJob<Input> {
  checkOptions(options, inputs);
  const { id } = operation;
  const { clock = systemClock, window = 10_000, concurrency = 600, lingerMs = 1000 } = options;
  const { journal, signal, timeoutMs } = options;
  const rules = chooseRetryRules(isRepeatable(id), defaultRetry, options.retry);
  const periodMs = operations[id].perSeconds * 1000;
  const now = () => readElapsed(clock);

  const batches = createBatches<Input>(operation.most);
  const tally = createTally(now, options.total);
  const hash = createHash();
  const abort = new AbortController();
  const delayed = new Map<readonly Batch<Input>[], () => void>();
  const parked = new Map<string, BulkReason>();
  const chunks: BulkOutcome<Input>[][] = [];

  let memory: Memory = { read: 0, find: () => undefined, check() {} };
  let undelivered = 0;
  let underWay = 0;
  let inLine = 0;
  let delayedInputs = 0;
  let lostInARow = 0;
  let quietUntil = Number.NEGATIVE_INFINITY;
  let isStarted = false;
  let isPaused = false;
  let isReading = true;
  let isWholeRead = false;
  let stopped: BulkReason | undefined;
  /** What the iteration ends with, once everything that was read has its outcome. */
  let fault: { error: unknown } | undefined;
  let cancelTimer = () => {};
  let hasTimer = false;
  let wakeReader = () => {};
  let wakeWaiting: (() => void)[] = [];
  let ended: (summary: BulkSummary) => void = () => {};
  const summary = new Promise<BulkSummary>((resolve) => {
    ended = resolve;
  });

  const isVerified = () => tally.read >= memory.read;
  const isFull = () => batches.held + delayedInputs >= window;
  const isOver = () => !isReading && underWay === 0 && batches.held === 0 && delayedInputs === 0;
  const summarise = () => tally.summarise(isWholeRead, stopped);
  /** Resolves when there is an outcome to deliver or the job is over. */
  const change = () =>
    new Promise<void>((resolve) => {
      wakeWaiting.push(resolve);
    });
  const wake = () => {
    const woken = wakeWaiting;
    wakeWaiting = [];
    for (const resolve of woken) resolve();
  };

  function deliver(finished: readonly Finished<Input>[], fromJournal = false): void {
    if (finished.length === 0) return;
    const chunk = finished.map(({ entry: { input, index, attempts }, status, reason }) => {
      tally.countOutcome(status, reason, fromJournal);
      return { input, index, attempts, fromJournal, status, reason } as BulkOutcome<Input>;
    });
    tally.sample();
    chunks.push(chunk);
    undelivered += chunk.length;
    wake();
  }

  function giveUp(waiting: readonly Batch<Input>[], why: BulkReason): void {
    const entries = waiting.flatMap((batch) => batch.entries);
    deliver(entries.map((entry) => ({ entry, ...conclude(entry, why) })));
  }

  /** Sends nothing more. What is read from now on is not sent either. */
  function stop(why: BulkReason): void {
    if (stopped) return;
    stopped = why;
    giveUp(batches.drain(), why);
    for (const [waiting, cancel] of delayed) {
      cancel();
      giveUp(waiting, why);
    }
    delayed.clear();
    delayedInputs = 0;
    advance();
  }

  function stopFor(title: string, info: string, retryable = true): void {
    stop({ code: undefined, title, info, retryable });
  }

  /** Stops, and reads no more inputs either. */
  function end(title: string, info: string): void {
    isReading = false;
    stopFor(title, info);
    wake();
  }

  function fail(error: unknown, title: string, info: string): void {
    fault ??= { error };
    stopFor(title, info);
  }

  /** Starts as many requests as may start now. Is called whenever something has changed. */
  function advance(): void {
    cancelTimer();
    hasTimer = false;
    const most = lostInARow < mostLost ? concurrency : 1;
    while (!stopped && !isPaused && isVerified() && underWay < most && inLine < mostInLine) {
      if (undelivered >= window) break;
      const time = now();
      if (time < quietUntil) {
        wakeAt(quietUntil);
        break;
      }
      const mustSend = !isReading || isFull();
      const batch =
        batches.takeFull() ?? batches.takeOldest(mustSend ? Number.POSITIVE_INFINITY : time - lingerMs);
      if (!batch) {
        if (!mustSend && batches.oldest !== undefined) wakeAt(Math.max(batches.oldest + lingerMs, time + 1));
        break;
      }
      void send(batch);
    }
    wakeReader();
    if (isOver()) wake();
  }

  function wakeAt(time: number): void {
    hasTimer = true;
    cancelTimer = clock.after(Math.min(Math.max(time - now(), 0), longestTimerMs), advance);
  }

  async function send(batch: Batch<Input>): Promise<void> {
    const { account } = batch.address;
    batch.sentAt ??= now();
    underWay += 1;
    inLine += 1;
    let isInLine = true;
    const leaveLine = () => {
      if (isInLine) inLine -= 1;
      isInLine = false;
    };
    let repeated: readonly Batch<Input>[] = [];
    let delayMs = 0;
    try {
      const isSent = await recordBefore(batch);
      if (isSent) ({ repeated, delayMs } = await request(batch, leaveLine));
    } catch (error) {
      // A bug of the client, or of one of your own: whoever iterates has to see it.
      for (const entry of batch.entries) entry.isUncertain = true;
      fail(error, 'JobFailed', error instanceof Error ? error.message : String(error));
      giveUp([batch], stopped as BulkReason);
    }
    leaveLine();
    underWay -= 1;
    const why = stopped ?? parked.get(account);
    if (why) giveUp(repeated, why);
    if (why || repeated.length === 0) batches.release(account);
    else delay(account, repeated, delayMs);
    advance();
  }

  /** Writes to the journal what is about to be sent. Returns false when it must not be sent. */
  async function recordBefore(batch: Batch<Input>): Promise<boolean> {
    if (journal) {
      const indexes = batch.entries.map(({ index }) => index);
      try {
        await journal.append(recordIntent(indexes, tally.read, hash.value));
        // The job may have ended meanwhile: then nothing is sent after all, which the journal has to know.
        if (stopped)
          await journal.append(
            recordEnd(
              [],
              indexes.filter((_, place) => !batch.entries[place]?.isUncertain),
            ),
          );
      } catch (error) {
        fail(error, 'JournalFailed', 'the journal could not be written, so nothing more is sent');
      }
    }
    if (stopped) giveUp([batch], stopped);
    return !stopped;
  }

  async function request(batch: Batch<Input>, leaveLine: () => void) {
    const { address, entries } = batch;
    const startedAt = now();
    const items = entries.map(({ item }) => item);
    const result = await operation.send(chat, address, items, {
      signal: abort.signal,
      retry: false,
      ...(timeoutMs !== undefined && { timeoutMs }),
      onSend() {
        leaveLine();
        advance();
      },
    });
    const { error } = result;
    if (error?.attempt !== 0) tally.countRequest();
    const attempt = batch.retries + 1;
    const durationMs = now() - startedAt;
    const event = {
      operation: id,
      account: address.account,
      inputs: entries.length,
      attempt,
      durationMs,
      error,
    };
    callQuietly(() => options.onRequest?.(event));

    const elapsedMs = now() - (batch.sentAt ?? startedAt);
    const settlement = settle(batch, result, { rules, periodMs, elapsedMs, isSplit: operation.isSplit });
    const { finished, repeated } = settlement;
    if (settlement.parked) park(address, settlement.parked);
    if (error) judge(error, settlement);
    else lostInARow = 0;
    await recordAfter(finished, repeated);
    deliver(finished);
    return settlement;
  }

  async function recordAfter(finished: readonly Finished<Input>[], repeated: readonly Batch<Input>[]) {
    // What failed for a reason that ended the job is not settled: the next run tries it again.
    const isSettled = ({ status, reason }: Finished<Input>) =>
      status !== 'notSent' && !(status === 'failed' && reason?.title === stopped?.title);
    const again = repeated.flatMap(({ entries }) => entries).filter(({ isUncertain }) => !isUncertain);
    const unsettled = finished.filter((one) => !isSettled(one)).map(({ entry }) => entry);
    const ends = finished
      .filter(isSettled)
      .map(({ entry: { index }, status, reason }) => ({ index, status, reason }));
    const refused = [...unsettled, ...again].map(({ index }) => index);
    try {
      await journal?.append(recordEnd(ends, refused));
    } catch (error) {
      fail(error, 'JournalFailed', 'the journal could not be written, so nothing more is sent');
    }
  }

  /** Slows or ends the job when a failure concerns more than its own request. */
  function judge(error: ChatError, { repeated, delayMs }: Settlement<Input>): void {
    if (abort.signal.aborted) return;
    const { code, retry } = error;
    const isRefusal = error instanceof ChatHttpError && retry === 'never';
    const isStuck =
      error.title === 'RateLimiterFailed' ||
      error instanceof ChatSignError ||
      isRefusal ||
      (code !== undefined && concernsEveryCall(code));
    const isLost = !isStuck && retry !== 'never' && retry !== 'done';
    lostInARow = isLost ? lostInARow + 1 : 0;
    if (retry === 'throttled') quietUntil = now() + periodMs;
    const isDown = lostInARow >= mostLost;
    if (isStuck || (isDown && repeated.length === 0)) stop(explain(error));
    else if (isDown) quietUntil = now() + delayMs;
  }

  /** Sends nothing more for an account whose deletions are filtered: repeating them makes it worse. */
  function park({ account }: Address, why: BulkReason): void {
    parked.set(account, why);
    giveUp(batches.drain(account), why);
    if (parked.size >= mostParked) stop(why);
  }

  function delay(account: string, repeated: readonly Batch<Input>[], delayMs: number): void {
    const count = repeated.reduce((sum, { entries }) => sum + entries.length, 0);
    delayedInputs += count;
    const cancel = clock.after(delayMs, () => {
      delayed.delete(repeated);
      delayedInputs -= count;
      batches.release(account, repeated);
      advance();
    });
    delayed.set(repeated, cancel);
  }

  async function read(): Promise<void> {
    try {
      if (journal) memory = await recall(journal, id, options.name ?? '');
      for await (const input of inputs) {
        if (!isReading) return;
        accept(input);
        while (isReading && (undelivered >= window || (!stopped && isVerified() && isFull())))
          await new Promise<void>((resolve) => {
            wakeReader = resolve;
          });
        if (!isReading) return;
      }
      if (!isVerified()) memory.check(memory.read, '');
      isWholeRead = true;
    } catch (error) {
      const info = error instanceof Error ? error.message : String(error);
      fail(error, error instanceof ChatConfigError ? error.title : 'InputFailed', info);
    } finally {
      isReading = false;
      advance();
    }
  }

  function accept(input: Input): void {
    const entry: Entry<Input> = { input, index: tally.read, item: '', attempts: 0, isUncertain: false };
    const address = readAddress(entry);
    if (journal) hash.add(address ?? { account: '', mode: '', item: '' });
    tally.countInput();
    if (tally.read <= memory.read) memory.check(tally.read, hash.value);
    if (!address) return;
    const remembered = memory.find(entry.index);
    if (remembered === 'sent') Object.assign(entry, { isUncertain: true, reason: interrupted });
    else if (remembered) {
      deliver([{ entry, ...remembered }], true);
      return;
    }
    entry.item = address.item;
    const why = stopped ?? parked.get(address.account);
    if (why || (entry.isUncertain && !rules.retryUnanswered))
      deliver([{ entry, ...conclude(entry, why ?? interrupted) }]);
    else if (batches.add(address, entry, now) || isFull() || !hasTimer) advance();
  }

  function readAddress(entry: Entry<Input>): Address | undefined {
    try {
      return operation.address(entry.input);
    } catch (error) {
      if (!(error instanceof ChatRequestError)) throw error;
      deliver([{ entry, status: 'failed', reason: explain(error) }]);
      return undefined;
    }
  }

  async function close(): Promise<BulkSummary> {
    if (!isOver()) end('Closed', 'the job was closed before it was sent');
    while (!isOver()) await change();
    signal?.removeEventListener('abort', onAbort);
    ended(summarise());
    return summary;
  }

  function onAbort(): void {
    abort.abort(signal?.reason);
    end('Aborted', 'the job was aborted before it was sent');
  }

  async function* iterate(): AsyncGenerator<BulkOutcome<Input>, void, undefined> {
    if (isStarted) throw new ChatConfigError('JobStarted', 'a job can be iterated once: create another one');
    isStarted = true;
    try {
      if (signal?.aborted) onAbort();
      signal?.addEventListener('abort', onAbort);
      void read();
      for (;;) {
        const chunk = chunks.shift();
        if (chunk) {
          for (const outcome of chunk) {
            undelivered -= 1;
            yield outcome;
          }
          advance();
        } else if (isOver()) break;
        else await change();
      }
      if (fault) throw fault.error;
    } finally {
      await close();
    }
  }

  return {
    [Symbol.asyncIterator]: iterate,
    summary,
    get progress() {
      tally.sample();
      return tally.readProgress(isPaused);
    },
    pause() {
      isPaused = true;
    },
    resume() {
      isPaused = false;
      advance();
    },
    close,
  };
}

function checkOptions(options: BulkOptions, inputs: unknown): void {
  const refuse = (info: string) => {
    throw new ChatConfigError('InvalidBulkOption', info);
  };
  const source = Object(inputs);
  if (typeof inputs === 'string' || !(Symbol.iterator in source || Symbol.asyncIterator in source))
    refuse('inputs must be an iterable or an async iterable of requests');
  for (const name of ['concurrency', 'window'] as const) {
    const value = options[name] ?? 1;
    if (!Number.isInteger(value) || value < 1) refuse(`${name} must be a positive integer`);
  }
  const { lingerMs = 0, total = 0, journal, onRequest } = options;
  if (!(typeof lingerMs === 'number' && lingerMs >= 0 && lingerMs <= longestTimerMs))
    refuse('lingerMs must be a number from 0 to 2147483647');
  if (!(typeof total === 'number' && total >= 0)) refuse('total must be a number from 0');
  if (journal && (typeof journal.read !== 'function' || typeof journal.append !== 'function'))
    refuse('journal must have read() and append()');
  if (onRequest !== undefined && typeof onRequest !== 'function') refuse('onRequest must be a function');
  if (options.timeoutMs !== undefined) checkTimeout(options.timeoutMs);
  checkSignal(options.signal);
  checkRetry(options.retry);
}
