import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const here = (path: string) => fileURLToPath(new URL(`../clean-up/${path}`, import.meta.url));
const reports = fileURLToPath(new URL('../reports/', import.meta.url));
const readme = readFileSync(here('README.md'), 'utf8');
const program = readFileSync(here('clean-up.ts'), 'utf8');
const [startSandbox = '', tryIt = '', printed = ''] = [...readme.matchAll(/^```\w+\n(.*?)^```$/gms)].map(
  ([, code]) => code,
);
const env = { ...process.env, SDK_APP_ID: '1400000000', SECRET_KEY: 'for-the-sandbox' };

// The program finds node_modules from here, and git ignores this folder.
let folder = '';
let stopSandbox = async () => {};
beforeEach(() => {
  mkdirSync(reports, { recursive: true });
  folder = mkdtempSync(`${reports}clean-up-`);
  copyFileSync(here('clean-up.ts'), join(folder, 'clean-up.ts'));
});
afterEach(async () => {
  await stopSandbox();
  rmSync(folder, { recursive: true });
});

/** Starts the sandbox with the words of the README, on a free port. Returns its URL. */
async function listen(flags = ''): Promise<string> {
  const cli = createRequire(import.meta.url).resolve('@chat-sns/sandbox/package.json');
  const command = startSandbox.replace(
    'npx chat-sns-sandbox',
    `exec ${process.execPath} ${join(cli, '../dist/cli.js')} --port 0 ${flags}`,
  );
  const child = spawn('bash', ['--norc', '-c', command], { stdio: ['ignore', 'pipe', 'inherit'] });
  stopSandbox = async () => {
    child.kill();
    await once(child, 'exit');
  };
  for await (const chunk of child.stdout) {
    const url = /\(unofficial\) on (http:\S+)/.exec(String(chunk))?.[1];
    if (url) return url;
  }
  throw new Error(`the sandbox did not start: ${command}`);
}

function run(file: string, args: string[], more: Record<string, string> = {}) {
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(file, args, { cwd: folder, env: { ...env, ...more } }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

/** Reads what the sandbox knows. */
async function inspect(url: string) {
  const [state, calls] = await Promise.all(
    ['state', 'calls'].map(async (path) => (await fetch(`${url}/sandbox/${path}`)).json()),
  );
  const { accounts } = state as { accounts: Record<string, { friends: object }> };
  const friends = Object.entries(accounts).map(([name, account]) => [name, Object.keys(account.friends)]);
  return { friends: Object.fromEntries(friends), calls: (calls as object[]).length };
}

test('the README tells the number of lines', () => {
  expect(readme).toContain(`${program.split('\n').length - 1} lines`);
});

test('what the README says works when it is pasted', async () => {
  const url = await listen();
  const script = tryIt.replace('http://127.0.0.1:4020', url);
  const { code, stdout, stderr } = await run('bash', ['--norc', '-euc', script]);
  expect(stderr).toMatch(/^friends.csv .*requests: 1,.*\naccounts.txt .*requests: 1,.*\n$/);
  expect([code, stdout]).toEqual([0, printed]);
  expect((await inspect(url)).friends).toMatchObject({
    alice: ['dave'],
    bob: [],
    carol: [],
    erin: ['alice'],
  });
});

test('2,500 friends and 300 accounts: one outcome each, the state that they say, and nothing twice', async () => {
  const names = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, place) => prefix + place);
  const [owners, friends, cleared] = [names('a', 50), names('f', 50), names('c', 300)];
  const entries = (list: string[], value: object) => Object.fromEntries(list.map((name) => [name, value]));
  const state = {
    accounts: {
      ...entries(friends, { friends: entries(owners, {}) }),
      ...entries(owners, { friends: entries(friends, {}) }),
      ...entries(cleared, { friends: entries(friends.slice(0, 2), {}) }),
    },
  };
  writeFileSync(join(folder, 'state.json'), JSON.stringify(state));
  const pairs = owners.flatMap((owner) => friends.map((friend) => `${owner},${friend}`));
  writeFileSync(join(folder, 'friends.csv'), pairs.join('\n'));
  writeFileSync(join(folder, 'accounts.txt'), cleared.join('\n'));
  const url = await listen(`--state ${join(folder, 'state.json')}`);
  const faults = [
    { kind: 'drop', carriedOut: true, account: 'a3' },
    { kind: 'code', code: 30006, account: 'a5' },
    { kind: 'drop', carriedOut: true, account: 'c7' },
  ];
  for (const fault of faults)
    await fetch(`${url}/sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) });

  const first = await run('node', ['clean-up.ts'], { CHAT_URL: url });
  const lines = first.stdout.trim().split('\n');
  const expected = [
    ...pairs.map((pair) => `${pair},${pair.startsWith('a3,') ? 'gone' : 'deleted'},`),
    ...cleared.map((name) => `${name},*,${name === 'c7' ? 'unknown,ConnectionLost' : 'deleted,'}`),
  ];
  expect(lines.toSorted()).toEqual(expected.toSorted());
  expect(first.code).toBe(1);
  const after = await inspect(url);
  expect([...owners, ...cleared].filter((name) => after.friends[name].length > 0)).toEqual([]);
  expect(after.calls).toBe(50 + 2 + 300);

  const second = await run('node', ['clean-up.ts'], { CHAT_URL: url });
  expect(second.stdout.trim().split('\n').toSorted()).toEqual(expected.toSorted());
  expect((await inspect(url)).calls).toBe(after.calls);
});
