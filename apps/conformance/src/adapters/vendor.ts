import type { Caller } from '../calls/caller.ts';
import type { Seed, SeedAccount } from '../scenarios/accounts.ts';
import { type Adapter, type ReadBack, SeedingFailed } from './adapter.ts';

// `AddSource_Type_` and at most eight letters, as the page of friend_import requires.
const addSource = 'AddSource_Type_Seed';

/**
 * Seeds with the service's own operations: account_import, friend_import for one side at a time, group_add. Then reads
 * the state back, because a scenario that begins in another state proves nothing.
 * @see https://intl.cloud.tencent.com/document/product/1047/34903
 */
export function createVendorAdapter({ sendPlain }: Caller): Adapter {
  async function call(path: string, body: object): Promise<object> {
    const received = await sendPlain(path, body);
    const json = 'noResponse' in received ? undefined : received.json;
    const ok = typeof json === 'object' && json !== null && 'ErrorCode' in json && json.ErrorCode === 0;
    if (!ok)
      throw new SeedingFailed(
        `${path}: ${'noResponse' in received ? received.noResponse : received.text.slice(0, 200)}`,
      );
    failOnItems(path, json);
    return json;
  }
  const readBack = createVendorReadBack(call);

  async function seedRelations(From_Account: string, { friends, lists }: SeedAccount): Promise<void> {
    if (friends.length > 0) {
      const AddFriendItem = friends.map((To_Account) => ({ To_Account, AddSource: addSource }));
      await call('/v4/sns/friend_import', { From_Account, AddFriendItem });
    }
    for (const { names, members } of byMembers(lists)) {
      const withMembers = members.length > 0 ? { To_Account: members } : {};
      await call('/v4/sns/group_add', { From_Account, GroupName: names, ...withMembers });
    }
  }

  async function verify(seed: Seed): Promise<void> {
    for (const [id, { friends, lists }] of seed) {
      const found = { friends: await readBack.friends(id), lists: await readBack.lists(id) };
      if (canonical(found) !== canonical({ friends, lists })) {
        throw new SeedingFailed(
          `after seeding, the server has ${canonical(found)} for ${id}, not ${canonical({ friends, lists })}`,
        );
      }
    }
  }

  return {
    name: 'vendor',
    async seed(seed) {
      for (const UserID of seed.keys()) await call('/v4/im_open_login_svc/account_import', { UserID });
      for (const [id, account] of seed) await seedRelations(id, account);
      await verify(seed);
    },
    readBack,
    close: async () => {},
  };
}

function failOnItems(path: string, json: object): void {
  const items = 'ResultItem' in json && Array.isArray(json.ResultItem) ? json.ResultItem : [];
  const failed = items.find(({ ResultCode = 0 }) => ResultCode !== 0);
  if (failed) throw new SeedingFailed(`${path}: ${JSON.stringify(failed)}`);
}

// group_add puts the same friends into every list that it makes.
function byMembers(lists: SeedAccount['lists']): { names: string[]; members: readonly string[] }[] {
  const groups = new Map<string, { names: string[]; members: readonly string[] }>();
  for (const [name, members] of Object.entries(lists)) {
    const key = JSON.stringify([...members].sort());
    const group = groups.get(key) ?? { names: [], members };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function canonical({ friends, lists }: SeedAccount): string {
  const sorted = Object.keys(lists)
    .sort()
    .map((name) => [name, [...(lists[name] ?? [])].sort()]);
  return JSON.stringify({ friends: [...friends].sort(), lists: Object.fromEntries(sorted) });
}

interface FriendPage {
  readonly UserDataItem?: readonly { readonly To_Account: string }[];
  readonly CompleteFlag?: number;
  readonly NextStartIndex?: number;
}
interface ListPage {
  readonly ResultItem?: readonly { readonly GroupName: string; readonly To_Account?: readonly string[] }[];
}

type Call = (path: string, body: object) => Promise<object>;

// A page has up to 500 friends and an account at most 3000.
const mostPages = 20;

/** Reads an account's friends with friend_get, page by page, and its lists with group_get. */
function createVendorReadBack(call: Call): ReadBack {
  return {
    async friends(From_Account) {
      const found: string[] = [];
      let StartIndex = 0;
      for (let page = 0; page < mostPages; page++) {
        const response: FriendPage = await call('/v4/sns/friend_get', { From_Account, StartIndex });
        found.push(...(response.UserDataItem ?? []).map(({ To_Account }) => To_Account));
        if (response.CompleteFlag !== 0 || response.NextStartIndex === undefined) return found;
        StartIndex = response.NextStartIndex;
      }
      throw new SeedingFailed(`/v4/sns/friend_get has more than ${mostPages} pages for ${From_Account}`);
    },
    async lists(From_Account) {
      const response: ListPage = await call('/v4/sns/group_get', {
        From_Account,
        NeedFriend: 'Need_Friend_Type_Yes',
      });
      return Object.fromEntries(
        (response.ResultItem ?? []).map(({ GroupName, To_Account = [] }) => [GroupName, [...To_Account]]),
      );
    },
  };
}
