import type { Clock } from '@chat-sns/client';
import { bulkDeleteAllFriends, bulkDeleteFriends } from '@chat-sns/client/bulk';
import { describe, expect, test } from 'vitest';
import { friend, friendsOf, lose, omit, respondWith, runJob } from './support/bulk.ts';
import { createStubbedChat } from './support/chat.ts';
import { createFailBody } from './support/server.ts';

describe('requests', () => {
  test('are as full as the limit allows, in the order of the input', async () => {
    const { sizes, lines, summary } = await runJob(friendsOf('ann', 2500));
    expect(sizes).toEqual([1000, 1000, 500]);
    expect(lines).toHaveLength(2500);
    expect(summary).toMatchObject({
      read: 2500,
      done: 2500,
      requests: 3,
      isComplete: true,
      stopped: undefined,
    });
    expect(summary.counts).toMatchObject({ deleted: 2500, notSent: 0 });
  });

  test('gather the inputs of an account within the window', async () => {
    const mixed = Array.from({ length: 30 }, (_, place) => friend(`a${place % 3}`, `f${place}`));
    expect((await runJob(mixed)).sizes).toEqual([10, 10, 10]);
    expect((await runJob(mixed, { window: 6 })).sizes.length).toBeGreaterThan(3);
  });

  test('have one mode each', async () => {
    const one = { ...friend('ann', 'f1'), DeleteType: 'Delete_Type_Single' as const };
    const { sizes, lines } = await runJob([friend('ann', 'f0'), one as never, friend('ann', 'f2')]);
    expect(sizes).toEqual([2, 1]);
    expect(lines).toHaveLength(3);
  });

  test('carry a friend once: the same input again has an outcome of its own', async () => {
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', respondWith({}), respondWith({ f0: 31704 }));
    const { lines, sizes } = await runJob([friend('ann', 'f0'), friend('ann', 'f0')], {}, setup);
    expect(sizes).toEqual([1, 1]);
    expect(lines).toEqual(['0 deleted', '1 notFriend']);
  });

  test('of one account are never under way together', async () => {
    const setup = createStubbedChat();
    const underWay = new Set<unknown>();
    const fetch = setup.stub.fetch;
    let most = 0;
    const watched = createStubbedChat({
      fetch: async (url, init) => {
        const { From_Account } = JSON.parse(String(init.body));
        expect(underWay).not.toContain(From_Account);
        underWay.add(From_Account);
        most = Math.max(most, underWay.size);
        await new Promise((resolve) => setImmediate(resolve));
        underWay.delete(From_Account);
        return fetch(url, init);
      },
    });
    const inputs = Array.from({ length: 900 }, (_, place) => friend(`a${place % 9}`, `f${place}`));
    const { lines } = await runJob(inputs, { window: 20 }, watched);
    expect(lines).toHaveLength(900);
    expect(most).toBeGreaterThan(1);
  });

  test('are sent although a slow producer has not filled them', async () => {
    const setup = createStubbedChat();
    async function* produce() {
      yield friend('ann', 'f0');
      await new Promise<void>((resolve) => setup.fake.clock.after(60_000, resolve));
      expect(setup.stub.calls).toHaveLength(1);
      yield friend('ann', 'f1');
    }
    expect((await runJob(produce(), {}, setup)).lines).toEqual(['0 deleted', '1 deleted']);
  });

  test('are not looked for again and again while their account is busy', async () => {
    const setup = createStubbedChat();
    const { clock } = setup.fake;
    const sleep = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
    const { fetch } = setup.stub;
    const slow = createStubbedChat({
      clock,
      fetch: async (...request) => sleep(8000).then(() => fetch(...request)),
    });
    let timers = 0;
    const counting: Clock = {
      ...clock,
      after(ms, action) {
        timers += 1;
        return clock.after(ms, action);
      },
    };
    async function* produce() {
      yield friend('ann', 'f0');
      await sleep(1500);
      yield friend('ann', 'f1');
      await sleep(6000);
    }
    const { lines } = await runJob(produce(), { clock: counting }, { ...slow, fake: setup.fake });
    expect(lines).toEqual(['0 deleted', '1 deleted']);
    expect(timers).toBeLessThan(20);
  });
});

