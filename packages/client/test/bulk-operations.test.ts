import { bulkDeleteAllFriends, bulkDeleteFriendLists } from '@chat-sns/client/bulk';
import type { StubbedCall } from '@chat-sns/client/testing';
import { describe, expect, test } from 'vitest';
import { describeOutcome, lose } from './support/bulk.ts';
import { createStubbedChat } from './support/chat.ts';
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
