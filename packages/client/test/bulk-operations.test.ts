import { bulkDeleteAllFriends, bulkDeleteFriendLists } from '@chat-sns/client/bulk';
import { createFetchStub, type StubbedCall } from '@chat-sns/client/testing';
import { describe, expect, test } from 'vitest';
import { describeOutcome, lose } from './support/bulk.ts';
import { createStubbedChat } from './support/chat.ts';
import { createFakeClock } from './support/clock.ts';
import { createFailBody } from './support/server.ts';

describe('the other operations', () => {
  test('deleteAllFriends is not repeated after a lost response, but after a refusal', async () => {
    const { chat, fake, stub } = createStubbedChat();
    stub.respondTo('deleteAllFriends', lose, 60007);
    const accounts = ['ann', 'ben', 'cat'].map((From_Account) => ({ From_Account }));
    const job = bulkDeleteAllFriends(chat, accounts, { clock: fake.clock, concurrency: 1 });
    const lines: string[] = [];
    await fake.settle(
      (async () => {
        for await (const outcome of job) lines.push(describeOutcome(outcome));
      })(),
    );
    expect(lines.toSorted()).toEqual(['0 unknown ConnectionLost', '1 deleted', '2 deleted']);
    expect(stub.calls).toHaveLength(4);
  });

  test('deleteFriendLists finds the list for which a request was refused', async () => {
    const { chat, fake, stub } = createStubbedChat();
    const named = (call: StubbedCall) =>
      (call.request.GroupName as string[]).includes('gone')
        ? createFailBody(32309)
        : { ...createFailBody(0), ActionStatus: 'OK', CurrentSequence: 3 };
    stub.respondTo('deleteFriendLists', ...Array(9).fill(named));
    const lists = ['work', 'gone', 'home'].map((GroupName) => ({ From_Account: 'ann', GroupName }));
    const job = bulkDeleteFriendLists(chat, lists, { clock: fake.clock });
    const lines: string[] = [];
    await fake.settle(
      (async () => {
        for await (const outcome of job) lines.push(describeOutcome(outcome));
      })(),
    );
    expect(lines.toSorted()).toEqual(['0 deleted', '1 unknown ListNotFound', '2 deleted']);
    expect(stub.calls.map(({ request }) => request.GroupName)).toEqual([
      ['work', 'gone', 'home'],
      ['work'],
      ['gone'],
      ['home'],
    ]);
  });
});

/** Runs a job of many accounts against a service that takes its time, on the fake clock. */
async function runAt(
  inputs: number,
  respond: (now: number, after: (ms: number) => Promise<void>) => Promise<void>,
) {
  const fake = createFakeClock();
  const stub = createFetchStub();
  let underWay = 0;
  let most = 0;
  const after = (ms: number) => new Promise<void>((resolve) => fake.clock.after(ms, resolve));
  const { chat } = createStubbedChat({
    clock: fake.clock,
    rateLimit: { calls: 200, perSeconds: 1 },
    fetch: async (url, init) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await respond(fake.now(), after);
      underWay -= 1;
      return stub.fetch(url, init);
    },
  });
  const errors: string[] = [];
  const accounts = Array.from({ length: inputs }, (_, place) => ({ From_Account: `a${place}` }));
  const job = bulkDeleteAllFriends(chat, accounts, {
    clock: fake.clock,
    onRequest: ({ error }) => error && errors.push(error.title),
  });
  await fake.settle(
    (async () => {
      for await (const _ of job);
    })(),
  );
  return { most, errors, summary: await job.summary };
}

describe('as many requests are under way', () => {
  test('as a slow service needs to be used at the allowed rate', { timeout: 30_000 }, async () => {
    const { most, summary } = await runAt(2500, (_, after) => after(1500));
    expect(summary.counts.deleted).toBe(2500);
    // 189 a second for a second and a half, and no more than that.
    expect(most).toBeGreaterThan(270);
    expect(most).toBeLessThan(300);
    expect(summary.durationMs).toBeLessThan((2500 / 189) * 1000 + 12_000);
  });

  test('as a service can take that is too slow for the rate', async () => {
    let free = 0;
    const { most, errors, summary } = await runAt(400, (now, after) => {
      free = Math.max(free, now) + 100;
      return after(free - now);
    });
    expect([errors, summary.counts.deleted]).toEqual([[], 400]);
    expect(most).toBeLessThan(60);
  });
});
