import type { RequestOf } from '@chat-sns/spec';
import { refuse } from '../../refusal.ts';
import { type Account, noChanges } from '../../state/graph.ts';
import type { Outcome, Rules } from './outcome.ts';

/**
 * Deletes lists; their members stay friends. The response has no results for single names, so one missing list fails
 * the whole request unless the rules are lenient: inferred.
 */
export function deleteFriendLists(
  account: Account,
  { From_Account, GroupName }: RequestOf<'deleteFriendLists'>,
  rules: Rules,
): Outcome {
  const missing = GroupName.find((name) => !account.lists.has(name));
  if (missing !== undefined && rules.missingLists === 'strict') {
    refuse('InvalidParameter', `${From_Account} has no list named ${JSON.stringify(missing)}`);
  }
  const names = [...new Set(GroupName)].filter((name) => account.lists.has(name));
  if (names.length === 0) return { fields: { CurrentSequence: account.sequence }, changes: noChanges };

  const sequence = account.sequence + 1;
  return {
    fields: { CurrentSequence: sequence },
    changes: { pairs: [], lists: { account: From_Account, names, sequence } },
  };
}
