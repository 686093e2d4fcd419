import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { UsageError } from '../settings.ts';
import { applyChanges, type Changes, type Graph } from './graph.ts';
import { type Store, UnwritableStore } from './store.ts';
import { applicationId, createTables, loadGraph, saveGraph, schemaVersion } from './tables.ts';

/**
 * Keeps the graph in a file. Reads come from memory; the changes of each call go to the file in one transaction before
 * anyone sees them. Write-ahead logging with `synchronous = NORMAL`: killing the process loses nothing that had a
 * response, and a power failure can lose the newest calls but never half of one.
 * @param seed the initial graph of a new file.
 */
export function openSqliteStore(file: string, seed: Graph): Store {
  const { database, isNew } = openDatabase(file);
  let graph = seed;
  try {
    if (isNew) {
      inTransaction(database, () => {
        createTables(database);
        saveGraph(database, seed);
      });
    } else graph = loadGraph(database);
  } catch (error) {
    database.close();
    throw unusable(file, error);
  }

  const removeFriend = database.prepare('DELETE FROM friend WHERE owner = ? AND friend = ?');
  const removeMember = database.prepare('DELETE FROM member WHERE owner = ? AND list = ? AND friend = ?');
  const removeMembers = database.prepare('DELETE FROM member WHERE owner = ? AND list = ?');
  const removeList = database.prepare('DELETE FROM list WHERE owner = ? AND name = ?');
  const setSequence = database.prepare('UPDATE account SET sequence = ? WHERE id = ?');

  function write({ pairs, lists }: Changes): void {
    for (const { From_Account, To_Account } of pairs) {
      removeFriend.run(From_Account, To_Account);
      for (const [name, members] of graph.get(From_Account)?.lists ?? []) {
        if (members.has(To_Account)) removeMember.run(From_Account, name, To_Account);
      }
    }
    if (!lists) return;
    for (const name of lists.names) {
      removeMembers.run(lists.account, name);
      removeList.run(lists.account, name);
    }
    setSequence.run(lists.sequence, lists.account);
  }

  function store(work: () => void): void {
    try {
      inTransaction(database, work);
    } catch (error) {
      if (!isFromSqlite(error)) throw error;
      throw new UnwritableStore(`${file} cannot be written: ${error.message}. Nothing was changed.`, {
        cause: error,
      });
    }
  }

  return {
    get graph() {
      return graph;
    },
    commit(changes) {
      if (changes.pairs.length === 0 && !changes.lists) return;
      store(() => write(changes));
      applyChanges(graph, changes);
    },
    replace(next) {
      store(() => saveGraph(database, next));
      graph = next;
    },
    close: () => database.close(),
  };
}

function openDatabase(file: string): { database: DatabaseSync; isNew: boolean } {
  // Loaded on demand: a sandbox in memory does not need it, and older versions of Node do not have it.
  const sqlite = process.getBuiltinModule?.('node:sqlite');
  if (!sqlite) {
    throw new UsageError(
      `A data file requires node:sqlite, which this Node ${process.versions.node} does not have. Use Node 22.13 or later, or keep the state in memory.`,
    );
  }
  let database: DatabaseSync | undefined;
  try {
    checkOwner(file);
    // As an absolute path, because SQLite gives names such as file:x a meaning of their own.
    database = new sqlite.DatabaseSync(file === ':memory:' ? file : resolve(file));
    // One process per file: the graph in memory would not notice the writes of another one.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    const isNew = readVersion(database) === 0;
    // Before write-ahead logging, which would keep it beside the file at first.
    if (isNew) database.exec(`PRAGMA application_id = ${applicationId}`);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    return { database, isNew };
  } catch (error) {
    database?.close();
    throw unusable(file, error);
  }
}

/**
 * Makes sure that the file is new, empty or ours. Reads its header without SQLite, which would write into a file of
 * somebody else's that uses write-ahead logging.
 * @see https://sqlite.org/fileformat.html#the_database_header
 */
function checkOwner(file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return;
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  const size = readSync(descriptor, header);
  closeSync(descriptor);
  if (size === 0) return;
  if (size < header.length || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new Error('it is not an SQLite file');
  if (header.readUInt32BE(68) !== applicationId) throw new Error('it is the SQLite file of another program');
}

function unusable(file: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new UsageError(`Cannot use ${file} as the data file: ${reason}`, { cause: error });
}

const isFromSqlite = (error: unknown): error is Error =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'ERR_SQLITE_ERROR';

function readVersion(database: DatabaseSync): number {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number };
  const version = row.user_version;
  if (version === 0 || version === schemaVersion) return version;
  throw new Error(`it has format ${version}, and this version of the sandbox reads format ${schemaVersion}`);
}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    // After some errors, such as a full disk, SQLite has undone everything itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
