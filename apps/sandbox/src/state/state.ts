import * as validators from 'virtual:validators';
import { limits } from '@chat-sns/spec';
import { describeViolation } from '../violation.ts';
import { type Account, createFriend, type Graph } from './graph.ts';

/** The friend graph as one JSON document; state.schema.json is its schema. */
export interface StateDocument {
  readonly $schema?: string;
  readonly accounts: Readonly<Record<string, AccountState>>;
}
export interface AccountState {
  readonly friends?: Readonly<Record<string, FriendState>>;
  readonly lists?: readonly string[];
  /** How often the lists were changed; 0 when absent. */
  readonly sequence?: number;
}
export interface FriendState {
  /** Lists of the account that this friend is on. */
  readonly lists?: readonly string[];
  readonly remark?: string;
  /** Unix seconds; 0 when absent. */
  readonly time?: number;
}

/** A document that does not match the schema, or that contradicts itself. */
export class InvalidState extends Error {}

/** @throws {InvalidState} */
export function readState(document: unknown): Graph {
  checkSchema(document);
  const accounts = Object.entries(document.accounts).map(([id, state]) => ({
    id,
    account: createAccount(state),
    friends: state.friends ?? {},
  }));
  const graph: Graph = new Map(accounts.map(({ id, account }) => [id, account]));
  for (const { friends, ...owner } of accounts) {
    for (const [friend, details] of Object.entries(friends)) addFriend(graph, owner, friend, details);
  }
  return graph;
}

function checkSchema(document: unknown): asserts document is StateDocument {
  if (validators.stateDocument(document)) return;
  const violation = describeViolation(validators.stateDocument.errors[0]);
  throw new InvalidState(violation.replace(/^ /, 'the document '));
}

function createAccount({ lists = [], sequence = 0 }: AccountState): Account {
  const long = lists.find((name) => Buffer.byteLength(name) > limits.listNameBytes);
  if (long)
    throw new InvalidState(`list ${JSON.stringify(long)} has more than ${limits.listNameBytes} bytes`);
  // A data file stores UTF-8, which cannot represent half a surrogate pair.
  const broken = lists.find((name) => !name.isWellFormed());
  if (broken) throw new InvalidState(`list ${JSON.stringify(broken)} is not well-formed Unicode`);
  return { friends: new Map(), lists: new Map(lists.map((name) => [name, new Set()])), sequence };
}

function addFriend(
  graph: Graph,
  { id, account }: { readonly id: string; readonly account: Account },
  friend: string,
  { lists = [], remark = '', time = 0 }: FriendState,
): void {
  if (!graph.has(friend)) throw new InvalidState(`friend ${friend} of ${id} is not in "accounts"`);
  if (friend === id) throw new InvalidState(`${id} cannot be its own friend`);
  if (!remark.isWellFormed())
    throw new InvalidState(`the remark of ${id} about ${friend} is not well-formed Unicode`);
  account.friends.set(friend, createFriend(remark, time));
  for (const name of lists) {
    const members = account.lists.get(name);
    if (!members)
      throw new InvalidState(`list ${JSON.stringify(name)} of friend ${friend} is not in "lists" of ${id}`);
    members.add(friend);
  }
}

/** The complete document of a graph: reading it gives the same graph. */
export function writeState(graph: Graph): StateDocument {
  return { accounts: Object.fromEntries([...graph].map(([id, account]) => [id, writeAccount(account)])) };
}

function writeAccount({ friends, lists, sequence }: Account): AccountState {
  const listsOf = new Map<string, string[]>();
  for (const [name, members] of lists) {
    for (const friend of members) listsOf.set(friend, [...(listsOf.get(friend) ?? []), name]);
  }
  return {
    friends: Object.fromEntries(
      [...friends].map(([id, { remark, time }]) => [id, { lists: listsOf.get(id) ?? [], remark, time }]),
    ),
    lists: [...lists.keys()],
    sequence,
  };
}
