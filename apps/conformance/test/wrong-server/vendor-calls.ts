import { createAccount, type State } from './state.ts';

/** The fields of all these calls together; each call has some of them. */
interface Body {
  UserID: string;
  From_Account: string;
  AddFriendItem: { To_Account: string; AddSource: string }[];
  GroupName: string[];
  To_Account?: string[];
  StartIndex: number;
  NeedFriend?: string;
}
type VendorCall = (state: State, body: Body) => object;

const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ErrorDisplay: '' };
const item = (To_Account: string) => ({ To_Account, ResultCode: 0, ResultInfo: '' });

/** The service's own calls for seeding and reading back, as far as their pages describe them. */
export const vendorCalls: Readonly<Record<string, VendorCall>> = {
  '/v4/im_open_login_svc/account_import'(state, { UserID }) {
    if (!state.has(UserID)) state.set(UserID, createAccount());
    return ok;
  },
  '/v4/sns/friend_import'(state, { From_Account, AddFriendItem }) {
    for (const { To_Account, AddSource } of AddFriendItem) {
      if (!/^AddSource_Type_[A-Za-z]{1,8}$/.test(AddSource))
        return { ...ok, ActionStatus: 'FAIL', ErrorCode: 30001 };
      state.get(From_Account)?.friends.add(To_Account);
    }
    return { ResultItem: AddFriendItem.map(({ To_Account }) => item(To_Account)), ...ok };
  },
  '/v4/sns/group_add'(state, { From_Account, GroupName, To_Account = [] }) {
    const account = state.get(From_Account) ?? createAccount();
    for (const name of GroupName) account.lists.set(name, new Set(To_Account));
    account.sequence += 1;
    return { ResultItem: To_Account.map(item), CurrentSequence: account.sequence, ...ok };
  },
  // Pages of two, so that a client must read several.
  '/v4/sns/friend_get'(state, { From_Account, StartIndex }) {
    const friends = [...(state.get(From_Account)?.friends ?? [])];
    const NextStartIndex = StartIndex + 2;
    const page = friends.slice(StartIndex, NextStartIndex);
    return {
      UserDataItem: page.map((To_Account) => ({ To_Account, ValueItem: [] })),
      CompleteFlag: NextStartIndex >= friends.length ? 1 : 0,
      NextStartIndex,
      ...ok,
    };
  },
  '/v4/sns/group_get'(state, { From_Account, NeedFriend }) {
    const withFriends = NeedFriend === 'Need_Friend_Type_Yes';
    const { lists, sequence } = state.get(From_Account) ?? createAccount();
    const ResultItem = [...lists].map(([GroupName, members]) => ({
      GroupName,
      FriendNumber: members.size,
      ...(withFriends && { To_Account: [...members] }),
    }));
    return { ResultItem, CurrentSequence: sequence, ...ok };
  },
};
