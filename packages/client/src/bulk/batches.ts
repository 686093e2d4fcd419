import type { Address } from './operations.ts';
import type { BulkReason, BulkStatus } from './types.ts';

/** An input on its way through a job: always what its outcome would be if the job ended now, and in the end its outcome. */
export interface Entry<Input> {
  input: Input;
  index: number;
  attempts: number;
  fromJournal: boolean;
  /** `unknown` as soon as an earlier request can have carried it out, `failed` after one that did not. */
  status: BulkStatus;
  /** Why the last attempt failed. */
  reason: BulkReason | undefined;
}

/** Inputs that share a request: of one account, in one mode, each item once. */
export interface Batch<Input> {
  address: Address;
  /** The inputs by their items, in the order in which they came. */
  entries: Map<string, Entry<Input>>;
  /** When its first input came. */
  since: number;
  /** When it was sent first. */
  sentAt?: number;
  retries: number;
}

interface Account<Input> {
  isBusy: boolean;
  /** Full batches, and those that are repeated. */
  sealed: Batch<Input>[];
}

/**
 * Collects inputs into batches and hands them out so that no account has two under way. A batch is handed out when it is
 * full; one that could still grow only when `takeOldest` asks for it.
 */
export function createBatches<Input>(most: number) {
  const open = new Map<string, Batch<Input>>();
  const accounts = new Map<string, Account<Input>>();
  const ready = new Set<string>();
  /** The open batch of the last input: the next is often of the same account, and then needs no key. */
  let last: Batch<Input> | undefined;
  let held = 0;

  const keyOf = ({ account, mode }: Address) => `${account}\0${mode}`;

  function getAccount(name: string): Account<Input> {
    const account = accounts.get(name) ?? { isBusy: false, sealed: [] };
    accounts.set(name, account);
    return account;
  }

  function findOpen(address: Address): Batch<Input> | undefined {
    const isLast = last?.address.account === address.account && last.address.mode === address.mode;
    return isLast ? last : open.get(keyOf(address));
  }

  function close(batch: Batch<Input>): void {
    open.delete(keyOf(batch.address));
    if (batch === last) last = undefined;
  }

  function seal(batch: Batch<Input>): void {
    close(batch);
    const account = getAccount(batch.address.account);
    account.sealed.push(batch);
    if (!account.isBusy) ready.add(batch.address.account);
  }

  function start(batch: Batch<Input>): Batch<Input> {
    getAccount(batch.address.account).isBusy = true;
    held -= batch.entries.size;
    return batch;
  }

  return {
    /** Number of inputs that wait here. */
    get held() {
      return held;
    },

    /** Returns whether a batch is full now. */
    add(address: Address, entry: Entry<Input>, now: () => number): boolean {
      let batch = findOpen(address);
      const isRepeated = batch?.entries.has(address.item) ?? false;
      if (batch && isRepeated) {
        // The same item again has an outcome of its own, after the first.
        seal(batch);
        batch = undefined;
      }
      if (!batch) {
        batch = { address, entries: new Map(), since: now(), retries: 0 };
        open.set(keyOf(address), batch);
      }
      last = batch;
      batch.entries.set(address.item, entry);
      held += 1;
      const isFull = batch.entries.size >= most;
      if (isFull) seal(batch);
      return isFull || isRepeated;
    },

    /** The next full batch whose account has nothing under way. */
    takeFull(): Batch<Input> | undefined {
      for (const name of ready) {
        ready.delete(name);
        const batch = getAccount(name).sealed.shift();
        if (batch) return start(batch);
      }
      return undefined;
    },

    /** The oldest batch that is not full, if it has been open since a time. */
    takeOldest(before: number): Batch<Input> | undefined {
      for (const batch of open.values()) {
        if (batch.since > before) return undefined;
        if (accounts.get(batch.address.account)?.isBusy) continue;
        close(batch);
        return start(batch);
      }
      return undefined;
    },

    /** When the oldest batch was opened that is not full and can be sent; `Infinity` while the accounts of all are busy. */
    get oldest(): number | undefined {
      for (const { address, since } of open.values())
        if (!accounts.get(address.account)?.isBusy) return since;
      return open.size > 0 ? Number.POSITIVE_INFINITY : undefined;
    },

    /** Ends the request of an account. Batches to repeat come first. */
    release(name: string, repeated: readonly Batch<Input>[] = []): void {
      const account = getAccount(name);
      for (const batch of repeated) held += batch.entries.size;
      account.sealed.unshift(...repeated);
      account.isBusy = false;
      if (account.sealed.length > 0) ready.add(name);
      else accounts.delete(name);
    },

    /** Takes out everything that waits, of one account or of all. */
    drain(name?: string): Batch<Input>[] {
      const drained: Batch<Input>[] = [];
      for (const batch of open.values()) {
        if (name !== undefined && batch.address.account !== name) continue;
        close(batch);
        drained.push(batch);
      }
      for (const [key, account] of accounts) {
        if (name !== undefined && key !== name) continue;
        drained.push(...account.sealed.splice(0));
        ready.delete(key);
      }
      for (const batch of drained) held -= batch.entries.size;
      return drained;
    },
  };
}
