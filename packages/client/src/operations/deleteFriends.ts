import { isDone, type OkOf, type RequestOf } from '../contract.ts';
import type { Envelope } from '../envelope.ts';
import type { DeleteFriendsOutcome } from '../outcomes.ts';
import { createRules } from '../request-rules.ts';
import { matchItems, readFailure } from './items.ts';
import type { Operation } from './operation.ts';

/**
 * Accounts to remove from a friend list. `DeleteType` is required: no page states a default, and nothing can be undone.
 */
export type DeleteFriendsRequest = RequestOf<'deleteFriends'> &
  Required<Pick<RequestOf<'deleteFriends'>, 'DeleteType'>>;

const rules = createRules('deleteFriends');

export const deleteFriends: Operation<'deleteFriends', DeleteFriendsRequest> = {
  id: 'deleteFriends',
  prepare: (request) => ({
    From_Account: rules.checkUserId(request?.From_Account, 'From_Account'),
    To_Account: rules.checkAccounts(request.To_Account),
    DeleteType: rules.checkDeleteType(request.DeleteType),
  }),
  read: sortItems,
  readFailed: (envelope, sent) =>
    Array.isArray(envelope.body.ResultItem) ? sortItems(envelope, sent) : undefined,
};

function sortItems({ body }: Envelope, sent: RequestOf<'deleteFriends'>): DeleteFriendsOutcome {
  const { counted, unexpected } = matchItems(body.ResultItem, sent.To_Account);
  const outcome: DeleteFriendsOutcome = {
    deleted: [],
    notFriends: [],
    failed: [],
    unanswered: [],
    unexpected,
    raw: body as OkOf<'deleteFriends'>,
  };
  for (const [place, account] of sent.To_Account.entries()) {
    const item = counted[place];
    if (!item) outcome.unanswered.push(account);
    else if (item.ResultCode === 0) outcome.deleted.push(account);
    else if (isDone(item.ResultCode)) outcome.notFriends.push(account);
    else outcome.failed.push(readFailure(account, item));
  }
  return outcome;
}
