import { createChatClient } from '@chat-sns/client';
import { createSandbox, demoKey } from '@chat-sns/sandbox';
import { expect, test } from 'vitest';
import { removeFriends } from './remove-friends.ts';

function start() {
  const sandbox = createSandbox({
    state: { accounts: { ann: { friends: { ben: {}, cem: {} } }, ben: { friends: { ann: {} } }, cem: {} } },
  });
  const chat = createChatClient({
    // In-process, so nothing listens there.
    baseUrl: 'http://127.0.0.1:4020',
    fetch: sandbox.fetch,
    sdkAppId: 1400000000,
    identifier: 'administrator',
    secretKey: demoKey,
    retry: { baseDelayMs: 1 },
  });
  return { sandbox, chat };
}

test('removes both directions, and nothing the second time', async () => {
  const { sandbox, chat } = start();
  expect(await removeFriends(chat, 'ann', ['ben', 'cem'])).toEqual(['ben', 'cem']);
  expect(await removeFriends(chat, 'ann', ['ben', 'cem'])).toEqual([]);
  const { ann, ben } = sandbox.state.read().accounts;
  expect([ann?.friends, ben?.friends]).toEqual([{}, {}]);
});

test('tells the webhook both directions', async () => {
  const { sandbox, chat } = start();
  await removeFriends(chat, 'ann', ['ben']);
  expect(sandbox.webhooks.list()[0]?.body.PairList).toEqual([
    { From_Account: 'ann', To_Account: 'ben' },
    { From_Account: 'ben', To_Account: 'ann' },
  ]);
});

test('tries again when the service is busy', async () => {
  const { sandbox, chat } = start();
  sandbox.faults.add({ kind: 'code', code: 30008 });
  expect(await removeFriends(chat, 'ann', ['ben'])).toEqual(['ben']);
  expect(sandbox.calls.list()).toHaveLength(2);
});
