import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/state/sqlite.ts';
import { readState, writeState } from '../../src/state/state.ts';

function createFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-sandbox-'));
  return {
    folder,
    data: join(folder, 'sandbox.db'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

const pair = { From_Account: 'ann', To_Account: 'ben' };
const state = {
  accounts: {
    ann: {
      friends: { ben: { lists: ['z', 'x'], remark: '', time: 0 } },
      lists: ['z', 'x', 'y'],
      sequence: 4,
    },
    ben: { friends: {}, lists: [], sequence: 0 },
  },
};

test('what fails in the middle is undone in the file and in memory, and the next call is written', () => {
  using folder = createFolder();
  const store = openSqliteStore(folder.data, readState(state));
  const lists = { account: 'ann', names: ['x'], sequence: null as unknown as number };
  expect(() => store.commit({ pairs: [pair], lists })).toThrow('NOT NULL');
  expect(writeState(store.graph)).toEqual(state);
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

test('a list that is deleted leaves no member in the file', () => {
  using folder = createFolder();
  const store = openSqliteStore(folder.data, readState(state));
  store.commit({ pairs: [], lists: { account: 'ann', names: ['x', 'y'], sequence: 5 } });
  store.close();
  const database = new DatabaseSync(folder.data);
  const rows = database.prepare('SELECT owner, list, friend FROM member').all();
  database.close();
  expect(rows.map((row) => ({ ...row }))).toEqual([{ owner: 'ann', list: 'z', friend: 'ben' }]);
});

test('what is taken from somebody who is not there changes nothing', () => {
  using folder = createFolder();
  const store = openSqliteStore(folder.data, readState(state));
  store.commit({ pairs: [{ From_Account: 'cat', To_Account: 'ben' }] });
  expect(writeState(store.graph)).toEqual(state);
  store.close();
});

test('a call that changes nothing does not touch the file', () => {
  using folder = createFolder();
  const store = openSqliteStore(folder.data, readState(state));
  store.close();
  store.commit({ pairs: [] });
  expect(() => store.commit({ pairs: [pair] })).toThrow('not open');
});

test('rows that somebody has added by hand do no harm', () => {
  using folder = createFolder();
  openSqliteStore(folder.data, readState(state)).close();
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
      ...state.accounts,
      ann: {
        ...state.accounts.ann,
        friends: { ...state.accounts.ann.friends, zed: { lists: ['x'], remark: 'r', time: 7 } },
      },
    },
  });
  store.close();
});

test('a file that cannot be opened is told with its name and the reason', () => {
  using folder = createFolder();
  const file = join(folder.folder, 'none', 'sandbox.db');
  expect(() => openSqliteStore(file, new Map())).toThrow(
    expect.objectContaining({
      message: `Cannot use ${file} as the data file: unable to open database file`,
      cause: expect.any(Error),
    }),
  );
});

test('a file of another version is told with that version, and closed again', () => {
  using folder = createFolder();
  change(folder.data, 'PRAGMA user_version = 9');
  expect(() => openSqliteStore(folder.data, new Map())).toThrow(
    new Error('The data file has format 9, and this version of the sandbox reads format 1.'),
  );
  change(folder.data, 'CREATE TABLE mine (id INTEGER)');
});
