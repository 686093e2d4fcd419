import { type BulkJob, type BulkOutcome, bulkDeleteFriends } from '@chat-sns/client/bulk';
import { describe, expect, test } from 'vitest';
import { collect, createJournal, friend, friendsOf, lose, respondWith, runJob } from './support/bulk.ts';
import { createStubbedChat } from './support/chat.ts';

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
      [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }),
    });
    void (async () => {
      for await (const _ of never);
    })();
    expect((await never.close()).read).toBe(0);
    expect((await bulkDeleteFriends(chat, []).close()).isComplete).toBe(false);
  });

  test.each<[string, (job: BulkJob<unknown>, abort: AbortController) => unknown]>([
    ['closed', (job) => job.close()],
    ['aborted', (_, abort) => abort.abort()],
    ['left', (job) => job[Symbol.asyncIterator]().return?.()],
  ])('before it begins when it is %s, and reads and writes nothing', async (_, endIt) => {
    const { chat } = createStubbedChat();
    const abort = new AbortController();
    const journal = createJournal();
    const inputs = friendsOf('ann', 3);
    const job = bulkDeleteFriends(chat, inputs.values(), { journal, signal: abort.signal });
    await endIt(job, abort);
    const outcomes = await collect(job);
    expect([outcomes, (await job.summary).read, job.progress.read]).toEqual([[], 0, 0]);
    await new Promise((resolve) => setImmediate(resolve));
    expect([job.progress.read, journal.records]).toEqual([0, []]);
  });

  test('when a timer aborts it, although none of its inputs has to wait for a response', async () => {
    const abort = new AbortController();
    function* produce() {
      setTimeout(() => abort.abort(), 0);
      for (let place = 0; place < 200_000; place += 1) yield friend('ann', '');
    }
    const job = bulkDeleteFriends(createStubbedChat().chat, produce(), { signal: abort.signal });
    for await (const _ of job);
    expect(await job.summary).toMatchObject({ isComplete: false, stopped: { title: 'Aborted' } });
  });

  test('and leaves no timer, also after 60007', async () => {
    const setup = createStubbedChat();
    setup.stub.respondTo('deleteFriends', 60007);
    const { lines } = await runJob(friendsOf('ann', 1), { retry: false }, setup);
    expect([lines, setup.fake.pending()]).toEqual([['0 failed RateLimited'], 0]);
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

test('a pause takes back what waits for the rate limit, and resume sends it', async () => {
  let grant = () => {};
  const granted = new Promise<void>((resolve) => {
    grant = resolve;
  });
  let waiting = 0;
  const acquire = async () => {
    waiting += 1;
    await granted;
  };
  const { chat, fake, stub } = createStubbedChat({ rateLimit: { acquire } });
  const turns = async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const journal = createJournal();
  const inputs = Array.from({ length: 9 }, (_, place) => friend(`a${place}`, 'f'));
  const job = bulkDeleteFriends(chat, inputs, { clock: fake.clock, journal });
  const outcomes = fake.settle(collect(job));
  await turns();
  job.pause();
  grant();
  await turns();
  expect([waiting, stub.calls.length, job.progress.done]).toEqual([4, 0, 0]);
  expect(journal.records.filter((record) => record.includes('"refused"'))).toHaveLength(4);
  job.resume();
  const { value } = (await outcomes) as PromiseFulfilledResult<BulkOutcome<unknown>[]>;
  expect(value.map(({ status, attempts }) => [status, attempts])).toEqual(Array(9).fill(['deleted', 1]));
  expect((await job.summary).requests).toBe(9);
});
