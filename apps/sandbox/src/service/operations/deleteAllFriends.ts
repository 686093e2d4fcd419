import type { RequestOf } from '@chat-sns/spec';
import type { Account, FriendPair, Graph } from '../../state/graph.ts';
import type { Outcome } from './outcome.ts';

/**
 * Walks the account's own friend list. Who has the account in theirs without being in it stays untouched, and an
 * account without friends is a success: both inferred.
 */
export function deleteAllFriends(
  graph: Graph,
  mine: Account,
  { From_Account, DeleteType }: RequestOf<'deleteAllFriends'>,
): Outcome {
  const bothSides = DeleteType === 'Delete_Type_Both';
  const pairs: FriendPair[] = [];
  for (const friend of mine.friends.keys()) {
    pairs.push({ From_Account, To_Account: friend });
    if (bothSides && graph.get(friend)?.friends.has(From_Account)) {
      pairs.push({ From_Account: friend, To_Account: From_Account });
    }
  }
  return { fields: {}, changes: { pairs } };
}
