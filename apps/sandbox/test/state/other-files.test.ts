import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { createSandbox } from '../../src/create-sandbox.ts';
import { openSqliteStore } from '../../src/state/sqlite.ts';
import { readState } from '../../src/state/state.ts';
import { call } from '../support/service.ts';
import { change, createFolder, reopen, state } from './data-file.ts';

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
      openSqliteStore(name, readState(state)).close();
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
