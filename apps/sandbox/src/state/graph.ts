import type { FriendDeletedEvent } from '@chat-sns/spec';

/** An entry of a friend list. */
export interface Friend {
  readonly remark: string;
  /** Unix seconds. */
  readonly time: number;
}

export interface Account {
  readonly friends: Map<string, Friend>;
  /** Members by list name. The only place where memberships stand, so that dropping a list costs one deletion. */
  readonly lists: Map<string, Set<string>>;
  sequence: number;
}

/** Imported accounts by UserID. A direction of a friendship stands with the account whose list it is in. */
export type Graph = Map<string, Account>;

/** What a friend carries who carries nothing: most do, and a million edges share this one object. */
const bareFriend: Friend = { remark: '', time: 0 };

export function createFriend(remark: string, time: number): Friend {
  return remark === '' && time === 0 ? bareFriend : { remark, time };
}

/** One direction of a friendship: `To_Account` is on the friend list of `From_Account`. */
export type FriendPair = FriendDeletedEvent['PairList'][number];

/** All that one call writes, so that a store can keep it in one transaction. */
export interface Changes {
  /** Directions that end: `To_Account` leaves the friend list of `From_Account`. */
  readonly pairs: readonly FriendPair[];
  readonly lists?: { readonly account: string; readonly names: readonly string[]; readonly sequence: number };
}

export const noChanges: Changes = { pairs: [] };

export function applyChanges(graph: Graph, { pairs, lists }: Changes): void {
  for (const { From_Account, To_Account } of pairs) {
    const account = graph.get(From_Account);
    if (!account) continue;
    account.friends.delete(To_Account);
    for (const members of account.lists.values()) members.delete(To_Account);
  }
  const account = lists && graph.get(lists.account);
  if (!account) return;
  for (const name of lists.names) account.lists.delete(name);
  account.sequence = lists.sequence;
}
