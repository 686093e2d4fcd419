import { type ReadBack, SeedingFailed } from './adapter.ts';

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
export function createVendorReadBack(call: Call): ReadBack {
  return {
    async friends(From_Account) {
      const found: string[] = [];
      let StartIndex = 0;
      for (let page = 0; page < mostPages; page++) {
        const answer: FriendPage = await call('/v4/sns/friend_get', { From_Account, StartIndex });
        found.push(...(answer.UserDataItem ?? []).map(({ To_Account }) => To_Account));
        if (answer.CompleteFlag !== 0 || answer.NextStartIndex === undefined) return found;
        StartIndex = answer.NextStartIndex;
      }
      throw new SeedingFailed(`/v4/sns/friend_get does not come to an end for ${From_Account}`);
    },
    async lists(From_Account) {
      const answer: ListPage = await call('/v4/sns/group_get', {
        From_Account,
        NeedFriend: 'Need_Friend_Type_Yes',
      });
      return Object.fromEntries(
        (answer.ResultItem ?? []).map(({ GroupName, To_Account = [] }) => [GroupName, [...To_Account]]),
      );
    },
  };
}
