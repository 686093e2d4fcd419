import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ForeignAccount, refuseForeignAccounts } from '../src/calls/own-accounts.ts';
import { signUserSig } from '../src/calls/usersig.ts';
import { readOptions } from '../src/cli/options.ts';
import { readScenarios, runConformance } from '../src/index.ts';
import { argsFor, runCommandLine } from './command-line.ts';
import { targetOf } from './target.ts';
import { app } from './wrong-server/gateway.ts';
import { startWrongServer } from './wrong-server/server.ts';

// Nothing here leaves this machine: --live or the vendor adapter make a run against it a live one.

const env = { CHAT_SNS_SECRET_KEY: 'key' };
const isLive = (url: string, ...more: string[]) => {
  const options = readOptions(argsFor(url, ...more), env);
  return options.action === 'run' && options.live;
};

test('a run is live with every address outside this machine, with --live and with the vendor adapter', () => {
  for (const url of ['http://127.0.0.1:1', 'http://localhost:1', 'http://[::1]:1', 'http://127.8.9.1']) {
    expect(isLive(url), url).toBe(false);
  }
  for (const url of [
    'https://console.tim.qq.com',
    'https://localhost.example.org',
    'https://127.0.0.1.example.org',
    'https://192.168.0.2',
  ]) {
    expect(isLive(url), url).toBe(true);
  }
  expect(isLive('http://127.0.0.1:1', '--live')).toBe(true);
  expect(isLive('http://127.0.0.1:1', '--adapter', 'vendor')).toBe(true);
});

test.each([
  ['prefix and consent', [], ['--account-prefix', '--yes-delete']],
  ['a prefix', ['--yes-delete'], ['--account-prefix']],
  ['consent', ['--account-prefix', 'ct_'], ['--yes-delete']],
])('without %s, prints the plan and sends nothing', async (_, given, missing) => {
  await using server = await startWrongServer();
  const { code, err } = await runCommandLine(argsFor(server.url, '--live', ...given));
  expect(code).toBe(2);
  expect(err).toContain(`Plan for ${server.url}/, app ${app.sdkAppId}, caller ${app.admin}`);
  expect(err).toContain('Nothing was sent. A live run requires:');
  for (const flag of missing) expect(err).toContain(`\n  ${flag}, `);
  expect(server.received).toEqual([]);
});

test('--plan prints how many accounts and deletions there will be, and sends nothing', async () => {
  await using server = await startWrongServer();
  const args = argsFor(
    server.url,
    '--adapter',
    'vendor',
    '--plan',
    '--account-prefix',
    'ct_',
    '--only',
    'second-deletion,usersig-expired',
  );
  const { code, err } = await runCommandLine(args);
  expect(err).toContain(
    'runs      1 scenarios; calls: deleteFriends 3, deleteAllFriends 0, deleteFriendLists 0',
  );
  expect(err).toContain('creates   2 accounts, 2 sides of friendships, 0 lists');
  expect(err).toMatch(/first {5}one call for ct_[0-9a-z]{4}-probe, an account that does not exist/);
  expect(err).toMatch(/touches {3}only accounts whose names begin with ct_[0-9a-z]{4}\n/);
  expect(err).toContain('leaves out usersig-expired');
  expect([code, server.received]).toEqual([0, []]);
});

const consent = ['--account-prefix', 'ct_', '--yes-delete', '--pause', '0'];

test('a live run against a server without a fault passes and sends no bad signature', async () => {
  await using server = await startWrongServer();
  const { code, out } = await runCommandLine(
    argsFor(server.url, '--live', '--adapter', 'vendor', ...consent),
  );
  const locking = readScenarios().filter(({ locks }) => locks);
  expect(out).toContain(`0 failed, 0 differ, ${locking.length} skipped`);
  expect(code).toBe(0);
  const queries = server.received.map((target) => new URL(target, server.url).searchParams);
  for (const query of queries) expect(signAgain(query)).toBe(query.get('usersig'));
});

test('sends bad signatures with --with-bad-signatures', async () => {
  await using server = await startWrongServer();
  const args = argsFor(server.url, '--live', ...consent, '--only', 'signatures', '--with-bad-signatures');
  expect((await runCommandLine(args)).out).toContain('7 passed, 0 failed, 0 differ, 2 skipped');
  expect(server.received).toHaveLength(1 + 7);
});

test('skips a scenario when the server’s state differs from what was seeded', async () => {
  await using server = await startWrongServer();
  const { handle } = await interposed(server.url, (path, body) =>
    path.includes('friend_get') ? { ...body, UserDataItem: [] } : body,
  );
  await using _ = handle;
  const { scenarios } = await runConformance(
    targetOf(handle.url, { adapter: 'vendor', only: ['second-deletion'] }),
  );
  expect(scenarios[0]).toMatchObject({ outcome: 'skipped', seedingFailed: true });
  expect(scenarios[0]?.reason).toContain('after seeding');
});

test('never sends an account without the prefix of the run', () => {
  const refuse = (body: unknown) => () => refuseForeignAccounts(body, 'ct_x');
  expect(refuse({ From_Account: 'someone' })).toThrow(ForeignAccount);
  expect(refuse({ From_Account: 'ct_x1', To_Account: ['ct_x2', 'someone'] })).toThrow(ForeignAccount);
  expect(refuse({ From_Account: 'ct_x1', To_Account: { 0: 'someone' } })).toThrow(ForeignAccount);
  expect(refuse({ UserID: 'someone' })).toThrow(ForeignAccount);
  expect(refuse({ AddFriendItem: [{ To_Account: 'someone' }], From_Account: 'ct_x1' })).toThrow(
    ForeignAccount,
  );
  for (const account of ['@RBT#someone', 'some.one@example.com', '\u4e2d']) {
    expect(refuse({ From_Account: 'ct_x1', To_Account: [account] })).toThrow(ForeignAccount);
  }
  const harmless = ['ct_x2', '@RBT#ct_x3', 12345, '', 'x'.repeat(33)];
  expect(refuse({ From_Account: 'ct_x1', To_Account: harmless })).not.toThrow();
});

/** The UserSig that the right key gives for a request, with the times of the one that was sent. */
function signAgain(query: URLSearchParams): string {
  const base64 = query.get('usersig')?.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=') ?? '';
  const { 'TLS.time': time, 'TLS.expire': expire } = JSON.parse(
    inflateSync(Buffer.from(base64, 'base64')).toString(),
  );
  const identifier = query.get('identifier') ?? '';
  return signUserSig(app.secretKey, { sdkAppId: app.sdkAppId, identifier, time, expire });
}

/** A server in front of another one that changes its responses. */
async function interposed(target: string, change: (path: string, body: object) => object) {
  const { createServer } = await import('node:http');
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const upstream = await fetch(new URL(request.url ?? '/', target), { method: 'POST', body });
    response.end(JSON.stringify(change(request.url ?? '/', (await upstream.json()) as object)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as import('node:net').AddressInfo;
  const handle = {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return { handle };
}
