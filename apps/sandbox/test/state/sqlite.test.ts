import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { createSandbox } from '../../src/create-sandbox.ts';
import { openSqliteStore } from '../../src/state/sqlite.ts';
import { readState, writeState } from '../../src/state/state.ts';
import { call } from '../support/service.ts';
import { change, createFolder, reopen, state } from './data-file.ts';

test('a new file starts with the seed, and an existing one keeps its graph', async () => {
  using folder = createFolder();
  const first = await reopen(folder.data, { state });
  expect(first.ann).toMatchObject({
    friends: { ben: { lists: ['x'], remark: 'r\u0000s', time: 7 } },
    sequence: 4,
  });
  expect(await reopen(folder.data, { state: { accounts: {} } })).toEqual(first);
});

test('the changes of each operation survive a restart', async () => {
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

test('removing a friend also removes it from every list in the file', async () => {
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

test('a change that the file cannot store is an HTTP 500 and does not change the graph in memory', async () => {
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

const pair = { From_Account: 'ann', To_Account: 'ben' };
const complete = {
  accounts: {
    ann: {
      friends: { ben: { lists: ['z', 'x'], remark: '', time: 0 } },
      lists: ['z', 'x', 'y'],
      sequence: 4,
    },
    ben: { friends: {}, lists: [], sequence: 0 },
  },
};

test('a write that fails halfway is undone in the file and in memory, and the next one is written', () => {
  using folder = createFolder();
  const store = openSqliteStore(folder.data, readState(complete));
  const lists = { account: 'ann', names: ['x'], sequence: null as unknown as number };
  expect(() => store.commit({ pairs: [pair], lists })).toThrow('NOT NULL');
  expect(writeState(store.graph)).toEqual(complete);
  store.commit({ pairs: [], lists: { ...lists, sequence: 5 } });
  store.close();
  const reopened = openSqliteStore(folder.data, new Map());
  expect(writeState(reopened.graph)).toEqual(writeState(store.graph));
  expect(writeState(reopened.graph).accounts.ann).toEqual({
    friends: { ben: { lists: ['z'], remark: '', time: 0 } },
    lists: ['z', 'y'],
    sequence: 5,
  });
  reopened.close();
});

test('deleting a list deletes its members from the file', () => {
  using folder = createFolder();
  const store = openSqliteStore(folder.data, readState(complete));
  store.commit({ pairs: [], lists: { account: 'ann', names: ['x', 'y'], sequence: 5 } });
  store.close();
  const database = new DatabaseSync(folder.data);
  const rows = database.prepare('SELECT owner, list, friend FROM member').all();
  database.close();
  expect(rows.map((row) => ({ ...row }))).toEqual([{ owner: 'ann', list: 'z', friend: 'ben' }]);
});

test('changes of an unknown account change nothing', () => {
  using folder = createFolder();
  const store = openSqliteStore(folder.data, readState(complete));
  store.commit({ pairs: [{ From_Account: 'cat', To_Account: 'ben' }] });
  expect(writeState(store.graph)).toEqual(complete);
  store.close();
});

test('a call that changes nothing does not touch the file', () => {
  using folder = createFolder();
  const store = openSqliteStore(folder.data, readState(complete));
  store.close();
  store.commit({ pairs: [] });
  expect(() => store.commit({ pairs: [pair] })).toThrow('not open');
});

test('rows added by hand do no harm', () => {
  using folder = createFolder();
  openSqliteStore(folder.data, readState(complete)).close();
  change(
    folder.data,
    `INSERT INTO friend VALUES ('ann', 'zed', 'r', 7);
     INSERT INTO friend VALUES ('nobody', 'ann', '', 0);
     INSERT INTO list VALUES ('nobody', 'x', 0);
     INSERT INTO member VALUES ('nobody', 'x', 'ann');
     INSERT INTO member VALUES ('ann', 'none', 'ben');
     INSERT INTO member VALUES ('ann', 'x', 'zed');`,
  );
  const store = openSqliteStore(folder.data, new Map());
  expect(writeState(store.graph)).toEqual({
    accounts: {
      ...complete.accounts,
      ann: {
        ...complete.accounts.ann,
        friends: { ...complete.accounts.ann.friends, zed: { lists: ['x'], remark: 'r', time: 7 } },
      },
    },
  });
  store.close();
});

test('a file that cannot be opened fails with its name and the reason', () => {
  using folder = createFolder();
  const file = join(folder.folder, 'none', 'sandbox.db');
  expect(() => openSqliteStore(file, new Map())).toThrow(
    expect.objectContaining({
      message: `Cannot use ${file} as the data file: unable to open database file`,
      cause: expect.any(Error),
    }),
  );
});

test('a file of another format fails with that format and is closed again', () => {
  using folder = createFolder();
  change(folder.data, 'PRAGMA application_id = 0x63736e73; PRAGMA user_version = 9');
  expect(() => openSqliteStore(folder.data, new Map())).toThrow(
    expect.objectContaining({
      message: `Cannot use ${folder.data} as the data file: it has format 9, and this version of the sandbox reads format 1`,
    }),
  );
  change(folder.data, 'CREATE TABLE mine (id INTEGER)');
});
