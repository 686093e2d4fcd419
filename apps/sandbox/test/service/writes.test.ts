import { expect, test } from 'vitest';
import { Refusal } from '../../src/refusal.ts';
import { type ConcurrentWrites, createWrites } from '../../src/service/writes.ts';

/** Writes that wait until a test ends them. */
function create(policy: ConcurrentWrites, writeTime: number) {
  const waiting: { milliseconds: number; end: () => void }[] = [];
  const sleep = (milliseconds: number) =>
    new Promise<void>((end) => {
      waiting.push({ milliseconds, end });
    });
  return { waiting, waitForTurn: createWrites({ policy, writeTime, sleep }) };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

test('writes that take no time do not wait', () => {
  expect(create('serialise', 0).waitForTurn('ann')).toBeUndefined();
});

test('a write waits for all earlier writes to its account, and for none to another account', async () => {
  const { waiting, waitForTurn } = create('serialise', 40);
  const done: string[] = [];
  const write = (name: string, account: string) => waitForTurn(account)?.then(() => done.push(name));
  const writes = [write('first', 'ann'), write('second', 'ann'), write('other', 'ben')];
  await soon();
  expect(waiting.map(({ milliseconds }) => milliseconds)).toEqual([40, 40]);
  waiting[0]?.end();
  await soon();
  // The second write has its turn, so the end of the first has not freed the account.
  writes.push(write('third', 'ann'));
  await soon();
  expect([done, waiting.length]).toEqual([['first'], 3]);
  waiting[1]?.end();
  waiting[2]?.end();
  await soon();
  expect([done, waiting.length]).toEqual([['first', 'other', 'second'], 4]);
  waiting[3]?.end();
  await Promise.all(writes);
  expect(done).toEqual(['first', 'other', 'second', 'third']);
});

test('a write conflicts with another one until that one has ended', async () => {
  const { waiting, waitForTurn } = create('conflict', 40);
  const first = waitForTurn('ann');
  expect(() => waitForTurn('ann')).toThrow(Refusal);
  expect(() => waitForTurn('ann')).toThrow('sandbox: another write to ann is in progress');
  await soon();
  waiting[0]?.end();
  await first;
  await soon();
  expect(waitForTurn('ann')).toBeInstanceOf(Promise);
});

test('a conflicting write without a write time waits for one turn of the event loop and does not sleep', async () => {
  const { waiting, waitForTurn } = create('conflict', 0);
  await waitForTurn('ann');
  expect(waiting).toEqual([]);
});