describe('every input has one outcome', () => {
  test('an input that cannot be sent fails alone', async () => {
    const inputs = [friend('ann', ''), friend('ann', 'f1'), null as never, friend('x'.repeat(500), 'f3')];
    const { lines, sizes } = await runJob(inputs);
    expect(lines).toEqual([
      '0 failed InvalidUserId',
      '1 deleted',
      '2 failed InvalidUserId',
      '3 failed InvalidUserId',
    ]);
    expect(sizes).toEqual([1]);
  });

  test('results come from the items, and own fields come back', async () => {
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', respondWith({ f1: 31704, f2: 30003, f3: 99999 }));
    const inputs = friendsOf('ann', 4).map((input, row) => ({ ...input, row }));
    const { lines, outcomes } = await runJob(inputs, {}, setup);
    expect(lines).toEqual(['0 deleted', '1 notFriend', '2 failed AccountNotFound', '3 unknown Unknown']);
    expect(outcomes.map(({ input }) => input)).toEqual(inputs);
    expect(outcomes[2]?.reason).toMatchObject({ code: 30003, retryable: false });
  });

  test('a transient failure is repeated for its items alone', async () => {
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', respondWith({ f1: 30008 }), respondWith({}));
    const { lines, sizes, outcomes } = await runJob(friendsOf('ann', 3), {}, setup);
    expect(sizes).toEqual([3, 1]);
    expect(lines).toEqual(['0 deleted', '1 deleted', '2 deleted']);
    expect(outcomes.map(({ index, attempts }) => [index, attempts])).toContainEqual([1, 2]);
  });

  test('after a lost response a friend who is gone is not reported as no friend', async () => {
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', lose, respondWith({ f0: 31704 }));
    const { lines } = await runJob(friendsOf('ann', 2), {}, setup);
    expect(lines).toEqual(['0 gone', '1 deleted']);
  });

  test('what a response does not mention is asked for again, and unknown in the end', async () => {
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', ...Array(6).fill(omit(['f1'])));
    const { lines, sizes } = await runJob(friendsOf('ann', 2), {}, setup);
    expect(sizes).toEqual([2, 1, 1, 1, 1, 1]);
    expect(lines).toEqual(['0 deleted', '1 unknown Unanswered']);
  });

  test('a failure after a lost response leaves it unknown', async () => {
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', lose, 30003);
    expect((await runJob(friendsOf('ann', 1), {}, setup)).lines).toEqual(['0 unknown AccountNotFound']);
  });

  test('an unknown code of a request fails its own inputs only', async () => {
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', createFailBody(99999));
    const { lines } = await runJob([friend('ann', 'f0'), friend('ben', 'f1')], {}, setup);
    expect(lines).toEqual(['0 unknown Unknown', '1 deleted']);
  });
});

describe('memory', () => {
  test('a slow reader holds the job up', async () => {
    const { chat, fake, stub } = createStubbedChat();
    let read = 0;
    function* produce() {
      for (; read < 10_000; read += 1) yield { From_Account: `a${read}` };
    }
    const job = bulkDeleteAllFriends(chat, produce(), { clock: fake.clock, window: 50, concurrency: 5 });
    const outcomes = job[Symbol.asyncIterator]();
    await outcomes.next();
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(stub.calls.length).toBeLessThan(60);
    expect(read).toBeLessThan(120);
    await outcomes.return?.();
  });

  test('no more requests wait for the rate limit than are needed to reach it', async () => {
    let waiting = 0;
    let most = 0;
    const setup = createStubbedChat({
      rateLimit: {
        async acquire() {
          waiting += 1;
          most = Math.max(most, waiting);
          for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
          waiting -= 1;
        },
      },
    });
    const inputs = Array.from({ length: 100 }, (_, place) => friend(`a${place}`, 'f'));
    expect((await runJob(inputs, { window: 20 }, setup)).lines).toHaveLength(100);
    expect(most).toBe(4);
  });
});

