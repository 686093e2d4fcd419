import {
  type BulkJournal,
  type BulkOptions,
  type BulkOutcome,
  bulkDeleteAllFriends,
  bulkDeleteFriendLists,
  bulkDeleteFriends,
} from '@chat-sns/client/bulk';
import type { StubbedCall } from '@chat-sns/client/testing';
import { describe, expect, test } from 'vitest';
import { createStubbedChat } from './support/chat.ts';
import { createFailBody } from './support/server.ts';

const both = 'Delete_Type_Both' as const;
const friend = (From_Account: string, To_Account: string) => ({ From_Account, To_Account, DeleteType: both });
/** Friends of an account: `friendsOf('ann', 3)` has ann's friends f0 to f2. */
const friendsOf = (account: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, place) => friend(account, `f${from + place}`));

const describeOutcome = ({ index, status, reason }: BulkOutcome<unknown>) =>
  `${index} ${status}${reason ? ` ${reason.title}` : ''}`;

/** Runs a job to its end without real waits. */
async function runJob(
  inputs: Iterable<ReturnType<typeof friend>> | AsyncIterable<ReturnType<typeof friend>>,
  options: BulkOptions = {},
  { chat, stub, fake } = createStubbedChat(),
) {
  const job = bulkDeleteFriends(chat, inputs, { clock: fake.clock, ...options });
  const outcomes: BulkOutcome<ReturnType<typeof friend>>[] = [];
  const settled = await fake.settle(
    (async () => {
      for await (const outcome of job) outcomes.push(outcome);
    })(),
  );
  const summary = await job.summary;
  return {
    outcomes,
    lines: outcomes.map(describeOutcome).toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
    error: settled.status === 'rejected' ? settled.reason : undefined,
    summary,
    sizes: stub.calls.map(({ request }) => (request.To_Account as unknown[]).length),
    accounts: stub.calls.map(({ request }) => request.From_Account),
    stub,
  };
}

const lose = new TypeError('fetch failed');
/** A response without the items of some accounts. */
const omit = (names: string[]) => (call: StubbedCall) => ({
  ActionStatus: 'OK',
  ErrorCode: 0,
  ErrorInfo: '',
  ErrorDisplay: '',
  ResultItem: (call.request.To_Account as string[])
    .filter((name) => !names.includes(name))
    .map((To_Account) => ({ To_Account, ResultCode: 0, ResultInfo: '' })),
});
const respondWith = (codes: Record<string, number>) => (call: StubbedCall) => ({
  ActionStatus: 'OK',
  ErrorCode: 0,
  ErrorInfo: '',
  ErrorDisplay: '',
  ResultItem: (call.request.To_Account as string[]).map((To_Account) => ({
    To_Account,
    ResultCode: codes[To_Account] ?? 0,
    ResultInfo: '',
  })),
});

/** A journal in memory, which can break. */
function createJournal(
  records: string[] = [],
  breakAt = Number.POSITIVE_INFINITY,
): BulkJournal & { records: string[] } {
  return {
    records,
    read: () => [...records],
    async append(record) {
      if (records.length >= breakAt) throw new Error('no space left on device');
      records.push(record);
    },
  };
}

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

