import type { FriendDeletedEvent } from '@chat-sns/spec';

/** An entry of a friend list. */
export interface Friend {
  readonly remark: string;
  /** Unix seconds. */
  readonly time: number;
}

export interface Account {
  readonly friends: Map<string, Friend>;
  /** Members by list name. The only place that stores memberships, so that deleting a list is one deletion. */
  readonly lists: Map<string, Set<string>>;
  sequence: number;
}

/** Imported accounts by UserID. Each direction of a friendship is stored with the account on whose list it is. */
export type Graph = Map<string, Account>;

/** A friend without remark and time. Most have neither, and a million of them share this one object. */
const bareFriend: Friend = { remark: '', time: 0 };

export function createFriend(remark: string, time: number): Friend {
  return remark === '' && time === 0 ? bareFriend : { remark, time };
}

/** One direction of a friendship: `To_Account` is on the friend list of `From_Account`. */
export type FriendPair = FriendDeletedEvent['PairList'][number];

/** Everything that one call changes, so that a store can write it in one transaction. */
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
