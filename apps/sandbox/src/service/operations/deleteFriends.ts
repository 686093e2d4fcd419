import type { RequestOf } from '@chat-sns/spec';
import type { Account, FriendPair, Graph } from '../../state/graph.ts';
import {
  type Failure,
  failureOf,
  type ItemFault,
  type Outcome,
  type ResultItem,
  type Rules,
} from './outcome.ts';

/** Deletes one account after the other, so that a duplicate UserID is not a friend the second time. */
export function deleteFriends(
  graph: Graph,
  account: Account,
  { From_Account, To_Account, DeleteType }: RequestOf<'deleteFriends'>,
  rules: Rules,
  fault?: ItemFault,
): Outcome {
  const bothSides = DeleteType === 'Delete_Type_Both';
  const successInfo = rules.resultInfo === 'ok' ? 'OK' : '';
  const pairs: FriendPair[] = [];
  const failed: string[] = [];
  const deleted = new Set<string>();

  const ResultItem = To_Account.map((friend): ResultItem => {
    const failure = fault?.item === friend ? writeItem(friend, fault) : refuseItem(friend);
    if (failure) {
      failed.push(friend);
      return failure;
    }
    deleted.add(friend);
    pairs.push({ From_Account, To_Account: friend });
    if (bothSides && graph.get(friend)?.friends.has(From_Account)) {
      pairs.push({ From_Account: friend, To_Account: From_Account });
    }
    return { To_Account: friend, ResultCode: 0, ResultInfo: successInfo };
  });

  // The forward direction decides: an account that only lists From_Account is not a friend.
  function refuseItem(friend: string): ResultItem | undefined {
    if (account.friends.has(friend) && !deleted.has(friend)) return undefined;
    return writeItem(friend, failureOf(graph.has(friend) ? rules.nonFriend : rules.unknownAccount));
  }

  const withFailed = rules.failAccount === 'on' && failed.length > 0;
  return {
    fields: withFailed ? { ResultItem, Fail_Account: failed } : { ResultItem },
    changes: { pairs },
  };
}

function writeItem(friend: string, { code, info }: Failure): ResultItem {
  return { To_Account: friend, ResultCode: code, ResultInfo: info };
}
