import type { DatabaseSync } from 'node:sqlite';
import { createFriend, type Graph } from './graph.ts';

export const schemaVersion = 1;

/** "csns" in the header of a file says that the file is ours. */
export const applicationId = 0x63736e73;

export function createTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE account (id TEXT PRIMARY KEY, sequence INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE friend (owner TEXT, friend TEXT, remark TEXT NOT NULL, time INTEGER NOT NULL,
      PRIMARY KEY (owner, friend)) WITHOUT ROWID;
    CREATE TABLE list (owner TEXT, name TEXT, position INTEGER NOT NULL, PRIMARY KEY (owner, name)) WITHOUT ROWID;
    CREATE TABLE member (owner TEXT, list TEXT, friend TEXT, PRIMARY KEY (owner, list, friend)) WITHOUT ROWID;
    PRAGMA user_version = ${schemaVersion};
  `);
}

/** Replaces the graph in the file. */
export function saveGraph(database: DatabaseSync, graph: Graph): void {
  database.exec('DELETE FROM account; DELETE FROM friend; DELETE FROM list; DELETE FROM member');
  const addAccount = database.prepare('INSERT INTO account VALUES (?, ?)');
  const addFriend = database.prepare('INSERT INTO friend VALUES (?, ?, ?, ?)');
  const addList = database.prepare('INSERT INTO list VALUES (?, ?, ?)');
  const addMember = database.prepare('INSERT INTO member VALUES (?, ?, ?)');
  for (const [id, { friends, lists, sequence }] of graph) {
    addAccount.run(id, sequence);
    for (const [friend, { remark, time }] of friends) addFriend.run(id, friend, remark, time);
    let position = 0;
    for (const [name, members] of lists) {
      addList.run(id, name, position);
      position += 1;
      for (const friend of members) addMember.run(id, name, friend);
    }
  }
}

export function loadGraph(database: DatabaseSync): Graph {
  const graph: Graph = new Map();
  // One string per UserID, however many friend lists it is on.
  const ids = new Map<string, string>();
  const share = (id: string) => ids.get(id) ?? id;
  const rows = (sql: string) => database.prepare(sql).iterate();
  for (const { id, sequence } of rows('SELECT id, sequence FROM account')) {
    ids.set(String(id), String(id));
    graph.set(String(id), { friends: new Map(), lists: new Map(), sequence: Number(sequence) });
  }
  for (const { owner, friend, remark, time } of rows('SELECT owner, friend, remark, time FROM friend')) {
    graph.get(String(owner))?.friends.set(share(String(friend)), createFriend(String(remark), Number(time)));
  }
  for (const { owner, name } of rows('SELECT owner, name FROM list ORDER BY owner, position')) {
    graph.get(String(owner))?.lists.set(String(name), new Set());
  }
  for (const { owner, list, friend } of rows('SELECT owner, list, friend FROM member')) {
    graph
      .get(String(owner))
      ?.lists.get(String(list))
      ?.add(share(String(friend)));
  }
  return graph;
}
