/** Accounts of the server under test. */
export interface Account {
  readonly friends: Set<string>;
  readonly lists: Map<string, Set<string>>;
  sequence: number;
}
export type State = Map<string, Account>;

interface AccountState {
  friends?: Record<string, { lists?: string[] }>;
  lists?: string[];
}
interface Document {
  accounts: Record<string, AccountState>;
}

export const createAccount = (): Account => ({ friends: new Set(), lists: new Map(), sequence: 0 });

/** Reads the document of PUT /sandbox/state. */
export function replaceState(state: State, { accounts }: Document): void {
  state.clear();
  for (const [id, { friends = {}, lists = [] }] of Object.entries(accounts)) {
    const account = createAccount();
    for (const list of lists) account.lists.set(list, new Set());
    for (const [friend, { lists: memberOf = [] }] of Object.entries(friends)) {
      account.friends.add(friend);
      for (const list of memberOf) account.lists.get(list)?.add(friend);
    }
    state.set(id, account);
  }
}

/** Writes the document of GET /sandbox/state. */
export function writeState(state: State): Document {
  const accounts = [...state].map(([id, { friends, lists }]): [string, AccountState] => {
    const listsOf = (friend: string) =>
      [...lists].filter(([, members]) => members.has(friend)).map(([name]) => name);
    return [
      id,
      {
        friends: Object.fromEntries([...friends].map((friend) => [friend, { lists: listsOf(friend) }])),
        lists: [...lists.keys()],
      },
    ];
  });
  return { accounts: Object.fromEntries(accounts) };
}

/** Removes a friend from one side, its lists included. */
export function unfriend(account: Account | undefined, friend: string): void {
  account?.friends.delete(friend);
  for (const members of account?.lists.values() ?? []) members.delete(friend);
}
