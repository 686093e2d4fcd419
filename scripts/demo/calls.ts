import { ChatError, createChatClient } from '@chat-sns/client';

const From_Account = 'alice';
const both = 'Delete_Type_Both' as const;

/** Makes each operation succeed and fail against the mock, and says in a row what was called and what came back. */
export async function makeCalls(mockUrl: string): Promise<string[][]> {
  const chat = createChatClient({
    baseUrl: mockUrl,
    sdkAppId: 1400000000,
    identifier: 'administrator',
    userSig: 'any-signature-will-do-for-the-mock',
    retry: false,
  });
  const calls: [string, string, () => Promise<string>][] = [
    [
      'deleteFriends',
      'bob, carol; two-way',
      async () =>
        describe(await chat.deleteFriends({ From_Account, To_Account: ['bob', 'carol'], DeleteType: both })),
    ],
    [
      'deleteFriends',
      'bob, mock-31704',
      async () =>
        describe(
          await chat.deleteFriends({ From_Account, To_Account: ['bob', 'mock-31704'], DeleteType: both }),
        ),
    ],
    [
      'deleteFriends',
      'from mock-30003',
      async () =>
        describe(
          await chat.deleteFriends({ From_Account: 'mock-30003', To_Account: ['bob'], DeleteType: both }),
        ),
    ],
    [
      'deleteFriends',
      'To_Account is no list',
      () => sendMalformed(mockUrl, '/v4/sns/friend_delete', { From_Account, To_Account: 'bob' }),
    ],
    [
      'deleteAllFriends',
      'one-way',
      async () => {
        await chat.deleteAllFriends({ From_Account });
        return 'OK';
      },
    ],
    [
      'deleteAllFriends',
      'from mock-30008',
      async () => {
        await chat.deleteAllFriends({ From_Account: 'mock-30008' });
        return 'OK';
      },
    ],
    ['deleteAllFriends', 'no From_Account', () => sendMalformed(mockUrl, '/v4/sns/friend_delete_all', {})],
    [
      'deleteFriendLists',
      'work, family',
      async () =>
        `OK, sequence ${(await chat.deleteFriendLists({ From_Account, GroupName: ['work', 'family'] })).sequence}`,
    ],
    [
      'deleteFriendLists',
      'from mock-60010',
      async () =>
        `OK, sequence ${(await chat.deleteFriendLists({ From_Account: 'mock-60010', GroupName: ['work'] })).sequence}`,
    ],
    [
      'deleteFriendLists',
      'GroupName is empty',
      () => sendMalformed(mockUrl, '/v4/sns/group_delete', { From_Account, GroupName: [] }),
    ],
  ];
  const rows: string[][] = [];
  for (const [operation, input, call] of calls) {
    rows.push([operation, input, await call().catch((error: unknown) => describeError(error))]);
  }
  return rows;
}
