import { readCapped, withTimeLimit } from '../calls/send.ts';
import type { Seed } from '../scenarios/accounts.ts';
import { type Adapter, SeedingFailed } from './adapter.ts';

interface Document {
  readonly accounts: Readonly<Record<string, AccountState>>;
}
interface AccountState {
  readonly friends?: Readonly<Record<string, { readonly lists?: readonly string[] }>>;
  readonly lists?: readonly string[];
}

/**
 * Seeds by replacing the whole state of a sandbox with `PUT /sandbox/state`, and restores the former state at the end.
 * The sandbox's state.schema.json describes the document.
 */
export function createSandboxAdapter(baseUrl: string, admin: string, timeoutMs: number): Adapter {
  const url = new URL(baseUrl);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/sandbox/state`;
  let before: string | undefined;

  const request = (method: 'GET' | 'PUT', body?: string) =>
    withTimeLimit(timeoutMs, async (signal) => {
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
        signal,
      }).catch((error: unknown) => {
        throw new SeedingFailed(
          `${method} /sandbox/state: ${error instanceof Error ? error.name : 'no response'}`,
        );
      });
      const text = await readCapped(response);
      // A server that responds 200 to everything has no state and must not look seeded.
      if (response.ok && (method === 'PUT' || hasAccounts(text))) return text;
      throw new SeedingFailed(
        `${method} /sandbox/state responded with HTTP ${response.status} ${text.slice(0, 200).trim()}`,
      );
    });

  const readAccount = async (account: string): Promise<AccountState> => {
    const { accounts } = JSON.parse(await request('GET')) as Document;
    return accounts[account] ?? {};
  };

  return {
    name: 'sandbox',
    async seed(seed) {
      before ??= await request('GET');
      await request('PUT', JSON.stringify(documentOf(seed, admin)));
    },
    readBack: {
      friends: async (account) => Object.keys((await readAccount(account)).friends ?? {}),
      async lists(account) {
        const { friends = {}, lists = [] } = await readAccount(account);
        const members = (list: string) =>
          Object.keys(friends).filter((friend) => friends[friend]?.lists?.includes(list));
        return Object.fromEntries(lists.map((list) => [list, members(list)]));
      },
    },
    async close() {
      if (before !== undefined) await request('PUT', before);
    },
  };
}

function hasAccounts(text: string): boolean {
  try {
    const { accounts } = Object(JSON.parse(text));
    return typeof accounts === 'object' && accounts !== null;
  } catch {
    return false;
  }
}

function documentOf(seed: Seed, admin: string): Document {
  const accounts = [...seed].map(([id, { friends, lists }]): [string, AccountState] => {
    const listsOf = (friend: string) => Object.keys(lists).filter((list) => lists[list]?.includes(friend));
    return [
      id,
      {
        friends: Object.fromEntries(friends.map((friend) => [friend, { lists: listsOf(friend) }])),
        lists: Object.keys(lists),
      },
    ];
  });
  return { accounts: { [admin]: {}, ...Object.fromEntries(accounts) } };
}
