import { ChatConfigError } from '../errors.ts';
import type { Batch, Entry } from './batches.ts';
import type { Address } from './operations.ts';
import type { BulkSettings } from './settings.ts';
import type { Settlement } from './settle.ts';
import type { BulkJournal, BulkReason, BulkStatus } from './types.ts';

/** A set of positions, such as `0-999,1004`. */
type Ranges = string;

interface Header {
  journal: 'chat-sns-bulk';
  version: 1;
  operation: string;
  name: string;
}

/** Is appended before a request is sent. `read` inputs had been read by then, and `hash` is theirs. */
interface Intent {
  intent: Ranges;
  read: number;
  hash: string;
}

/**
 * Is appended after the response. Inputs without an outcome are repeated: those `refused` were not carried out, of others
 * it is not known.
 */
interface Ended {
  done: Partial<Record<BulkStatus, Ranges>>;
  reasons?: [Ranges, BulkReason][];
  refused?: Ranges;
}

/** What the journal knows about an input. */
type Remembered = { status: BulkStatus; reason: BulkReason | undefined } | 'sent' | undefined;

/** What earlier runs of a job did. */
export interface Memory {
  /** Number of inputs of which the journal knows that they are the same: nothing is sent before so many were read. */
  read: number;
  find(index: number): Remembered;
  /** @throws {ChatConfigError} `OtherInput` when the first `read` inputs are not those of the earlier run. */
  check(read: number, hash: string): void;
}

const statuses: BulkStatus[] = ['deleted', 'notFriend', 'gone', 'failed', 'unknown'];
const sent = statuses.length + 1;

function formatRanges(indexes: readonly number[]): Ranges {
  // Most are in order already, and to see that costs less than to sort.
  const isSorted = indexes.every((index, place) => place === 0 || index > (indexes[place - 1] as number));
  const sorted = isSorted ? indexes : indexes.toSorted((a, b) => a - b);
  const ranges: string[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (sorted[to + 1] === (sorted[to] as number) + 1) to += 1;
    ranges.push(from === to ? `${sorted[from]}` : `${sorted[from]}-${sorted[to]}`);
    from = to + 1;
  }
  return ranges.join(',');
}

function* readRanges(ranges: Ranges): Iterable<number> {
  for (const range of ranges === '' ? [] : ranges.split(',')) {
    const [from, to = from] = range.split('-').map(Number);
    for (let index = from as number; index <= (to as number); index += 1) yield index;
  }
}

/** A store that takes longer for a record does not come back. Without a limit it would hold up the job, and `close`. */
const longestAppendMs = 60_000;

type After = BulkSettings['after'];

/** Appends, and rejects when the journal does not say in time that it has the record. */
async function appendInTime(journal: BulkJournal, record: object, after: After): Promise<void> {
  let cancel = () => {};
  const late = new Promise<never>((_, reject) => {
    const giveUp = () =>
      reject(new Error(`the journal did not append a record within ${longestAppendMs} ms`));
    cancel = after(longestAppendMs, giveUp);
  });
  try {
    await Promise.race([journal.append(JSON.stringify(record)), late]);
  } finally {
    cancel();
  }
}

