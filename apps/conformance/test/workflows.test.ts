import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nameRan, readRan, runWorkflow, usersigWithStar, workflows } from './run-workflow.ts';
import { type Program, startProgram } from './start-program.ts';
import { app } from './wrong-server/gateway.ts';

const directory = mkdtempSync(join(tmpdir(), 'workflows-'));
afterAll(() => rmSync(directory, { recursive: true }));

const flows = ['clear-account', 'drop-lists', 'remove-friend-on-both-sides'];
const { secretKey } = app;

let sandbox: Program;
let mock: Program;
beforeAll(async () => {
  [sandbox, mock] = await Promise.all([
    startProgram('sandbox', [], { CHAT_SNS_SECRET_KEY: secretKey }),
    startProgram('mock'),
  ]);
});
afterAll(async () => {
  await Promise.all([sandbox, mock].map((program) => program?.[Symbol.asyncDispose]()));
});

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

/** The next deletion of lists fails with a code after which the workflow retries. */
async function queueWriteConflict(url: string): Promise<void> {
  const fault = { kind: 'code', code: 30008, operation: 'deleteFriendLists' };
  const response = await fetch(`${url}/sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) });
  expect(response.status).toBe(204);
}

const success = (steps: number): string[] => Array(steps).fill('success');
const ofPair = { account: 'ann', friend: 'ben' };

test('the tests run every document', () => {
  const files = readdirSync(workflows).filter((file) => file.endsWith('.arazzo.yaml'));
  expect(files.sort()).toEqual([...flows, 'single-steps'].map((name) => `${name}.arazzo.yaml`));
});

test.each([
  ['remove-friend-on-both-sides', ofPair, success(3)],
  ['clear-account', { account: 'ann', friend: 'ben', lists: ['family', 'work'] }, ['error', ...success(5)]],
  ['drop-lists', { account: 'ann', member: 'ben', list: 'family', otherList: 'work' }, success(4)],
])('%s runs to its end against the sandbox', async (name, own, statuses) => {
  await seed(sandbox.url, pair('ann', 'ben', ['family', 'work']));
  if (name === 'clear-account') await queueWriteConflict(sandbox.url);
  const { code, ran, printed } = await runWorkflow(name, sandbox.url, own);
  expect(printed).toContain('✓ schema check');
  expect(ran.flatMap(({ executedSteps }) => executedSteps.map(({ status }) => status))).toEqual(statuses);
  expect(code).toBe(0);
  const { ann } = await readAccounts(sandbox.url);
  expect(ann?.friends).toEqual({});
  expect(ann?.lists).toEqual(name.startsWith('remove') ? ['family', 'work'] : []);
});

const singleSteps = [
  'deleteOneFriend success',
  'deleteAccountThatIsNoFriend success',
  'deleteFriendOfUnknownAccount success',
  'deleteEveryFriend success',
  'deleteList success',
];

test('the single steps run against the sandbox', async () => {
  await seed(sandbox.url, { ...pair('ann', 'ben', ['family']), 'mock-31704': {} });
  const { code, ran } = await runWorkflow('single-steps', sandbox.url, ofPair);
  expect(ran.map(nameRan)).toEqual(singleSteps);
  expect(code).toBe(0);
});

test('a workflow fails when the server refuses, and the refused signature is not shown', async () => {
  const wrong = usersigWithStar('another-key-for-tests');
  const { code, printed } = await runWorkflow('remove-friend-on-both-sides', sandbox.url, ofPair, wrong);
  expect(printed).toContain('"ErrorCode": 70009');
  expect(code).toBe(1);
});

const cli = fileURLToPath(new URL('../workflows/cli.ts', import.meta.url));
const command = (...args: string[]) =>
  new Promise<{ code: number; out: string }>((done) => {
    const child = execFile(
      process.execPath,
      [cli, ...args],
      { env: { ...process.env, CHAT_SNS_SECRET_KEY: secretKey } },
      (_, stdout, stderr) => done({ code: child.exitCode ?? -1, out: stdout + stderr }),
    );
  });

test('the command runs the single steps against the mock, and writes masked reports', async () => {
  const [json, har] = [join(directory, 'report.json'), join(directory, 'report.har')];
  const input = JSON.stringify(ofPair);
  const args = ['--input', input, '--json-output', json, '--har-output', har, 'single-steps'];
  const { code, out } = await command('--base-url', mock.url, ...args);
  expect(code).toBe(0);
  for (const text of [out, readFileSync(json, 'utf8'), readFileSync(har, 'utf8')]) {
    expect(text).toContain('friend_delete');
    expect(text).not.toMatch(/eJ[\w*%-]{20}/);
    expect(text).not.toContain(secretKey);
  }
  expect(readRan(readFileSync(json, 'utf8')).map(nameRan)).toEqual(singleSteps);
});

test('the command sends nothing while an input is missing', async () => {
  const args = ['--base-url', sandbox.url, '--input', '{"account":"ann"}'];
  expect(await command(...args, 'clear-account', 'single-steps')).toEqual({
    code: 2,
    out: '--input must have friend, lists.\n',
  });
});

test('the command keeps the path of the address', async () => {
  const { code, out } = await command(
    ...['--base-url', `${mock.url}/behind/a/path`, '--input', JSON.stringify(ofPair), 'single-steps'],
  );
  expect(out).toContain(`${mock.url}/behind/a/path/v4/sns/friend_delete?`);
  expect(code).toBe(1);
});

test('the command refuses other machines, and documents that do not exist', async () => {
  expect(await command('--base-url', 'https://console.tim.qq.com', 'single-steps')).toEqual({
    code: 2,
    out: '--base-url must be an address of this machine, because workflows delete what their inputs name.\n',
  });
  expect((await command('--base-url', mock.url, 'nosuch')).out).toContain(
    'No document is named nosuch. Choose from clear-account',
  );
});
