import type { RequestOf } from '@chat-sns/spec';
import { entryOf, type Title } from '../../refusal.ts';
import type { Account, FriendPair, Graph } from '../../state/graph.ts';
import type { Outcome, ResultItem, Rules } from './outcome.ts';

interface Failure {
  readonly code: number;
  readonly info: string;
}

/** Fails the deletion of one friend; of none when it names nobody. */
export interface ItemFault extends Failure {
  readonly item?: string;
}

/** Deletes one account after the other, so that a UserID named twice is not a friend the second time. */
export function deleteFriends(
  graph: Graph,
  mine: Account,
  { From_Account, To_Account, DeleteType }: RequestOf<'deleteFriends'>,
  rules: Rules,
  fault?: ItemFault,
): Outcome {
  const bothSides = DeleteType === 'Delete_Type_Both';
  const successInfo = rules.resultInfo === 'ok' ? 'OK' : '';
  const pairs: FriendPair[] = [];
  const failed: string[] = [];
  const gone = new Set<string>();

  const ResultItem = To_Account.map((friend): ResultItem => {
    const failure = fault?.item === friend ? writeItem(friend, fault) : refuseItem(friend);
    if (failure) {
      failed.push(friend);
      return failure;
    }
    gone.add(friend);
    pairs.push({ From_Account, To_Account: friend });
    if (bothSides && graph.get(friend)?.friends.has(From_Account)) {
      pairs.push({ From_Account: friend, To_Account: From_Account });
    }
    return { To_Account: friend, ResultCode: 0, ResultInfo: successInfo };
  });

  // The forward direction decides: a reverse relation alone does not make a friend.
  function refuseItem(friend: string): ResultItem | undefined {
    if (mine.friends.has(friend) && !gone.has(friend)) return undefined;
    return writeItem(friend, failureOf(graph.has(friend) ? rules.nonFriend : rules.unknownAccount));
  }

  const withFailed = rules.failAccount === 'on' && failed.length > 0;
  return {
    fields: withFailed ? { ResultItem, Fail_Account: failed } : { ResultItem },
    changes: { pairs },
  };
}

function failureOf(title: Title): Failure {
  const { code, info, levels } = entryOf(title);
  // A text known from the top level says nothing about the text for one account.
  const text = levels.includes('request') ? undefined : info?.text;
  return { code, info: text ?? `sandbox: ${title}` };
}

function writeItem(friend: string, { code, info }: Failure): ResultItem {
  return { To_Account: friend, ResultCode: code, ResultInfo: info };
}
