import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { signUserSig } from '../src/calls/usersig.ts';
import { runRespect, workflowFile } from './respect.ts';
import { startProgram } from './start-program.ts';
import { app } from './wrong-server/gateway.ts';

const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
afterAll(() => rmSync(folder, { recursive: true }));

const flows = ['clear-account', 'drop-lists', 'remove-friend-on-both-sides'];
const { sdkAppId, admin: identifier, secretKey } = app;
const usersig = signUserSig(secretKey, {
  sdkAppId,
  identifier,
  time: Math.floor(Date.now() / 1000),
  expire: 86_400,
});
const input = { sdkappid: sdkAppId, identifier, usersig };
const env = { CHAT_SNS_SECRET_KEY: secretKey };

// A pair for each flow, because every flow ends with nothing left.
const pair = (account: string, friend: string, lists: string[] = []) => ({
  [account]: { friends: { [friend]: { lists: lists.slice(0, 1) } }, lists },
  [friend]: { friends: { [account]: {} } },
});

async function seed(url: string, accounts: object): Promise<void> {
  const response = await fetch(`${url}/sandbox/state`, { method: 'PUT', body: JSON.stringify({ accounts }) });
  expect(response.status).toBe(204);
}

async function readAccounts(url: string) {
  const response = await fetch(`${url}/sandbox/state`);
  return ((await response.json()) as { accounts: Record<string, { friends: object; lists: string[] }> })
    .accounts;
}

test('the documents are those that the tests run', () => {
  const files = readdirSync(dirname(workflowFile('x'))).filter((file) => file.endsWith('.arazzo.yaml'));
  expect(files.sort()).toEqual([...flows, 'single-steps'].map((name) => `${name}.arazzo.yaml`));
});

test.each([
  ['remove-friend-on-both-sides', { account: 'ann', friend: 'ben' }, 3],
  ['clear-account', { account: 'ann', friend: 'ben', lists: ['family', 'work'] }, 5],
  ['drop-lists', { account: 'ann', member: 'ben', list: 'family', otherList: 'work' }, 4],
])('%s runs against the sandbox to its end', async (name, own, steps) => {
  await using sandbox = await startProgram('sandbox', [], env);
  await seed(sandbox.url, pair('ann', 'ben', ['family', 'work']));
  const { code, ran, printed } = await runRespect([name], {
    url: sandbox.url,
    input: { ...input, ...own },
    folder,
  });
  expect(printed).toContain('✓ schema check');
  expect(ran.flatMap(({ executedSteps }) => executedSteps.map(({ status }) => status))).toEqual(
    Array(steps).fill('success'),
  );
  expect(code).toBe(0);
  const { ann } = await readAccounts(sandbox.url);
  expect(ann?.friends).toEqual({});
  expect(ann?.lists).toEqual(name.startsWith('remove') ? ['family', 'work'] : []);
});

test('a write conflict is tried again', async () => {
  await using sandbox = await startProgram('sandbox', [], env);
  await seed(sandbox.url, pair('ann', 'ben', ['family']));
  const fault = { kind: 'code', code: 30008, operation: 'deleteFriendLists' };
  await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) });
  const own = { account: 'ann', friend: 'ben', lists: ['family'] };
  const { code } = await runRespect(['clear-account'], {
    url: sandbox.url,
    input: { ...input, ...own },
    folder,
  });
  expect(code).toBe(0);
});

test('a flow goes red when the server is wrong', async () => {
  await using mock = await startProgram('mock');
  const own = { account: 'ann', friend: 'ben' };
  const { code, ran } = await runRespect(['remove-friend-on-both-sides'], {
    url: mock.url,
    input: { ...input, ...own },
    folder,
  });
  expect(ran[0]?.executedSteps.map(({ stepId, status }) => `${stepId} ${status}`)).toContain(
    'ownSideIsGone error',
  );
  expect(code).toBe(1);
});

test.each(['mock', 'sandbox'] as const)('the single steps run against the %s', async (name) => {
  await using server = await startProgram(name, [], env);
  if (name === 'sandbox') await seed(server.url, { ...pair('ann', 'ben', ['family']), 'mock-31704': {} });
  const own = { account: 'ann', friend: 'ben' };
  const { code, ran } = await runRespect(['single-steps'], {
    url: server.url,
    input: { ...input, ...own },
    folder,
  });
  expect(ran.map(({ workflowId, status }) => `${workflowId} ${status}`)).toEqual([
    'deleteOneFriend success',
    'deleteAccountThatIsNoFriend success',
    'deleteFriendOfUnknownAccount success',
    'deleteEveryFriend success',
    'deleteList success',
  ]);
  expect(code).toBe(0);
});

test.each([
  ['a run that succeeds', secretKey],
  ['a run whose signature is refused', 'another-key-for-tests'],
])('nothing that %s prints or stores holds the usersig', async (_, key) => {
  await using sandbox = await startProgram('sandbox', [], { CHAT_SNS_SECRET_KEY: key });
  await seed(sandbox.url, pair('ann', 'ben'));
  const own = { account: 'ann', friend: 'ben' };
  const { code, printed, json, har } = await runRespect(['remove-friend-on-both-sides'], {
    url: sandbox.url,
    input: { ...input, ...own },
    folder,
  });
  expect(code).toBe(key === secretKey ? 0 : 1);
  // The URL is there, so that its absence is no reason for the secret's.
  expect(printed).toContain('usersig=***');
  const signature = usersig.slice(8, -8);
  for (const [where, text] of Object.entries({ printed, json, har })) {
    expect(text, where).toContain('friend_delete');
    for (const form of [usersig, encodeURIComponent(usersig), signature, secretKey])
      expect(text.includes(form), where).toBe(false);
  }
});
