import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { createSandbox, type SandboxOptions } from '../../src/create-sandbox.ts';
import type { StateDocument } from '../../src/state/state.ts';
import { call } from '../support/service.ts';

function createFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-sandbox-'));
  return { data: join(folder, 'sandbox.db'), [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

const state: StateDocument = {
  accounts: {
    ann: {
      friends: { ben: { lists: ['x'], remark: 'r\u0000s', time: 7 }, cat: { lists: ['x', 'a\u0000b'] } },
      lists: ['x', 'a\u0000b'],
      sequence: 4,
    },
    ben: { friends: { ann: {} } },
    cat: {},
  },
};
const reopen = async (data: string, options: SandboxOptions = {}) => {
  await using sandbox = createSandbox({ data, ...options });
  return sandbox.state.read().accounts;
};

test('a new file takes the seed, an old one keeps what it has', async () => {
  using folder = createFolder();
  const first = await reopen(folder.data, { state });
  expect(first.ann).toMatchObject({
    friends: { ben: { lists: ['x'], remark: 'r\u0000s', time: 7 } },
    sequence: 4,
  });
  expect(await reopen(folder.data, { state: { accounts: {} } })).toEqual(first);
});

test('each operation is there after a restart', async () => {
  using folder = createFolder();
  {
    await using sandbox = createSandbox({ data: folder.data, state });
    await call(sandbox, 'deleteFriends', {
      From_Account: 'ann',
      To_Account: ['ben'],
      DeleteType: 'Delete_Type_Both',
    });
    await call(sandbox, 'deleteFriendLists', { From_Account: 'ann', GroupName: ['x'] });
  }
  expect(await reopen(folder.data)).toMatchObject({
    ann: { friends: { cat: { lists: ['a\u0000b'] } }, lists: ['a\u0000b'], sequence: 5 },
    ben: { friends: {} },
  });
  {
    await using sandbox = createSandbox({ data: folder.data });
    expect(sandbox.state.read().accounts.ben?.friends).toEqual({});
    await call(sandbox, 'deleteAllFriends', { From_Account: 'ann' });
  }
  expect((await reopen(folder.data)).ann).toEqual({ friends: {}, lists: ['a\u0000b'], sequence: 5 });
  {
    await using sandbox = createSandbox({ data: folder.data, state });
    sandbox.reset();
  }
  expect((await reopen(folder.data)).ann?.friends).toHaveProperty('ben');
});

test('who is no friend any more is on no list in the file either', async () => {
  using folder = createFolder();
  {
    await using sandbox = createSandbox({ data: folder.data, state });
    await call(sandbox, 'deleteFriends', { From_Account: 'ann', To_Account: ['ben'] });
  }
  const database = new DatabaseSync(folder.data);
  const rows = database.prepare('SELECT friend FROM member').all();
  database.close();
  expect(rows.map((row) => row.friend)).toEqual(['cat', 'cat']);
});

test('what the file cannot take is not in memory either, and is no answer of the service', async () => {
  using folder = createFolder();
  await using sandbox = createSandbox({ data: folder.data, state });
  const before = sandbox.state.read();
  await sandbox.close();
  await expect(call(sandbox, 'deleteFriends', { From_Account: 'ann', To_Account: ['ben'] })).rejects.toThrow(
    'HTTP 500',
  );
  expect(sandbox.state.read()).toEqual(before);
});

test('a file belongs to one sandbox at a time', async () => {
  using folder = createFolder();
  await using sandbox = createSandbox({ data: folder.data });
  expect(() => createSandbox({ data: folder.data })).toThrow(/^Cannot use .* as the data file: .*locked/);
  expect(sandbox.state.read().accounts).toHaveProperty('alice');
});

test('a file that is something else is left alone', () => {
  using folder = createFolder();
  writeFileSync(folder.data, 'a diary, no database, of more than sixteen bytes');
  expect(() => createSandbox({ data: folder.data })).toThrow(/^Cannot use .* as the data file/);
});

test('a database of another version is left alone', () => {
  using folder = createFolder();
  const database = new DatabaseSync(folder.data);
  database.exec('PRAGMA user_version = 9');
  database.close();
  expect(() => createSandbox({ data: folder.data })).toThrow(/format 9/);
});