describe('a job ends early', () => {
  test.each([
    [70009, 'UserSigWrongKey'],
    [60020, 'ServiceUnavailable'],
    [60026, 'RegionMismatch'],
    [60010, 'IdentifierNotAdmin'],
    [30004, 'AdminRequired'],
    [70050, 'UserSigAttemptsThrottled'],
  ])('at once for %i, which concerns every call', async (code, title) => {
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', ...Array(20).fill(code));
    const inputs = Array.from({ length: 500 }, (_, place) => friend(`a${place}`, 'f'));
    const { lines, summary, sizes } = await runJob(inputs, { concurrency: 1 }, setup);
    expect(sizes).toHaveLength(1);
    expect(lines).toHaveLength(500);
    expect(lines.filter((line) => line.endsWith(`notSent ${title}`))).toHaveLength(499);
    expect(summary).toMatchObject({ isComplete: false, stopped: { title, code } });
  });

  test('but not for an account that does not exist', async () => {
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', ...Array(20).fill(30003));
    const inputs = Array.from({ length: 20 }, (_, place) => friend(`a${place}`, 'f'));
    expect((await runJob(inputs, {}, setup)).summary).toMatchObject({
      counts: { failed: 20 },
      stopped: undefined,
    });
  });

  test('a filtered deletion ends its account, and three of them the job', async () => {
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', 31707);
    const inputs = [...friendsOf('ann', 1500), friend('ben', 'f0')];
    const first = await runJob(inputs, { concurrency: 1 }, setup);
    expect(first.accounts).toEqual(['ann', 'ben']);
    expect(first.summary.counts).toMatchObject({ failed: 1000, notSent: 500, deleted: 1 });
    const spread = createStubbedChat();
    spread.stub.respondTo('deleteFriends', ...Array(9).fill(respondWith({ f: 31707 })));
    const many = Array.from({ length: 9 }, (_, place) => friend(`a${place}`, 'f'));
    const { summary } = await runJob(many, { concurrency: 1 }, spread);
    expect(summary).toMatchObject({
      counts: { failed: 3, notSent: 6 },
      stopped: { title: 'DeletionFiltered' },
    });
  });

  test('when the service cannot be reached', async () => {
    const setup = createStubbedChat({ fetch: async () => Promise.reject(lose) });
    const inputs = Array.from({ length: 300 }, (_, place) => friend(`a${place}`, 'f'));
    const { summary } = await runJob(inputs, { concurrency: 2 }, setup);
    expect(summary.stopped).toMatchObject({ title: 'ConnectionLost' });
    expect(summary.counts.notSent).toBeGreaterThan(200);
    expect(summary.done).toBe(300);
  });

  test('when it is aborted: what was under way is unknown', async () => {
    const abort = new AbortController();
    const setup = createStubbedChat({
      fetch: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
          setImmediate(() => abort.abort());
        }),
    });
    const inputs = [...friendsOf('ann', 1), ...friendsOf('ben', 1)];
    const { lines, summary } = await runJob(inputs, { signal: abort.signal, concurrency: 1 }, setup);
    expect(lines).toEqual(['0 unknown Aborted', '1 notSent Aborted']);
    expect(summary.stopped?.title).toBe('Aborted');
  });

  test('with break, after the requests under way, and close always returns', async () => {
    const { chat, fake } = createStubbedChat();
    let isClosed = false;
    async function* produce() {
      try {
        for (let place = 0; ; place += 1) yield friend('ann', `f${place}`);
      } finally {
        isClosed = true;
      }
    }
    const job = bulkDeleteFriends(chat, produce(), { clock: fake.clock });
    for await (const _ of job) break;
    const summary = await job.close();
    expect(summary.stopped?.title).toBe('Closed');
    expect(summary.done).toBe(summary.read);
    await new Promise((resolve) => setImmediate(resolve));
    expect(isClosed).toBe(true);
    const never = bulkDeleteFriends(chat, {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }),
    });
    void (async () => {
      for await (const _ of never);
    })();
    expect((await never.close()).read).toBe(0);
    expect((await bulkDeleteFriends(chat, []).close()).isComplete).toBe(false);
  });

  test('inputs that fail reject the iteration, after the outcomes', async () => {
    function* produce() {
      yield friend('ann', 'f0');
      throw new Error('line 2 is broken');
    }
    const { lines, error, summary } = await runJob(produce());
    expect(lines).toEqual(['0 notSent InputFailed']);
    expect(error).toEqual(new Error('line 2 is broken'));
    expect(summary.isComplete).toBe(false);
  });

  test('a bug of the client rejects the iteration too', async () => {
    const setup = createStubbedChat();
    setup.chat.safe.deleteFriends = () => Promise.reject(new RangeError('a bug'));
    const { lines, error } = await runJob(friendsOf('ann', 1), {}, setup);
    expect([lines, error]).toEqual([['0 unknown JobFailed'], new RangeError('a bug')]);
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
    ['a window that is no integer', [], { window: 1.5 }],
    ['lingerMs below 0', [], { lingerMs: -1 }],
    ['a total that is no number', [], { total: Number.NaN }],
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

describe('a journal', () => {
  test('lets a job go on without repeating what is done', async () => {
    const first = createJournal();
    await runJob(friendsOf('ann', 2500), { journal: first });
    // The process ended before the response to the second request was recorded.
    const journal = createJournal(first.records.slice(0, 4));
    const { lines, outcomes, sizes } = await runJob(friendsOf('ann', 2500), { journal });
    expect(sizes).toEqual([1000, 500]);
    expect(lines).toHaveLength(2500);
    expect(outcomes.filter(({ fromJournal }) => fromJournal)).toHaveLength(1000);
  });

  test('says gone or unknown of what was sent without a recorded response', async () => {
    const journal = createJournal();
    await runJob(friendsOf('ann', 2), { journal });
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', respondWith({ f0: 31704 }));
    const records = journal.records.slice(0, 2);
    expect(
      (await runJob(friendsOf('ann', 2), { journal: createJournal([...records]) }, setup)).lines,
    ).toEqual(['0 gone', '1 deleted']);
    const options = { journal: createJournal([...records]), retry: { retryUnanswered: false } };
    const { lines, sizes } = await runJob(friendsOf('ann', 2), options);
    expect([lines, sizes]).toEqual([['0 unknown Interrupted', '1 unknown Interrupted'], []]);
  });

  test('remembers reasons, and repeats what was refused and not sent', async () => {
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', respondWith({ f1: 30003 }), 70009);
    const journal = createJournal();
    const inputs = [...friendsOf('ann', 2), friend('ben', 'f2'), friend('cat', 'f3')];
    const before = await runJob(inputs, { journal, concurrency: 1 }, setup);
    expect(before.lines).toEqual([
      '0 deleted',
      '1 failed AccountNotFound',
      '2 failed UserSigWrongKey',
      '3 notSent UserSigWrongKey',
    ]);
    const after = await runJob(inputs, { journal, retry: { retryUnanswered: false } });
    expect(after.accounts).toEqual(['ben', 'cat']);
    expect(after.lines).toEqual(['0 deleted', '1 failed AccountNotFound', '2 deleted', '3 deleted']);
  });

  test.each<[string, ReturnType<typeof friend>[], BulkOptions]>([
    ['another input', [friend('ann', 'other'), ...friendsOf('ann', 2, 1)], {}],
    ['another order', friendsOf('ann', 3).toReversed(), {}],
    ['an input that is too short', friendsOf('ann', 2), {}],
    ['another name', friendsOf('ann', 3), { name: '1400000001' }],
  ])('refuses %s before anything is sent', async (_, inputs, options) => {
    const journal = createJournal();
    await runJob(friendsOf('ann', 3), { journal });
    const unfinished = createJournal(journal.records.slice(0, 2));
    const { error, sizes } = await runJob(inputs, { journal: unfinished, ...options });
    expect(String(error)).toMatch(/OtherInput|OtherJob/);
    expect(sizes).toEqual([]);
  });

  test('of another operation, or one that cannot be read, is refused', async () => {
    const journal = createJournal();
    await runJob(friendsOf('ann', 1), { journal });
    const { chat } = createStubbedChat();
    const other = bulkDeleteAllFriends(chat, [{ From_Account: 'ann' }], { journal });
    await expect(other[Symbol.asyncIterator]().next()).rejects.toThrow('"deleteFriends"');
    const broken = createJournal([journal.records[0] as string, '{"intent":']);
    expect(String((await runJob(friendsOf('ann', 1), { journal: broken })).error)).toContain('record 2');
  });

  test.each([0, 1, 2, 3])(
    'that breaks at record %i ends the job, and nothing is sent without it',
    async (at) => {
      const journal = createJournal([], at);
      const { error, lines, sizes } = await runJob([...friendsOf('ann', 1), friend('ben', 'f1')], {
        journal,
        concurrency: 1,
      });
      expect(error).toEqual(new Error('no space left on device'));
      expect(sizes.length).toBe(at > 1 ? 1 : 0);
      if (at > 0) expect(lines).toHaveLength(2);
    },
  );
});
