import { ChatRequestError } from '@chat-sns/client';
import { describe, expect, test } from 'vitest';
import { createStubbedChat, failureOf, requestOf } from './support/chat.ts';

const many = (count: number, prefix = 'id') =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const badUserIds = ['', 'a b', 'é', 'x'.repeat(33), 'a\n', 7, null, undefined, ['id']];

/** Calls a method with anything, as a caller without types can. */
function send(operation: 'deleteFriends' | 'deleteAllFriends' | 'deleteFriendLists', request: unknown) {
  const { chat, stub } = createStubbedChat();
  const method = chat[operation] as (request: unknown) => Promise<unknown>;
  return { call: method(request), stub };
}

async function expectRefused(operation: Parameters<typeof send>[0], request: unknown, title: string) {
  const { call, stub } = send(operation, request);
  const error = await failureOf(call);
  expect(error).toBeInstanceOf(ChatRequestError);
  expect(error).toMatchObject({ operation, title, attempt: 0, retryable: false, code: undefined });
  expect(stub.calls).toHaveLength(0);
  return error;
}

describe('a request that breaks a documented limit is refused before it is sent', () => {
  test.each(badUserIds)('From_Account %j', async (From_Account) => {
    for (const operation of ['deleteFriends', 'deleteAllFriends', 'deleteFriendLists'] as const) {
      await expectRefused(operation, { ...requestOf(operation), From_Account }, 'InvalidUserId');
    }
  });

  test.each(badUserIds)('To_Account with %j', async (account) => {
    const error = await expectRefused(
      'deleteFriends',
      { ...requestOf('deleteFriends'), To_Account: ['id1', account] },
      'InvalidUserId',
    );
    expect(error.message).toContain('To_Account[1]');
  });

  test.each([
    [[], 'EmptyList'],
    [many(1001), 'ListTooLong'],
    ['id1', 'InvalidList'],
    [{ 0: 'id1', length: 1 }, 'InvalidList'],
    [undefined, 'InvalidList'],
    [new Array(3), 'InvalidUserId'],
  ])('To_Account %#', async (To_Account, title) => {
    await expectRefused('deleteFriends', { ...requestOf('deleteFriends'), To_Account }, title);
  });

  test.each([
    [[], 'EmptyList'],
    [many(33), 'ListTooLong'],
    ['group1', 'InvalidList'],
    [[''], 'InvalidListName'],
    [['x'.repeat(31)], 'InvalidListName'],
    [['\u{1F600}'.repeat(8)], 'InvalidListName'],
    [[7], 'InvalidListName'],
  ])('GroupName %#', async (GroupName, title) => {
    await expectRefused('deleteFriendLists', { ...requestOf('deleteFriendLists'), GroupName }, title);
  });

  test.each([undefined, null, '', 'delete_type_both', 'toString', 1])('DeleteType %j', async (DeleteType) => {
    await expectRefused('deleteFriends', { ...requestOf('deleteFriends'), DeleteType }, 'InvalidDeleteType');
  });

  test.each([undefined, null, 'id', 7])('the request %j itself', async (request) => {
    await expectRefused('deleteFriends', request, 'InvalidUserId');
  });
});

test('the limits themselves are accepted', async () => {
  const accounts = send('deleteFriends', { ...requestOf('deleteFriends'), To_Account: many(1000) });
  await expect(accounts.call).resolves.toMatchObject({ deleted: { length: 1000 } });
  const names = [...many(30, 'list'), '\u{1F600}'.repeat(7), 'x'.repeat(30)];
  const lists = send('deleteFriendLists', { From_Account: 'x'.repeat(32), GroupName: names });
  await expect(lists.call).resolves.toBeDefined();
  expect(lists.stub.calls[0]?.request.GroupName).toEqual(names);
});

test('fields that the page does not have are not sent', async () => {
  const { call, stub } = send('deleteAllFriends', {
    From_Account: 'id',
    ToAccount: 'typo',
    To_Account: ['id1'],
  });
  await call;
  expect(stub.calls[0]?.request).toEqual({ From_Account: 'id', DeleteType: 'Delete_Type_Single' });
});
