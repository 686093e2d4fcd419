import type { DatabaseSync } from 'node:sqlite';
import { applyChanges, type Changes, type Graph } from './graph.ts';
import type { Store } from './store.ts';
import { createTables, loadGraph, saveGraph, schemaVersion } from './tables.ts';

/**
 * Keeps the graph in a file. Reads come from memory; the changes of each call go to the file in one transaction before
 * anyone sees them. Write-ahead logging with `synchronous = NORMAL`: killing the process loses nothing that had a
 * response, and a power failure can lose the newest calls but never half of one.
 * @param seed the initial graph of a new file.
 */
export function openSqliteStore(file: string, seed: Graph): Store {
  const database = openDatabase(file);
  let graph = seed;
  if (readVersion(database) === 0) {
    inTransaction(database, () => {
      createTables(database);
      saveGraph(database, seed);
    });
  } else graph = loadGraph(database);

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

  return {
    get graph() {
      return graph;
    },
    commit(changes) {
      if (changes.pairs.length === 0 && !changes.lists) return;
      inTransaction(database, () => write(changes));
      applyChanges(graph, changes);
    },
    replace(next) {
      inTransaction(database, () => saveGraph(database, next));
      graph = next;
    },
    close: () => database.close(),
  };
}

// Loaded on demand: a sandbox in memory does not need it.
function openDatabase(file: string): DatabaseSync {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    // One process per file: the graph in memory would not notice the writes of another one.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    return database;
  } catch (error) {
    database?.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot use ${file} as the data file: ${reason}`, { cause: error });
  }
}

function readVersion(database: DatabaseSync): number {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number };
  const version = row.user_version;
  if (version === 0 || version === schemaVersion) return version;
  database.close();
  throw new Error(
    `The data file has format ${version}, and this version of the sandbox reads format ${schemaVersion}.`,
  );
}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
