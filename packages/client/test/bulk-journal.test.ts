import { type BulkOptions, bulkDeleteAllFriends, bulkDeleteFriends } from '@chat-sns/client/bulk';
import { describe, expect, test } from 'vitest';
import { collect, createJournal, friend, friendsOf, respondWith, runJob } from './support/bulk.ts';
import { createStubbedChat } from './support/chat.ts';

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

  test('repeats what an abort left unknown', async () => {
    const journal = createJournal();
    const abort = new AbortController();
    const setup = createStubbedChat({
      fetch: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
          setImmediate(() => abort.abort());
        }),
    });
    const options = { journal, signal: abort.signal };
    expect((await runJob(friendsOf('ann', 1), options, setup)).lines).toEqual(['0 unknown Aborted']);
    const after = await runJob(friendsOf('ann', 1), { journal });
    expect([after.lines, after.sizes]).toEqual([['0 deleted'], [1]]);
  });

  test.each<[string, ReturnType<typeof friend>[], BulkOptions]>([
    ['another input', [friend('ann', 'other'), ...friendsOf('ann', 2, 1)], {}],
    ['another account', friendsOf('bob', 3), {}],
    ['another account between', [friend('ann', 'f0'), friend('bob', 'f1'), friend('ann', 'f2')], {}],
    ['another account from the second on', [friend('ann', 'f0'), ...friendsOf('bob', 2, 1)], {}],
    [
      'another mode between',
      [friend('ann', 'f0'), friend('ann', 'f1', 'Delete_Type_Single'), friend('ann', 'f2')],
      {},
    ],
    ['another order', friendsOf('ann', 3).toReversed(), {}],
    ['an input that is too short', friendsOf('ann', 2), {}],
    ['another name', friendsOf('ann', 3), { name: '1400000001' }],
  ])('refuses %s before anything is sent', async (_, inputs, options) => {
    const journal = createJournal();
    await runJob(friendsOf('ann', 3), { journal });
    const unfinished = createJournal(journal.records.slice(0, 2));
    const { error, sizes, lines, summary } = await runJob(inputs, { journal: unfinished, ...options });
    expect(String(error)).toMatch(/OtherInput|OtherJob/);
    expect(sizes).toEqual([]);
    expect([lines.length, summary.done]).toEqual([summary.read, summary.read]);
  });

  test('of another operation, or one that cannot be read, is refused', async () => {
    const journal = createJournal();
    await runJob(friendsOf('ann', 1), { journal });
    const { chat } = createStubbedChat();
    const other = bulkDeleteAllFriends(chat, [{ From_Account: 'ann' }], { journal });
    await expect(other[Symbol.asyncIterator]().next()).rejects.toThrow('"deleteFriends"');
    const header = journal.records[0] as string;
    for (const record of ['{"intent":', '{"intent":1}', '{"done":null}', 'null', header]) {
      const { error, sizes } = await runJob(friendsOf('ann', 1), {
        journal: createJournal([header, record]),
      });
      expect(String(error), record).toContain('record 2 of the journal cannot be read');
      expect(sizes).toEqual([]);
    }
  });

  test('that cannot be read ends the job under a name of its own', async () => {
    const journal = createJournal();
    journal.read = () => {
      throw new Error('connection closed');
    };
    const { error, summary, sizes } = await runJob(friendsOf('ann', 1), { journal });
    expect([error, sizes]).toEqual([new Error('connection closed'), []]);
    expect(summary.stopped).toMatchObject({ title: 'JournalFailed', info: 'connection closed' });
  });

  test.each([0, 1, 2])('that never takes record %i ends the job, and close returns', async (at) => {
    const setup = createStubbedChat();
    const journal = createJournal();
    const { append } = journal;
    let appended = 0;
    journal.append = (record) => {
      appended += 1;
      return appended > at ? new Promise(() => {}) : append(record);
    };
    const inputs = [...friendsOf('ann', 1), friend('ben', 'f1')];
    const job = bulkDeleteFriends(setup.chat, inputs, { journal, clock: setup.fake.clock, concurrency: 1 });
    const ended = setup.fake.settle(collect(job));
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    const { done, read, counts } = await job.close();
    expect(await ended).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining('60000 ms') },
    });
    expect([done, counts.deleted, setup.fake.pending()]).toEqual([read, at === 2 ? 1 : 0, 0]);
    expect([appended, setup.stub.calls.length]).toEqual([at + 1, at === 2 ? 1 : 0]);
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
