import type { ChatClient } from '../client.ts';
import { ChatConfigError, ChatRequestError } from '../errors.ts';
import { createBatches, type Entry } from './batches.ts';
import { handOut } from './hand-out.ts';
import { createHash, createRecorder, type Memory, recall } from './journal.ts';
import { type Address, type BulkOperation, explain } from './operations.ts';
import { createOutlet } from './outlet.ts';
import { createSender } from './sender.ts';
import { completeBulkOptions } from './settings.ts';
import { conclude, finish } from './settle.ts';
import { createTally } from './tally.ts';
import type { BulkJob, BulkOptions, BulkOutcome, BulkReason, BulkSummary } from './types.ts';

const interrupted: BulkReason = {
  code: undefined,
  title: 'Interrupted',
  info: 'it was sent by an earlier run, which ended before the response was recorded',
  retryable: false,
};

/** So long may a job keep the event loop to itself. */
const longestTurnMs = 50;

/** Creates a job: it reads inputs, hands them to the sender, and delivers outcomes. It starts with its iteration. */
export function createJob<Input>(
  operation: BulkOperation<Input>,
  chat: ChatClient,
  inputs: Iterable<Input> | AsyncIterable<Input>,
  options: BulkOptions = {},
): BulkJob<Input> {
  const settings = completeBulkOptions(operation.id, options, inputs);
  const { window, rules, journal, signal, now } = settings;
  const batches = createBatches<Input>(operation.most);
  const tally = createTally(now, settings.total);
  const outlet = createOutlet<Input>(tally);
  const hash = createHash();

  let memory: Memory = { read: 0, find: () => undefined, check() {} };
  let turnedAt = now();
  let isStarted = false;
  let isPaused = false;
  let isReading = true;
  let isWholeRead = false;
  let stopped: BulkReason | undefined;
  /** What the iteration ends with, once everything that was read has its outcome. */
  let fault: { error: unknown } | undefined;
  let wakeReader = () => {};
  let resolveSummary: (summary: BulkSummary) => void = () => {};
  const summary = new Promise<BulkSummary>((resolve) => {
    resolveSummary = resolve;
  });

  const readHead = () => ({ read: tally.read, hash: hash.value, isStopped: stopped !== undefined });
  const recorder = createRecorder<Input>(settings, readHead, fail);
  const sender = createSender<Input>({
    operation,
    chat,
    settings,
    batches,
    tally,
    outlet,
    recorder,
    gate: {
      get stopped() {
        return stopped;
      },
      isOpen: () => !isPaused && isVerified() && outlet.undelivered < window,
      mustSend: () => !isReading || isFull(),
      stop,
      fail,
      onChange() {
        wakeReader();
        if (isOver()) outlet.wake();
      },
    },
  });

  /** Whether the inputs are known to be those of the journal. */
  function isVerified(): boolean {
    return tally.read >= memory.read;
  }
  function isFull(): boolean {
    return batches.held + sender.delayedInputs >= window;
  }
  function isOver(): boolean {
    return !isReading && sender.isIdle && batches.held === 0;
  }

  /** Sends nothing more. What is read from now on is not sent either. */
  function stop(why: BulkReason): void {
    if (stopped) return;
    stopped = why;
    outlet.giveUp(batches.drain(), why);
    sender.drop(why);
    sender.advance();
  }

  function fail(error: unknown, title: string, info: string): void {
    fault ??= { error };
    stop({ code: undefined, title, info, retryable: true });
  }

  /** Sends and reads nothing more. */
  function end(title: string, info: string): void {
    isReading = false;
    stop({ code: undefined, title, info, retryable: true });
    sender.advance();
  }

  function onAbort(): void {
    sender.abort(signal?.reason);
    end('Aborted', 'the job was aborted before it was sent');
  }

  function mustWait(): boolean {
    return isReading && (outlet.undelivered >= window || (!stopped && isVerified() && isFull()));
  }

  async function waitForRoom(): Promise<void> {
    while (mustWait())
      await new Promise<void>((resolve) => {
        wakeReader = resolve;
      });
    // Inputs and outcomes that need no response follow each other without a turn of the event loop, which others wait for.
    if (now() - turnedAt < longestTurnMs) return;
    await new Promise<void>((resolve) => settings.after(0, resolve));
    turnedAt = now();
  }

  async function read(): Promise<void> {
    let failed = 'JournalFailed';
    try {
      if (journal && isReading) memory = await recall(journal, operation.id, settings);
      failed = 'InputFailed';
      // The job can have ended before its first input.
      if (!isReading) return;
      // Not `for await` over both: it would cost an iterable that is not async a turn for each input.
      if (Symbol.asyncIterator in inputs) {
        for await (const input of inputs) {
          if (isReading) accept(input);
          if (mustWait()) await waitForRoom();
          if (!isReading) return;
        }
      } else {
        for (const input of inputs) {
          accept(input);
          if (mustWait()) await waitForRoom();
          if (!isReading) return;
        }
      }
      if (!isVerified()) memory.check(memory.read, '');
      isWholeRead = true;
    } catch (error) {
      const info = error instanceof Error ? error.message : String(error);
      fail(error, error instanceof ChatConfigError ? error.title : failed, info);
    } finally {
      isReading = false;
      sender.advance();
    }
  }

  function accept(input: Input): void {
    const entry: Entry<Input> = {
      input,
      index: tally.read,
      attempts: 0,
      fromJournal: false,
      status: 'notSent',
      reason: undefined,
    };
    const address = readAddress(entry);
    if (journal) hash.add(address ?? { account: '', mode: '', item: '' });
    tally.countInput();
    const mustAdvance = address !== undefined && place(entry, address);
    // Only now, so that an input with which the check fails has its outcome too.
    if (tally.read <= memory.read) memory.check(tally.read, hash.value);
    if (mustAdvance) sender.advance();
  }

  /** Delivers what stands of an input already, or adds it to its batch. Returns whether something can be sent now. */
  function place(entry: Entry<Input>, address: Address): boolean {
    const remembered = memory.find(entry.index);
    if (remembered && remembered !== 'sent') {
      outlet.deliver([Object.assign(entry, remembered, { fromJournal: true })]);
      return false;
    }
    if (remembered) finish(entry, 'unknown', interrupted);
    const why = stopped ?? sender.findParked(address.account);
    if (why || (remembered && !rules.retryUnanswered)) {
      outlet.deliver([conclude(entry, why ?? interrupted)]);
      return false;
    }
    return batches.add(address, entry, now) || isFull() || sender.isHungry || tally.read === memory.read;
  }

  function readAddress(entry: Entry<Input>): Address | undefined {
    try {
      return operation.address(entry.input);
    } catch (error) {
      if (!(error instanceof ChatRequestError)) throw error;
      outlet.deliver([finish(entry, 'failed', explain(error))]);
      return undefined;
    }
  }

  async function close(): Promise<BulkSummary> {
    if (!isOver()) end('Closed', 'the job was closed before it was sent');
    while (!isOver()) await outlet.change();
    signal?.removeEventListener('abort', onAbort);
    resolveSummary(tally.summarise(isWholeRead, stopped));
    return summary;
  }

  /** The outcomes, in the arrays in which they arrive. */
  async function* iterate(): AsyncGenerator<BulkOutcome<Input>[], void, undefined> {
    if (isStarted) throw new ChatConfigError('JobStarted', 'a job can be iterated once: create another one');
    isStarted = true;
    try {
      if (signal?.aborted) onAbort();
      signal?.addEventListener('abort', onAbort);
      void read();
      for (;;) {
        const outcomes = outlet.take();
        if (outcomes) {
          yield outcomes;
          outlet.read(outcomes.length);
          sender.advance();
        } else if (isOver()) break;
        else await outlet.change();
      }
      if (fault) throw fault.error;
    } finally {
      await close();
    }
  }

  async function leaveUnstarted(): Promise<void> {
    // A generator that has not started ends without its `finally`.
    if (!isStarted) await close();
  }

  return {
    [Symbol.asyncIterator]: () => handOut(iterate(), leaveUnstarted),
    summary,
    get progress() {
      tally.sample();
      return tally.readProgress(isPaused);
    },
    pause() {
      isPaused = true;
      sender.holdBack();
    },
    resume() {
      isPaused = false;
      sender.advance();
    },
    close,
  };
}
