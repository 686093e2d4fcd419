import type { RequestOf } from '@chat-sns/spec';
import { type Account, type Graph, noChanges } from '../../state/graph.ts';
import { failureOf, type InfoItem, type ItemFault, type Outcome, type Rules } from './outcome.ts';

/** Looks each account up and changes nothing. An account that was never imported fails: inferred. */
export function checkFriends(
  graph: Graph,
  account: Account,
  { From_Account, To_Account, CheckType }: RequestOf<'checkFriends'>,
  rules: Rules,
  fault?: ItemFault,
): Outcome {
  const InfoItem = To_Account.map((friend): InfoItem => {
    const unknown = graph.has(friend) ? undefined : failureOf(rules.unknownAccount);
    const failure = fault?.item === friend ? fault : unknown;
    return {
      To_Account: friend,
      Relation: failure ? 'CheckResult_Type_NoRelation' : relationTo(friend),
      ResultCode: failure?.code ?? 0,
      ResultInfo: failure?.info ?? '',
    };
  });

  function relationTo(friend: string): InfoItem['Relation'] {
    const forward = account.friends.has(friend);
    const reverse = CheckType === 'CheckResult_Type_Both' && graph.get(friend)?.friends.has(From_Account);
    if (forward) return reverse ? 'CheckResult_Type_BothWay' : 'CheckResult_Type_AWithB';
    return reverse ? 'CheckResult_Type_BWithA' : 'CheckResult_Type_NoRelation';
  }

  const failed = InfoItem.filter(({ ResultCode }) => ResultCode !== 0).map((item) => item.To_Account);
  return {
    fields: failed.length > 0 ? { InfoItem, Fail_Account: failed } : { InfoItem },
    changes: noChanges,
  };
}
