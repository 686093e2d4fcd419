import type { Has } from './faults.ts';
import { Refusal } from './refusal.ts';
import type { Body } from './shape.ts';
import { type Account, createAccount, type State, unfriend } from './state.ts';

type Operation = (state: State, account: Account, body: Body, has: Has) => object;

/** The three commands by their names in the path. */
export const operations: Readonly<Record<string, Operation>> = {
  friend_delete(state, account, { From_Account, To_Account, DeleteType }, has) {
    const isBoth = DeleteType === 'Delete_Type_Both';
    const both =
      (isBoth || has('one-way-deletes-both-sides')) && !(isBoth && has('two-way-deletes-one-side'));
    const isFriend = (id: string) => account.friends.has(id) || has('second-deletion-succeeds');
    if (has('one-failure-fails-all') && !To_Account.every(isFriend)) throw new Refusal(30001);
    const ResultItem = To_Account.map((friend) => {
      if (!isFriend(friend)) {
        const known = state.has(friend);
        const info = known ? 'Err_SNS_FriendDelete_Not_Friend' : '';
        return { To_Account: friend, ResultCode: known ? 31704 : 30003, ResultInfo: info };
      }
      unfriend(account, friend);
      if (both) unfriend(state.get(friend), From_Account);
      const noInfo = has('item-without-info') ? {} : { ResultInfo: '' };
      return { To_Account: friend, ResultCode: 0, ...noInfo };
    });
    if (has('items-sorted')) ResultItem.sort((a, b) => (a.To_Account < b.To_Account ? -1 : 1));
    return { ResultItem };
  },

  friend_delete_all(state, account, { From_Account, DeleteType }, has) {
    const both = DeleteType === 'Delete_Type_Both' || has('delete-all-defaults-to-both');
    for (const friend of [...account.friends]) {
      unfriend(account, friend);
      if (both) unfriend(state.get(friend), From_Account);
    }
    return {};
  },

  group_delete(_, account, { GroupName }, has) {
    if (!GroupName.every((name) => account.lists.has(name))) throw new Refusal(30001);
    for (const name of GroupName) {
      const members = [...(account.lists.get(name) ?? [])];
      account.lists.delete(name);
      if (has('list-deletion-deletes-friends')) for (const member of members) unfriend(account, member);
    }
    if (!has('sequence-does-not-grow')) account.sequence += 1;
    return { CurrentSequence: account.sequence };
  },
};

export function findAccount(state: State, id: string, has: Has): Account {
  const account = state.get(id);
  if (account) return account;
  if (has('unknown-from-account-accepted')) return createAccount();
  throw new Refusal(30003, 'Err_Sns_Invalid_Account');
}
