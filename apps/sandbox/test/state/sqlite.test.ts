import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { createSandbox, type SandboxOptions } from '../../src/create-sandbox.ts';
import { openSqliteStore } from '../../src/state/sqlite.ts';
import { readState, type StateDocument, writeState } from '../../src/state/state.ts';
import { call } from '../support/service.ts';

function createFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-sandbox-'));
  return {
    folder,
    data: join(folder, 'sandbox.db'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
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

test.each<[what: string, make: (file: string) => void, reason: string]>([
  [
    'that is not a database',
    (file) => writeFileSync(file, 'a diary of more than sixteen bytes'),
    'not an SQLite file',
  ],
  [
    'that is long and not a database',
    (file) => writeFileSync(file, 'a diary '.repeat(1000)),
    'not an SQLite file',
  ],
  [
    'of another program',
    (file) => change(file, 'CREATE TABLE mine (id)'),
    'the SQLite file of another program',
  ],
  [
    'of another program with write-ahead logging',
    (file) => change(file, 'PRAGMA journal_mode = WAL; CREATE TABLE mine (id)'),
    'the SQLite file of another program',
  ],
  [
    'of another program with an id and our format',
    (file) => change(file, 'PRAGMA application_id = 7; PRAGMA user_version = 1; CREATE TABLE account (id)'),
    'the SQLite file of another program',
  ],
])('a file %s is refused and not touched', (_what, make, reason) => {
  using folder = createFolder();
  make(folder.data);
  const before = readFileSync(folder.data);
  const file = folder.data;
  for (const data of [file, relative('.', file)]) {
    expect(() => createSandbox({ data })).toThrow(`Cannot use ${data} as the data file: it is ${reason}`);
  }
  expect(readFileSync(file)).toEqual(before);
  expect(readdirSync(folder.folder)).toEqual(['sandbox.db']);
});

test.each(['file:sandbox.db', 'file:sandbox.db?mode=memory'])(
  '%s is the name of a file, and not a URI',
  (name) => {
    using folder = createFolder();
    change(folder.data, 'CREATE TABLE mine (id)');
    const before = readFileSync(folder.data);
    const working = process.cwd();
    process.chdir(folder.folder);
    try {
      openSqliteStore(name, readState(complete)).close();
    } finally {
      process.chdir(working);
    }
    expect(readFileSync(folder.data)).toEqual(before);
    expect(readdirSync(folder.folder)).toEqual([name, 'sandbox.db']);
  },
);

test('an empty file is used, and so is one whose start was killed before its first write', async () => {
  using folder = createFolder();
  writeFileSync(folder.data, '');
  const first = await reopen(folder.data, { state });
  expect(await reopen(folder.data)).toEqual(first);
  using other = createFolder();
  change(other.data, 'PRAGMA application_id = 0x63736e73');
  expect(await reopen(other.data, { state })).toEqual(first);
});

/** Makes files full as soon as they are opened: SQLite itself refuses to let them grow. */
function fillDisk() {
  const { prototype } = DatabaseSync;
  const { exec } = prototype;
  prototype.exec = function (sql) {
    exec.call(this, sql);
    if (sql.includes('journal_mode')) exec.call(this, 'PRAGMA max_page_count = 1');
  };
  return { [Symbol.dispose]: () => Object.assign(prototype, { exec }) };
}

test('a full disk is named, and nothing is lost', async () => {
  using folder = createFolder();
  await reopen(folder.data, { state });
  const accounts = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`account${index}`, {}]));
  const reason = `${folder.data} cannot be written: database or disk is full. Nothing was changed.`;
  {
    using _full = fillDisk();
    await using sandbox = createSandbox({ data: folder.data });
    const before = sandbox.state.read();
    expect(() => sandbox.state.replace({ accounts })).toThrow(reason);
    const body = JSON.stringify({ accounts });
    const response = await sandbox.fetch('http://sandbox/sandbox/state', { method: 'PUT', body });
    expect([response.status, await response.json()]).toEqual([500, { error: reason }]);
    expect(sandbox.state.read()).toEqual(before);
    // Deleting needs no room.
    await call(sandbox, 'deleteFriends', { From_Account: 'ann', To_Account: ['ben'] });
  }
  expect((await reopen(folder.data)).ann?.friends).toEqual({
    cat: { lists: ['x', 'a\u0000b'], remark: '', time: 0 },
  });
  using empty = createFolder();
  using _full = fillDisk();
  expect(() => createSandbox({ data: empty.data, state: { accounts } })).toThrow(
    `Cannot use ${empty.data} as the data file: database or disk is full`,
  );
});

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

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
