import { type ChatClient, createChatClient } from '@chat-sns/client';
import { startProxy } from '@chat-sns/mock';
import { createSandbox, demoKey, type Sandbox } from '@chat-sns/sandbox';
import { describe, expect, test } from 'vitest';

const credentials = {
  sdkAppId: 1400000000,
  identifier: 'administrator',
  secretKey: demoKey,
  retry: false,
} as const;
const both = 'Delete_Type_Both' as const;
const one = 'Delete_Type_Single' as const;

const state = () => ({
  accounts: {
    ann: {
      friends: { ben: { lists: ['work'] }, cat: { lists: ['work', 'home'] } },
      lists: ['work', 'home'],
      sequence: 2,
    },
    ben: { friends: { ann: {}, cat: {} } },
    cat: { friends: { ann: {} } },
  },
});

/** The ways to reach the sandbox. The proxy checks every request and response against the contract. */
const ways: Record<string, (sandbox: Sandbox, flow: (chat: ChatClient) => Promise<void>) => Promise<void>> = {
  'in-process': (sandbox, flow) =>
    flow(createChatClient({ ...credentials, region: 'singapore', fetch: sandbox.fetch })),
  'over HTTP': async (sandbox, flow) => {
    const { url } = await sandbox.listen({ port: 0 });
    await flow(createChatClient({ ...credentials, baseUrl: url }));
  },
  'through the validating proxy': async (sandbox, flow) => {
    const { url } = await sandbox.listen({ port: 0 });
    const lines: string[] = [];
    await using proxy = await startProxy({ upstream: url, log: (line) => lines.push(line) });
    await flow(createChatClient({ ...credentials, baseUrl: proxy.url }));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !line.includes('conforms'))).toEqual([]);
  },
};

const friendsOf = (sandbox: Sandbox, account: string) =>
  Object.keys(sandbox.state.read().accounts[account]?.friends ?? {});

describe.each(Object.entries(ways))('%s', (_, reach) => {
  const play = async (flow: (chat: ChatClient, sandbox: Sandbox) => Promise<void>) => {
    await using sandbox = createSandbox({ state: state() });
    await reach(sandbox, (chat) => flow(chat, sandbox));
  };

  test('a two-way deletion removes both directions, and a second one finds no friend', () =>
    play(async (chat, sandbox) => {
      const request = { From_Account: 'ann', To_Account: ['ben'], DeleteType: both };
      expect((await chat.deleteFriends(request)).deleted).toEqual(['ben']);
      expect(friendsOf(sandbox, 'ann')).toEqual(['cat']);
      expect(friendsOf(sandbox, 'ben')).toEqual(['cat']);
      expect((await chat.deleteFriends(request)).notFriends).toEqual(['ben']);
      expect(sandbox.webhooks.list().map(({ body }) => body.PairList)).toEqual([
        [
          { From_Account: 'ann', To_Account: 'ben' },
          { From_Account: 'ben', To_Account: 'ann' },
        ],
      ]);
    }));

  test('a one-way deletion keeps the other direction', () =>
    play(async (chat, sandbox) => {
      await chat.deleteFriends({ From_Account: 'ann', To_Account: ['ben'], DeleteType: one });
      expect(friendsOf(sandbox, 'ann')).toEqual(['cat']);
      expect(friendsOf(sandbox, 'ben')).toEqual(['ann', 'cat']);
    }));

  test('the items come back in the order of the request, failed ones included', () =>
    play(async (chat) => {
      const { raw } = await chat.deleteFriends({
        From_Account: 'ann',
        To_Account: ['cat', 'nobody', 'ben'],
        DeleteType: one,
      });
      expect(raw.ResultItem.map((item) => item.To_Account)).toEqual(['cat', 'nobody', 'ben']);
      expect(raw.ResultItem.map((item) => item.ResultCode === 0)).toEqual([true, false, true]);
    }));

  test('deleting all friends clears one side or both and fires no webhook', () =>
    play(async (chat, sandbox) => {
      await chat.deleteAllFriends({ From_Account: 'ann', DeleteType: both });
      expect(friendsOf(sandbox, 'ann')).toEqual([]);
      expect(friendsOf(sandbox, 'ben')).toEqual(['cat']);
      expect(friendsOf(sandbox, 'cat')).toEqual([]);
      await chat.deleteAllFriends({ From_Account: 'ben' });
      expect(friendsOf(sandbox, 'ben')).toEqual([]);
      expect(sandbox.webhooks.list()).toEqual([]);
    }));

  test('deleting a list keeps the friends, removes them from the list and increases the sequence', () =>
    play(async (chat, sandbox) => {
      const { sequence } = await chat.deleteFriendLists({ From_Account: 'ann', GroupName: ['work'] });
      expect(sequence).toBe(3);
      const { friends, lists } = sandbox.state.read().accounts.ann ?? {};
      expect(lists).toEqual(['home']);
      expect([friends?.ben?.lists, friends?.cat?.lists]).toEqual([[], ['home']]);
    }));

  test('an unknown account, a missing list and a wrong key fail with their codes', () =>
    play(async (chat, sandbox) => {
      const codeOf = (call: Promise<unknown>) =>
        call.then(
          () => 0,
          (error) => error.code,
        );
      expect(await codeOf(chat.deleteAllFriends({ From_Account: 'nobody' }))).toBe(30003);
      expect(await codeOf(chat.deleteFriendLists({ From_Account: 'ann', GroupName: ['none'] }))).toBe(30001);
      const stranger = createChatClient({
        ...credentials,
        secretKey: 'f'.repeat(64),
        region: 'singapore',
        fetch: sandbox.fetch,
      });
      expect(await codeOf(stranger.deleteAllFriends({ From_Account: 'ann' }))).toBe(70009);
    }));
});

test.each(['bad-gateway', 'drop', 'truncate'] as const)(
  'a deletion of all friends that was carried out, with the fault %s, is not repeated',
  async (kind) => {
    await using sandbox = createSandbox({ state: state() });
    const { url } = await sandbox.listen({ port: 0 });
    const chat = createChatClient({ ...credentials, baseUrl: url, retry: { baseDelayMs: 1 } });
    sandbox.faults.add({ kind, carriedOut: true });
    const call = chat.deleteAllFriends({ From_Account: 'ann' });
    await expect(call).rejects.toMatchObject({ carriedOut: 'unknown', retryable: false });
    expect(friendsOf(sandbox, 'ann')).toEqual([]);
    expect(sandbox.calls.list()).toHaveLength(1);
  },
);
