import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyExample, paste, readBlocks, repository, startSandbox } from './support/readme.ts';

const path = 'examples/clean-up/README.md';
const [listen = '', tryIt = '', printed = ''] = readBlocks(path).map(({ code }) => code);
const env = { CHAT_SNS_SDKAPPID: '1400000000', CHAT_SNS_SECRET_KEY: 'for-the-sandbox' };

let folder = '';
let cleanUp: () => void;
beforeEach(() => {
  const copy = copyExample('clean-up');
  folder = copy.folder;
  cleanUp = copy[Symbol.dispose];
});
afterEach(() => cleanUp());

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
  const [readme, program] = [path, 'examples/clean-up/clean-up.ts'].map((file) =>
    readFileSync(join(repository, file), 'utf8'),
  );
  expect(readme).toContain(`${(program ?? '').split('\n').length - 1} lines`);
});

test('what the README says works when it is pasted', async () => {
  await using sandbox = await startSandbox(listen, folder);
  const { url } = sandbox;
  const script = tryIt.replace('http://127.0.0.1:4020', url);
  const { code, stdout, stderr } = await paste(script, folder);
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
  await using sandbox = await startSandbox(`${listen.trim()} --state state.json`, folder);
  const { url } = sandbox;
  const faults = [
    { kind: 'drop', carriedOut: true, account: 'a3' },
    { kind: 'code', code: 30006, account: 'a5' },
    { kind: 'drop', carriedOut: true, account: 'c7' },
  ];
  for (const fault of faults)
    await fetch(`${url}/sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) });

  const first = await paste('node clean-up.ts', folder, { ...env, CHAT_SNS_BASE_URL: url });
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

  const second = await paste('node clean-up.ts', folder, { ...env, CHAT_SNS_BASE_URL: url });
  expect(second.stdout.trim().split('\n').toSorted()).toEqual(expected.toSorted());
  expect((await inspect(url)).calls).toBe(after.calls);
});