describe('control', () => {
  test('a paused job sends nothing until it is resumed', async () => {
    const { chat, fake, stub } = createStubbedChat();
    const job = bulkDeleteFriends(chat, friendsOf('ann', 3), { clock: fake.clock });
    job.pause();
    const outcomes = (async () => {
      const statuses: string[] = [];
      for await (const { status } of job) statuses.push(status);
      return statuses;
    })();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect([stub.calls.length, job.progress.isPaused]).toEqual([0, true]);
    job.resume();
    expect(await fake.settle(outcomes)).toMatchObject({ value: ['deleted', 'deleted', 'deleted'] });
  });

  test('progress counts outcomes and failures, and tells what is left', async () => {
    const { chat, fake, stub } = createStubbedChat();
    stub.respondTo('deleteAllFriends', 30003);
    const accounts = Array.from({ length: 4 }, (_, place) => ({ From_Account: `a${place}` }));
    const job = bulkDeleteAllFriends(chat, accounts, { clock: fake.clock, total: 4, concurrency: 1 });
    const seen: unknown[] = [];
    for await (const _ of job) {
      fake.advance(500);
      const { done, failures, perSecond, remainingMs } = job.progress;
      seen.push([done, failures, perSecond, remainingMs]);
    }
    expect(seen[0]).toEqual([1, { AccountNotFound: 1 }, 2, 1500]);
    expect(seen[3]).toEqual([4, { AccountNotFound: 1 }, 2, 0]);
  });

  test('a hook hears of every request', async () => {
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', 30008);
    const events: unknown[] = [];
    await runJob(
      friendsOf('ann', 2),
      {
        onRequest({ account, inputs, attempt, error }) {
          events.push([account, inputs, attempt, error?.title]);
          throw new Error('a hook that throws');
        },
      },
      setup,
    );
    expect(events).toEqual([
      ['ann', 2, 1, 'WriteConflict'],
      ['ann', 2, 2, undefined],
    ]);
  });

  test('60007 keeps every request back', async () => {
    const setup = createStubbedChat();
    const times: number[] = [];
    setup.stub.respondTo('deleteFriends', 60007);
    const fetch: typeof setup.stub.fetch = (url, init) => {
      times.push(setup.fake.now());
      return setup.stub.fetch(url, init);
    };
    const watched = createStubbedChat({ fetch, clock: setup.fake.clock });
    const inputs = [friend('ann', 'f'), friend('ben', 'f'), friend('cat', 'f')];
    await runJob(inputs, { concurrency: 1 }, { ...watched, fake: setup.fake });
    expect(times).toHaveLength(4);
    expect((times[1] as number) - (times[0] as number)).toBeGreaterThanOrEqual(1000);
  });

  test.each([
    ['not an iterable', 5 as never, {}],
    ['a string', 'ann' as never, {}],
    ['concurrency 0', [], { concurrency: 0 }],
    ['concurrency null', [], { concurrency: null as never }],
    ['a window that is no integer', [], { window: 1.5 }],
    ['a window that is null', [], { window: null as never }],
    ['lingerMs below 0', [], { lingerMs: -1 }],
    ['a total that is not a number', [], { total: Number.NaN }],
    ['a journal without append', [], { journal: { read: () => [] } as never }],
    ['a hook that is no function', [], { onRequest: 'log' as never }],
    ['a time limit of 0', [], { timeoutMs: 0 }],
    ['retry without attempts', [], { retry: { maxAttempts: 0 } }],
  ])('%s is refused at once', (_, inputs, options) => {
    const { chat } = createStubbedChat();
    expect(() => bulkDeleteFriends(chat, inputs, options)).toThrow(/must/);
  });

  test('a job is iterated once', async () => {
    const { chat } = createStubbedChat();
    const job = bulkDeleteFriends(chat, []);
    for await (const _ of job);
    await expect(job[Symbol.asyncIterator]().next()).rejects.toThrow('can be iterated once');
  });
});
