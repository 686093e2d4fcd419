import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createSandbox } from '../../src/create-sandbox.ts';
import { demoKey } from '../../src/settings.ts';
import { call, codesOf, userSigOf } from '../support/service.ts';
import { startChild } from './child.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

function run(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [cli, ...args],
      { env: { ...process.env, ...env }, timeout: 5000 },
      (_error, out, err) => resolve({ code: child.exitCode, out, err }),
    );
  });
}

const overHttp = (url: string) =>
  ({ fetch: (target: string, init: RequestInit) => fetch(target.replace('http://sandbox', url), init) }) as {
    fetch: typeof fetch;
  };

test('starts without flags, and the printed example call works', { timeout: 20_000 }, async () => {
  const child = await startChild([]);
  const banner = child.banner();
  const pasted = /curl -s '([^']+)' \\\n\s+-d '([^']+)'/.exec(banner);
  const send = async () =>
    (await fetch(pasted?.[1] ?? '', { method: 'POST', body: pasted?.[2] ?? '' })).json();
  expect(await send()).toMatchObject({
    ActionStatus: 'OK',
    ResultItem: [{ To_Account: 'bob', ResultCode: 0 }],
  });
  expect(await send()).toMatchObject({
    ActionStatus: 'OK',
    ResultItem: [{ To_Account: 'bob', ResultCode: 31704 }],
  });
  expect(banner).toContain('unofficial');
  expect(await child.stop('SIGINT')).toBe(0);
});

test('your own secret key is used, and neither it nor a UserSig signed with it is printed', {
  timeout: 20_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-sandbox-'));
  const file = join(folder, 'key');
  writeFileSync(file, 'my own key\n');
  const child = await startChild(['--secret-key-file', file]);
  const friend = { From_Account: 'alice', To_Account: ['bob'] };
  const usersig = userSigOf({ time: Math.floor(Date.now() / 1000) }, 'my own key');
  expect(codesOf(await call(overHttp(child.url), 'deleteFriends', friend, { usersig }))).toEqual([0]);
  expect((await call(overHttp(child.url), 'deleteFriends', friend)).ErrorCode).toBe(70009);
  expect(child.banner()).not.toMatch(/my own key|eJ/);
  expect(child.banner()).toContain('$USERSIG');
  await child.stop('SIGTERM');
  rmSync(folder, { recursive: true });
});

test('reports why it cannot start in one line', { timeout: 30_000 }, async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-sandbox-'));
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{');
  const wrong = join(folder, 'wrong.json');
  writeFileSync(wrong, '{"accounts":{"ann":{"friends":{"ben":{}}}}}');
  const key = join(folder, 'key');
  writeFileSync(key, 'my own key');
  const cases: [string[], number, RegExp][] = [
    [['--port', String(port)], 1, /Port \d+ is already in use.*--port/],
    [['--host', '0.0.0.0'], 2, /requires your own secret key/],
    [['--state', join(folder, 'none.json')], 2, /Cannot read the state file/],
    [['--state', broken], 2, /is not JSON/],
    [['--host', 'nowhere.invalid', '--secret-key-file', key], 2, /nowhere.invalid is not an address of this/],
    [['--state', wrong], 2, /ben of ann is not in "accounts"/],
    [['--secret-key-file', join(folder, 'none')], 2, /Cannot read the secret key file/],
    [['--webhook-url', 'ftp://x'], 2, /--webhook-url must be an http or https URL, such as \S+\.$/m],
    [['--data', join(folder, 'no', 'such', 'folder.db')], 2, /Cannot use .* as the data file/],
    [['--nonsense'], 2, /Unknown option '--nonsense'\. Run `chat-sns-sandbox --help`\.$/m],
  ];
  for (const [args, code, message] of cases) {
    const result = await run(['--port', '0', ...args]);
    expect(result).toMatchObject({ code, err: expect.stringMatching(message) });
    expect(result.err.trimEnd()).not.toContain('\n');
  }
  taken.close();
  rmSync(folder, { recursive: true });
});

test('an empty secret key does not open the sandbox to everybody', { timeout: 20_000 }, async () => {
  const open = ['--port', '0', '--host', '0.0.0.0'];
  for (const key of ['', ' ', `${demoKey}\n`]) {
    const { code, err } = await run(open, { CHAT_SNS_SECRET_KEY: key });
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^chat-sns-sandbox: CHAT_SNS_SECRET_KEY must be .*\n$/),
    ]);
  }
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-sandbox-'));
  const file = join(folder, 'key');
  writeFileSync(file, '\n');
  const { code, err } = await run([...open, '--secret-key-file', file]);
  expect([code, err]).toEqual([2, `chat-sns-sandbox: The secret key file ${file} is empty.\n`]);
  rmSync(folder, { recursive: true });
});

test('a data file that cannot grow is named, and the sandbox carries on', { timeout: 20_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-sandbox-'));
  const data = join(folder, 'sandbox.db');
  const child = await startChild(['--data', data], [], 'ulimit -f 64');
  const accounts = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`account${index}`, {}]));
  const body = JSON.stringify({ accounts });
  const response = await fetch(`${child.url}/sandbox/state`, { method: 'PUT', body });
  expect([response.status, await response.json()]).toEqual([
    500,
    { error: expect.stringMatching(/^\S+ cannot be written: (database or disk is full|disk I\/O error)\./) },
  ]);
  const friend = { From_Account: 'alice', To_Account: ['bob'] };
  expect(codesOf(await call(overHttp(child.url), 'deleteFriends', friend))).toEqual([0]);
  await child.stop('SIGKILL');
  await using sandbox = createSandbox({ data });
  expect(Object.keys(sandbox.state.read().accounts.alice?.friends ?? {})).toEqual(['carol', 'dave']);
  rmSync(folder, { recursive: true });
});

test('a Node without node:sqlite is told which one has it', { timeout: 20_000 }, async () => {
  const { code, err } = await run(['--port', '0', '--data', 'x.db'], {
    NODE_OPTIONS: '--no-experimental-sqlite',
  });
  expect([code, err]).toEqual([
    2,
    `chat-sns-sandbox: A data file requires node:sqlite, which this Node ${process.versions.node} does not have. Use Node 22.13 or later, or keep the state in memory.\n`,
  ]);
});

test('warns about a secret key on the command line', { timeout: 20_000 }, async () => {
  const { err } = await run(['--secret-key', demoKey, '--host', '0.0.0.0']);
  expect(err).toMatch(/every user of this machine/);
});

test('--help prints and exits', () => {
  expect(execFileSync(process.execPath, [cli, '--help'], { encoding: 'utf8' })).toContain(
    'Usage: chat-sns-sandbox',
  );
});
