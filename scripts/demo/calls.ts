import { ChatError, createChatClient, type DeleteFriendsOutcome } from '@chat-sns/client';

const From_Account = 'alice';
const DeleteType = 'Delete_Type_Both';

/**
 * Makes each operation succeed, fail and meet a malformed request against the mock.
 * @returns rows of operation, what was sent, and what came back.
 */
export async function makeCalls(mockUrl: string): Promise<string[][]> {
  const chat = createChatClient({
    baseUrl: mockUrl,
    sdkAppId: 1400000000,
    identifier: 'administrator',
    userSig: 'any-text-will-do-for-the-mock',
    retry: false,
  });
  const deleteFriends = async (from: string, ...To_Account: string[]) =>
    describeOutcome(await chat.deleteFriends({ From_Account: from, To_Account, DeleteType }));
  const deleteAllFriends = async (from: string) => {
    await chat.deleteAllFriends({ From_Account: from });
    return 'OK';
  };
  const deleteFriendLists = async (from: string, ...GroupName: string[]) =>
    `OK, sequence ${(await chat.deleteFriendLists({ From_Account: from, GroupName })).sequence}`;
  const send = (path: string, body: object) => sendPastTheClient(mockUrl, path, body);

  const calls: [operation: string, sent: string, call: () => Promise<string>][] = [
    ['deleteFriends', 'alice: bob, carol', () => deleteFriends(From_Account, 'bob', 'carol')],
    ['deleteFriends', 'alice: bob, mock-31704', () => deleteFriends(From_Account, 'bob', 'mock-31704')],
    ['deleteFriends', 'mock-30003: bob', () => deleteFriends('mock-30003', 'bob')],
    ['deleteFriends', 'no From_Account', () => send('friend_delete', { To_Account: ['bob'] })],
    ['deleteAllFriends', 'alice', () => deleteAllFriends(From_Account)],
    ['deleteAllFriends', 'mock-30008', () => deleteAllFriends('mock-30008')],
    ['deleteAllFriends', 'no From_Account', () => send('friend_delete_all', {})],
    ['deleteFriendLists', 'alice: work, family', () => deleteFriendLists(From_Account, 'work', 'family')],
    ['deleteFriendLists', 'mock-60010: work', () => deleteFriendLists('mock-60010', 'work')],
    [
      'deleteFriendLists',
      'an empty list of names',
      () => send('group_delete', { From_Account, GroupName: [] }),
    ],
  ];
  const rows: string[][] = [];
  for (const [operation, sent, call] of calls)
    rows.push([operation, sent, await call().catch(describeError)]);
  return rows;
}

function describeOutcome({ deleted, notFriends, failed }: DeleteFriendsOutcome): string {
  const parts = [
    deleted.length && `deleted ${deleted.join(', ')}`,
    notFriends.length && `not a friend (already the goal): ${notFriends.join(', ')}`,
    failed.length && `failed: ${failed.map(({ account, code }) => `${account} ${code}`).join(', ')}`,
  ];
  return `OK, ${parts.filter(Boolean).join('; ')}`;
}

function describeError(error: unknown): string {
  if (!(error instanceof ChatError)) throw error;
  return `throws ${error.name}: ${error.code ?? ''} ${error.title ?? ''}`.trim();
}

// The client refuses a malformed request before it is sent, so these bypass it to show the service's response.
async function sendPastTheClient(mockUrl: string, path: string, body: object): Promise<string> {
  const query = 'sdkappid=1400000000&identifier=administrator&usersig=any&random=1&contenttype=json';
  const response = await fetch(`${mockUrl}/v4/sns/${path}?${query}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const { ActionStatus, ErrorCode } = (await response.json()) as { ActionStatus: string; ErrorCode: number };
  return `HTTP ${response.status}, ${ActionStatus} ${ErrorCode}`;
}
