import type { OkOf, RequestOf } from '../contract.ts';
import type { Envelope } from '../envelope.ts';
import type { CheckFriendsOutcome } from '../outcomes.ts';
import { createRules } from '../request-rules.ts';
import { matchItems, readFailure } from './items.ts';
import type { Operation } from './operation.ts';

/** Accounts to look up on a friend list. */
export type CheckFriendsRequest = RequestOf<'checkFriends'>;

const rules = createRules('checkFriends');

export const checkFriends: Operation<'checkFriends', CheckFriendsRequest> = {
  id: 'checkFriends',
  prepare: (request) => ({
    From_Account: rules.checkUserId(request?.From_Account, 'From_Account'),
    To_Account: rules.checkAccounts(request.To_Account),
    CheckType: rules.checkCheckType(request.CheckType),
  }),
  read({ body }: Envelope, sent): CheckFriendsOutcome {
    const raw = body as OkOf<'checkFriends'>;
    const { counted, unexpected } = matchItems(raw.InfoItem, sent.To_Account);
    const outcome: CheckFriendsOutcome = { relations: {}, failed: [], unanswered: [], unexpected, raw };
    for (const [place, account] of sent.To_Account.entries()) {
      const item = counted[place] as (typeof raw.InfoItem)[number] | undefined;
      if (!item) outcome.unanswered.push(account);
      else if (item.ResultCode === 0) outcome.relations[account] = item.Relation;
      else outcome.failed.push(readFailure(account, item));
    }
    return outcome;
  },
};
