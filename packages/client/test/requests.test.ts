import { ChatRequestError } from '@chat-sns/client';
import { describe, expect, test } from 'vitest';
import { copyRequest, createStubbedChat, getFailure } from './support/chat.ts';

const createNames = (count: number, prefix = 'id') =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const badUserIds = ['', 'x'.repeat(33), 'é'.repeat(17), 7, null, undefined, ['id']];

/** Calls a method with any value, as a caller without types can. */
function callOperation(
  operation: 'deleteFriends' | 'deleteAllFriends' | 'deleteFriendLists',
  request: unknown,
) {
  const { chat, stub } = createStubbedChat();
  const method = chat[operation] as (request: unknown) => Promise<unknown>;
  return { call: method(request), stub };
}

async function expectRejected(
  operation: Parameters<typeof callOperation>[0],
  request: unknown,
  reason: string,
) {
  const { call, stub } = callOperation(operation, request);
  const error = await getFailure(call);
  expect(error).toBeInstanceOf(ChatRequestError);
  expect(error).toMatchObject({ operation, attempt: 0, retryable: false, code: undefined });
  expect(error.message).toBe(`${operation}: ${reason}`);
  expect(stub.calls).toHaveLength(0);
}

const formatUserIdReason = (field: string) =>
  `InvalidUserId: ${field} must be a string of 1 to 32 bytes of UTF-8`;
const listName = 'InvalidListName: GroupName[1] must be a string of 1 to 30 bytes of UTF-8';

describe('a request that violates a documented limit is rejected before it is sent', () => {
  test.each(badUserIds)('From_Account %j', async (From_Account) => {
    for (const operation of ['deleteFriends', 'deleteAllFriends', 'deleteFriendLists'] as const) {
      await expectRejected(
        operation,
        { ...copyRequest(operation), From_Account },
        formatUserIdReason('From_Account'),
      );
    }
  });

  test.each(badUserIds)('To_Account with %j', async (account) => {
    await expectRejected(
      'deleteFriends',
      { ...copyRequest('deleteFriends'), To_Account: ['id1', account] },
      formatUserIdReason('To_Account[1]'),
    );
  });

  test.each([
    [[], 'EmptyList: To_Account must not be empty'],
    [createNames(1001), 'ListTooLong: To_Account has 1001 values, but at most 1000 are allowed'],
    ['id1', 'InvalidList: To_Account must be an array of strings'],
    [{ 0: 'id1', length: 1 }, 'InvalidList: To_Account must be an array of strings'],
    [undefined, 'InvalidList: To_Account must be an array of strings'],
    [new Array(3), formatUserIdReason('To_Account[0]')],
  ])('To_Account %#', async (To_Account, reason) => {
    await expectRejected('deleteFriends', { ...copyRequest('deleteFriends'), To_Account }, reason);
  });

  test.each([
    [[], 'EmptyList: GroupName must not be empty'],
    [createNames(33), 'ListTooLong: GroupName has 33 values, but at most 32 are allowed'],
    ['group1', 'InvalidList: GroupName must be an array of strings'],
    [['group1', ''], listName],
    [['group1', 'x'.repeat(31)], listName],
    [['group1', '\u{1F600}'.repeat(8)], listName],
    [['group1', 7], listName],
  ])('GroupName %#', async (GroupName, reason) => {
    await expectRejected('deleteFriendLists', { ...copyRequest('deleteFriendLists'), GroupName }, reason);
  });

  test.each([undefined, null, '', 'delete_type_both', 'toString', 1, ['Delete_Type_Both']])(
    'DeleteType %j',
    async (DeleteType) => {
      const reason = 'InvalidDeleteType: DeleteType must be Delete_Type_Single or Delete_Type_Both';
      await expectRejected('deleteFriends', { ...copyRequest('deleteFriends'), DeleteType }, reason);
      if (DeleteType === undefined || DeleteType === null) return;
      await expectRejected('deleteAllFriends', { ...copyRequest('deleteAllFriends'), DeleteType }, reason);
    },
  );

  test.each([undefined, null, 'id', 7])('the request %j itself', async (request) => {
    for (const operation of ['deleteFriends', 'deleteAllFriends', 'deleteFriendLists'] as const) {
      await expectRejected(operation, request, formatUserIdReason('From_Account'));
    }
  });
});

test.each(['Delete_Type_Single', 'Delete_Type_Both'])(
  'DeleteType %s is sent unchanged',
  async (DeleteType) => {
    for (const operation of ['deleteFriends', 'deleteAllFriends'] as const) {
      const { call, stub } = callOperation(operation, { ...copyRequest(operation), DeleteType });
      await call;
      expect(stub.calls[0]?.request).toMatchObject({ DeleteType });
    }
  },
);

test('the limits themselves are accepted', async () => {
  const accounts = callOperation('deleteFriends', {
    ...copyRequest('deleteFriends'),
    To_Account: createNames(1000),
  });
  await expect(accounts.call).resolves.toMatchObject({ deleted: { length: 1000 } });
  const names = [...createNames(30, 'list'), `\u{1F600}${'é'.repeat(13)}`, 'x'.repeat(30)];
  const lists = callOperation('deleteFriendLists', { From_Account: 'x'.repeat(32), GroupName: names });
  await expect(lists.call).resolves.toBeDefined();
  expect(lists.stub.calls[0]?.request.GroupName).toEqual(names);
});

test.each(['@RBT#001', 'a.b@example.com', 'a b', 'a\n', 'é'.repeat(16)])(
  'the UserID %j is sent: the service judges its characters',
  async (id) => {
    const request = { From_Account: id, To_Account: ['ben', id], DeleteType: 'Delete_Type_Both' };
    const { call, stub } = callOperation('deleteFriends', request);
    await call;
    expect(stub.calls[0]?.request).toEqual(request);
  },
);

test('undocumented fields are not sent', async () => {
  const { call, stub } = callOperation('deleteAllFriends', {
    From_Account: 'id',
    DeleteType: 'Delete_Type_Both',
    ToAccount: 'typo',
    To_Account: ['id1'],
  });
  await call;
  expect(stub.calls[0]?.request).toEqual({ From_Account: 'id', DeleteType: 'Delete_Type_Both' });
});
