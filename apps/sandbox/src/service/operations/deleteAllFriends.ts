import type { RequestOf } from '@chat-sns/spec';
import type { Account, FriendPair, Graph } from '../../state/graph.ts';
import type { Outcome } from './outcome.ts';

/**
 * Deletes everyone on the account's own friend list. An account that lists this one without being on its list is left
 * alone, and having no friends is a success: both inferred.
 */
export function deleteAllFriends(
  graph: Graph,
  account: Account,
  { From_Account, DeleteType }: RequestOf<'deleteAllFriends'>,
): Outcome {
  const bothSides = DeleteType === 'Delete_Type_Both';
  const pairs: FriendPair[] = [];
  for (const friend of account.friends.keys()) {
    pairs.push({ From_Account, To_Account: friend });
    if (bothSides && graph.get(friend)?.friends.has(From_Account)) {
      pairs.push({ From_Account: friend, To_Account: From_Account });
    }
  }
  return { fields: {}, changes: { pairs } };
}
