import { createChatClient } from '@chat-sns/client';
import type * as Sandbox from '@chat-sns/sandbox';
import { createChecks } from './check.ts';
import { flowProblems } from './sandbox-flows.ts';
import { codeOf, type Module, openSandbox, seed } from './sandbox-service.ts';
import { requestProblems } from './server-scenarios.ts';

/** Everything that the sandbox has to do: flows over its state, refusals, the call frequency, single requests. */
export async function sandboxProblems(module: Module): Promise<string[]> {
  const checks = createChecks();
  const { equal, step, problems } = checks;
  await flowProblems(module, checks);

  await step('refusals', async () => {
    const { chat, chatAs, sandbox } = openSandbox(module);
    const all = (caller: typeof chat, From_Account = 'ann') =>
      codeOf(caller.deleteAllFriends({ From_Account }));
    equal('From_Account was never imported', await all(chat, 'zed'), 30003);
    equal('a key of another app', await all(chatAs({ secretKey: 'f'.repeat(64) })), 70009);
    equal('another app', await all(chatAs({ sdkAppId: 1400000001 })), 70020);
    equal('a caller who is no admin', await all(chatAs({ identifier: 'ben' })), 60010);
    equal(
      'a signature that is none',
      await all(chatAs({ secretKey: undefined, userSig: 'nonsense' })),
      70003,
    );
    equal('nothing of it changed ann', Object.keys(sandbox.state.read().accounts.ann?.friends ?? {}), [
      'ben',
      'cat',
    ]);
    await sandbox.close();
  });
  await step('call frequency', async () => {
    const frozen = Date.now();
    const { chat, sandbox } = openSandbox(module, { now: () => frozen });
    const codes: unknown[] = [];
    for (let call = 0; call < 201; call += 1)
      codes.push(await codeOf(chat.deleteAllFriends({ From_Account: 'cat' })));
    equal(
      '200 calls in a second pass the limit, the 201st does not',
      [codes.indexOf(60007), codes[199] === 60007],
      [200, false],
    );
    await sandbox.close();
  });
  await step('requests', async () => {
    const { chat, sandbox } = openSandbox(module, {
      rateLimit: 0,
      deletionLimit: 0,
      missingLists: 'lenient',
      state: { accounts: { ...seed.accounts, ...Object.fromEntries(senders.map((id) => [id, {}])) } },
    });
    await chat.deleteAllFriends({ From_Account: 'id' }).catch(() => {});
    const usersig =
      new URL((await lastSigned(sandbox, module.demoKey)) ?? 'none:').searchParams.get('usersig') ?? '';
    const send = (path: string, query: Record<string, string>, body: unknown) => {
      const signed = query.usersig && query.usersig.length > 1 ? { ...query, usersig } : query;
      const url = `http://sandbox${path}?${new URLSearchParams(signed)}`;
      return sandbox.fetch(url, { method: 'POST', body: JSON.stringify(body) });
    };
    await requestProblems(
      send,
      // Here another app, another caller and another signature are refused for what they are.
      (name) => /sdkappid (1|0)$|identifier (of|with)|usersig of 1/.test(name),
      checks,
    );
    const twice = await send('/v4/sns/friend_delete', requestQuery, {
      From_Account: 'ann',
      To_Account: ['ben', 'ben'],
      DeleteType: 'Delete_Type_Both',
    });
    const { ResultItem } = (await twice.json()) as { ResultItem: { ResultCode: number }[] };
    equal(
      'an account named twice is no friend the second time',
      ResultItem.map(({ ResultCode }) => ResultCode),
      [0, 31704],
    );
    await sandbox.close();
  });
  return problems;
}

const requestQuery = {
  sdkappid: '1400000000',
  identifier: 'administrator',
  usersig: 'signed',
  random: '1',
  contenttype: 'json',
};
const senders = ['id', 'a', 'azAZ09_-', 'a'.repeat(32)];

/** A URL that the client signed; the sandbox masks what it received. */
async function lastSigned(sandbox: Sandbox.Sandbox, secretKey: string): Promise<string | undefined> {
  let seen: string | undefined;
  const fetch = (url: string, init: RequestInit) => {
    seen = url;
    return sandbox.fetch(url, init);
  };
  const options = {
    region: 'singapore',
    sdkAppId: 1400000000,
    identifier: 'administrator',
    secretKey,
    fetch,
    retry: false,
  };
  await createChatClient(options as never)
    .deleteAllFriends({ From_Account: 'id' })
    .catch(() => {});
  return seen;
}
