import { createChatClient } from '@chat-sns/client';
import { createFetchStub } from '@chat-sns/client/testing';
import { startMock } from '@chat-sns/mock';
import { createSandbox, demoKey } from '@chat-sns/sandbox';
import { expect, test } from 'vitest';

const credentials = { sdkAppId: 1400000000, identifier: 'administrator', secretKey: demoKey } as const;
const bothWays = 'CheckResult_Type_Both' as const;

test('the client sorts the response of the mock', async () => {
  await using mock = await startMock({ port: 0 });
  const chat = createChatClient({ ...credentials, baseUrl: mock.url });
  const To_Account = ['bob', 'mock-30006'];
  const outcome = await chat.checkFriends({ From_Account: 'alice', To_Account, CheckType: bothWays });
  expect(outcome.relations).toEqual({ bob: 'CheckResult_Type_AWithB' });
  expect(outcome.failed).toMatchObject([{ account: 'mock-30006', code: 30006, retryable: true }]);
});

test('the client sorts the response of the sandbox, which reads its graph', async () => {
  await using sandbox = createSandbox({
    state: {
      accounts: { ann: { friends: { ben: {}, cat: {} } }, ben: { friends: { ann: {} } }, cat: {}, dan: {} },
    },
  });
  sandbox.faults.add({ kind: 'code', operation: 'checkFriends', code: 30007, item: 'dan' });
  const { url } = await sandbox.listen({ port: 0 });
  const chat = createChatClient({ ...credentials, baseUrl: url });
  const To_Account = ['ben', 'cat', 'dan', 'eve'];
  const outcome = await chat.checkFriends({ From_Account: 'ann', To_Account, CheckType: bothWays });
  expect(outcome.relations).toEqual({ ben: 'CheckResult_Type_BothWay', cat: 'CheckResult_Type_AWithB' });
  expect(outcome.failed.map(({ account, code }) => [account, code])).toEqual([
    ['dan', 30007],
    ['eve', 30003],
  ]);
});

test('a stub responds for the accounts of the request', async () => {
  const chat = createChatClient({ ...credentials, region: 'singapore', fetch: createFetchStub().fetch });
  const { relations } = await chat.checkFriends({
    From_Account: 'ann',
    To_Account: ['ben'],
    CheckType: bothWays,
  });
  expect(Object.keys(relations)).toEqual(['ben']);
});