/** Reads the journal of the earlier runs of a job, and starts it when it is empty. */
export async function recall(
  journal: BulkJournal,
  operation: string,
  { name = '', after }: BulkSettings,
): Promise<Memory> {
  const header: Header = { journal: 'chat-sns-bulk', version: 1, operation, name };
  const known: number[] = [];
  const reasons = new Map<number, BulkReason>();
  const checkpoints = new Map<number, string>();
  let read = 0;
  let line = 0;
  for await (const record of journal.read()) {
    line += 1;
    const value = parseRecord(record, line);
    if (line === 1) checkHeader(value, header);
    else if (value.intent !== undefined) {
      for (const index of readRanges(value.intent)) known[index] = sent;
      checkpoints.set(value.read, value.hash);
      read = Math.max(read, value.read);
    } else {
      for (const [rank, status] of statuses.entries())
        for (const index of readRanges(value.done[status] ?? '')) known[index] = rank + 1;
      for (const [ranges, reason] of value.reasons ?? [])
        for (const index of readRanges(ranges)) reasons.set(index, reason);
      for (const index of readRanges(value.refused ?? '')) known[index] = 0;
    }
  }
  if (line === 0) await appendInTime(journal, header, after);
  return {
    read,
    find(index) {
      // To look beyond its end costs more than all that is in it.
      if (index >= known.length) return undefined;
      const rank = known[index] ?? 0;
      const status = statuses[rank - 1];
      if (status) return { status, reason: reasons.get(index) };
      return rank === sent ? 'sent' : undefined;
    },
    check(count, hash) {
      const expected = checkpoints.get(count);
      if (expected === undefined || expected === hash) return;
      throw new ChatConfigError(
        'OtherInput',
        `the first ${count} inputs are not those with which the journal was started: use the same input, or a new journal`,
      );
    },
  };
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

function parseRecord(record: string, line: number): Header & Intent & Ended {
  try {
    const value = JSON.parse(record);
    const isRecord =
      line === 1 ? value?.journal !== undefined : typeof value?.intent === 'string' || isObject(value?.done);
    if (isRecord) return value;
  } catch {
    // Is refused below.
  }
  throw new ChatConfigError('InvalidJournal', `record ${line} of the journal cannot be read`);
}

function checkHeader(value: Header, expected: Header): void {
  for (const key of ['journal', 'version', 'operation', 'name'] as const) {
    if (value[key] === expected[key]) continue;
    throw new ChatConfigError(
      'OtherJob',
      `the journal belongs to another job: its ${key} is ${JSON.stringify(value[key])} and not ${JSON.stringify(expected[key])}`,
    );
  }
}

/** Writes down what a job does. */
export interface Recorder<Input> {
  /** Before a request is sent. */
  before(batch: Batch<Input>): Promise<void>;
  /** After its response. */
  after(settlement: Settlement<Input>, stopped: BulkReason | undefined): Promise<void>;
}

/**
 * Creates the recorder of a job; without a journal it does nothing. `readHead` returns how many inputs were read, and
 * their hash. What cannot be written is told to `fail`, and nothing more may be sent then.
 */
export function createRecorder<Input>(
  { journal, after }: BulkSettings,
  readHead: () => { read: number; hash: string; isStopped: boolean },
  fail: (error: unknown, title: string, info: string) => void,
): Recorder<Input> {
  /** Returns whether it was written. */
  const append = async (record: Intent | Ended): Promise<boolean> => {
    try {
      if (journal) await appendInTime(journal, record, after);
      return true;
    } catch (error) {
      fail(error, 'JournalFailed', 'the journal could not be written, so nothing more is sent');
      return false;
    }
  };
  return {
    async before({ entries }) {
      if (!journal) return;
      const { read, hash } = readHead();
      const sending = [...entries.values()];
      const isWritten = await append({ intent: formatRanges(sending.map(indexOf)), read, hash });
      if (!isWritten || !readHead().isStopped) return;
      // The job has ended meanwhile: nothing is sent after all.
      await append({ done: {}, refused: formatRanges(sending.filter(wasRefused).map(indexOf)) });
    },
    async after({ finished, repeated }, stopped) {
      if (!journal) return;
      const done = new Map<BulkStatus, number[]>();
      const reasons = new Map<BulkReason, number[]>();
      const refused = repeated
        .flatMap(({ entries }) => [...entries.values()])
        .filter(wasRefused)
        .map(indexOf);
      for (const { index, status, reason } of finished) {
        // What came of the end of the job is not settled: the next run tries it again.
        if (status === 'notSent' || (stopped && (status === 'unknown' || reason?.title === stopped.title))) {
          if (status !== 'unknown') refused.push(index);
          continue;
        }
        pushTo(done, status, index);
        if (reason) pushTo(reasons, reason, index);
      }
      await append({
        done: Object.fromEntries([...done].map(([status, indexes]) => [status, formatRanges(indexes)])),
        reasons: [...reasons].map(([reason, indexes]) => [formatRanges(indexes), reason]),
        refused: formatRanges(refused),
      });
    },
  };
}

const indexOf = ({ index }: Entry<unknown>) => index;

const wasRefused = ({ status }: Entry<unknown>) => status !== 'unknown';

function pushTo<Key>(map: Map<Key, number[]>, key: Key, index: number): void {
  const indexes = map.get(key);
  if (indexes) indexes.push(index);
  else map.set(key, [index]);
}

/** A hash of all inputs so far, in their order: 64 bits, against mistakes and not against attacks. */
export function createHash() {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  let last: Address | undefined;
  // Each text ends with a number that no UTF-16 unit has.
  const mix = (text: string, end: number) => {
    for (let position = 0; position < text.length; position += 1) {
      const unit = text.charCodeAt(position);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x85ebca6b);
    }
    a = Math.imul(a ^ end, 0x01000193);
    b = Math.imul((b ^ end) + (b >>> 15), 0x85ebca6b);
  };
  return {
    add(address: Address): void {
      // Most inputs follow one of the same account: that costs only their item.
      if (address.account !== last?.account || address.mode !== last.mode) {
        mix(address.account, 0x10001);
        mix(address.mode, 0x10002);
      }
      mix(address.item, 0x10000);
      last = address;
    },
    get value(): string {
      return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
    },
  };
}
