import { refuse } from '../refusal.ts';

export type ConcurrentWrites = 'serialise' | 'conflict';

interface Options {
  readonly policy: ConcurrentWrites;
  /** How long a write locks its account, in milliseconds. */
  readonly writeTime: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/**
 * Decides when a write to an account may happen. Operations are atomic in any case; this decides whether a write during
 * another one waits its turn or gets WriteConflict.
 * @returns a function that returns what to wait for; undefined for nothing.
 */
export function createWrites({
  policy,
  writeTime,
  sleep,
}: Options): (account: string) => Promise<void> | undefined {
  const busy = new Map<string, Promise<void>>();
  const pass = () => (writeTime > 0 ? sleep(writeTime) : new Promise<void>((done) => setImmediate(done)));

  return (account) => {
    if (policy === 'serialise' && writeTime === 0) return undefined;
    const previous = busy.get(account);
    if (previous && policy === 'conflict')
      refuse('WriteConflict', `another write to ${account} is in progress`);

    const turn = (previous ?? Promise.resolve()).then(pass).finally(() => {
      if (busy.get(account) === turn) busy.delete(account);
    });
    busy.set(account, turn);
    return turn;
  };
}
