import { findError, isDone, type OkOf, type RequestOf } from '../contract.ts';
import { type Envelope, isRecord } from '../envelope.ts';
import type { DeleteFriendsOutcome, FailedAccount } from '../outcomes.ts';
import { createRules } from '../request-rules.ts';
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
  const { counted, unexpected } = matchItems(body.ResultItem, new Set(sent.To_Account));
  const outcome: DeleteFriendsOutcome = {
    deleted: [],
    notFriends: [],
    failed: [],
    unanswered: [],
    unexpected,
    raw: body as OkOf<'deleteFriends'>,
  };
  for (const account of sent.To_Account) {
    const item = counted.get(account);
    if (!item) outcome.unanswered.push(account);
    else if (item.ResultCode === 0) outcome.deleted.push(account);
    else if (isDone(item.ResultCode)) outcome.notFriends.push(account);
    else outcome.failed.push(readFailure(account, item));
  }
  return outcome;
}

interface Item {
  To_Account?: unknown;
  ResultCode: number;
  ResultInfo?: unknown;
}

/** Matches items by account and not by position. Where items contradict each other, the worse one counts. */
function matchItems(items: unknown, accounts: Set<unknown>) {
  const counted = new Map<unknown, Item>();
  const unexpected: unknown[] = [];
  for (const item of Array.isArray(items) ? items : []) {
    if (!isItem(item) || !accounts.has(item.To_Account)) {
      unexpected.push(item);
      continue;
    }
    const earlier = counted.get(item.To_Account);
    const isWorse = !earlier || rankSeverity(item) > rankSeverity(earlier);
    if (isWorse) counted.set(item.To_Account, item);
    if (earlier) unexpected.push(isWorse ? earlier : item);
  }
  return { counted, unexpected };
}

const rankSeverity = ({ ResultCode: code }: Item) => (code === 0 ? 0 : isDone(code) ? 1 : 2);

const isItem = (item: unknown): item is Item => isRecord(item) && Number.isInteger(item.ResultCode);

function readFailure(account: string, { ResultCode: code, ResultInfo: info }: Item): FailedAccount {
  const { title, retry } = findError(code);
  const retryable = retry !== 'never' && retry !== 're-sign';
  return { account, code, title, info: typeof info === 'string' ? info : '', retryable };
}
