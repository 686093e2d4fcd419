import fc from 'fast-check';
import type { AccountState, FriendState } from '../../src/state/state.ts';

export const userIds = ['ann', 'ben', 'cat', 'dan', '10', '@RBT#001', '__proto__'] as const;
export const listNames = ['x', 'y', 'z', '\u4e2d\u6587', 'a\u0000b'] as const;

const subset = <Value>(values: readonly Value[]) => fc.subarray([...values]);

const accountArbitrary = (id: string): fc.Arbitrary<AccountState> =>
  subset(listNames).chain((lists) =>
    fc.record({
      lists: fc.constant(lists),
      sequence: fc.nat(5),
      friends: subset(userIds.filter((friend) => friend !== id)).chain((friends) =>
        fc
          .tuple(...friends.map((friend) => friendArbitrary(lists).map((state) => [friend, state] as const)))
          .map((entries) => Object.fromEntries(entries)),
      ),
    }),
  );

const friendArbitrary = (lists: readonly string[]): fc.Arbitrary<FriendState> =>
  fc.record({ lists: subset(lists), remark: fc.constantFrom('', 'a "note"\u0000'), time: fc.nat(9) });

/** Complete documents with some of a few accounts. */
export const stateArbitrary = subset(userIds).chain((ids) =>
  fc.tuple(...userIds.map((id) => accountArbitrary(id))).map((accounts) => ({
    accounts: Object.fromEntries(ids.map((id) => [id, keepFriends(accounts[userIds.indexOf(id)], ids)])),
  })),
);

function keepFriends(account: AccountState | undefined, ids: readonly string[]): AccountState {
  const friends = Object.entries(account?.friends ?? {}).filter(([friend]) => ids.includes(friend));
  return { ...account, friends: Object.fromEntries(friends) };
}
