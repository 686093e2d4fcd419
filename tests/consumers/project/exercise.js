// What every runtime runs: the same calls against a real server, and what came of them as plain data.
import { createChatClient } from '@chat-sns/client';
import { bulkDeleteFriends } from '@chat-sns/client/bulk';
import { explainError } from '@chat-sns/client/catalogue';
import { createFetchStub } from '@chat-sns/client/testing';
import { createUserSig, verifyUserSig } from '@chat-sns/client/usersig';
import { createFriendsDeletedRequest, parseFriendsDeleted } from '@chat-sns/client/webhook';

const app = { sdkAppId: 1400000000, identifier: 'administrator' };
const secretKey = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e';
const request = { From_Account: 'id', To_Account: ['id1', 'id2', 'id3'], DeleteType: 'Delete_Type_Both' };

/** The server answers by the account that asks; see test/support/server.ts. */
export async function run(baseUrl, deserted) {
  const chat = createChatClient({ ...app, secretKey, baseUrl, timeoutMs: 1500, retry: false });
  const ask = async (From_Account, options) => {
    const result = await chat.safe.deleteFriends({ ...request, From_Account }, options);
    if (result.ok) return { deleted: result.value.deleted, notFriends: result.value.notFriends };
    return `${result.error.name} ${result.error.title}`;
  };
  const at = async (url) => {
    const other = createChatClient({ ...app, secretKey, baseUrl: url, retry: false });
    const result = await other.safe.deleteAllFriends({ From_Account: 'id' });
    return result.ok ? 'OK' : `${result.error.name} ${result.error.title}`;
  };
  const stub = createFetchStub().respondTo('deleteAllFriends', 30003);
  const stubbed = createChatClient({ ...app, userSig: 'any', region: 'seoul', fetch: stub.fetch });
  const hook = await createFriendsDeletedRequest('https://app.test/hook', {
    ...app,
    token: 'token',
    pairs: [{ From_Account: 'id', To_Account: 'id1' }],
  });
  const check = await verifyUserSig(await createUserSig({ ...app, secretKey }), { ...app, secretKey });
  return {
    success: await ask('success'),
    refused: await ask('refused'),
    html: await ask('html'),
    empty: await ask('empty'),
    gateway: await ask('gateway'),
    redirect: await ask('redirect'),
    bomb: await ask('bomb'),
    slow: await ask('slow'),
    reset: await ask('reset'),
    aborted: await ask('slow', { signal: AbortSignal.timeout(50) }),
    bulk: await runBulk(chat),
    lists: (await chat.deleteFriendLists({ From_Account: 'success', GroupName: ['group1'] })).sequence,
    nobodyThere: await at(deserted),
    // To this port most runtimes never connect, whoever listens there.
    forbiddenPort: await at('http://127.0.0.1:6000'),
    stubbed: (await stubbed.safe.deleteAllFriends({ From_Account: 'id' })).error?.code,
    verified: check.ok,
    webhook: (await parseFriendsDeleted(hook, { ...app, token: 'token' })).pairs,
    explained: explainError(31704)?.title,
  };
}

async function runBulk(chat) {
  const inputs = ['success', 'refused', 'reset'].flatMap((From_Account) =>
    request.To_Account.map((To_Account) => ({ ...request, From_Account, To_Account })),
  );
  const statuses = [];
  const job = bulkDeleteFriends(chat, inputs, { retry: false });
  for await (const { index, status } of job) statuses[index] = status;
  return `${statuses.join(' ')} ${(await job.summary).requests}`;
}
