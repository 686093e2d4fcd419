import { findError, isDone, type OkOf, type RequestOf } from '../contract.ts';
import { type Envelope, isRecord } from '../envelope.ts';
import { createRules } from '../request-rules.ts';
import type { Operation } from './operation.ts';

/** Accounts to remove from a friend list. `DeleteType` is required: no page states a default, and nothing can be undone. */
export type DeleteFriendsRequest = RequestOf<'deleteFriends'> &
  Required<Pick<RequestOf<'deleteFriends'>, 'DeleteType'>>;

/** An account that was not deleted. */
export interface FailedAccount {
  account: string;
  /** The vendor's number for this account. */
  code: number;
  /** Name of the number in the catalogue, `Unknown` when it is not there. */
  title: string;
  /** The vendor's text. */
  info: string;
  /** Whether the same deletion can succeed later without anybody changing anything. */
  retryable: boolean;
}

/**
 * What became of every account. Each account of the request is in exactly one of the first four lists, in the order of
 * the request; an account that the request names twice counts once.
 */
export interface DeleteFriendsOutcome {
  /** Accounts that were deleted. */
  deleted: string[];
  /** Accounts that were no friends, so that the goal state was already there. */
  notFriends: string[];
  /** Accounts that the service refused to delete, each with its reason. */
  failed: FailedAccount[];
  /** Accounts that were sent and that the answer does not mention. */
  unanswered: string[];
  /** Items of the answer that belong to no account of the request, repeat one or cannot be read. */
  unexpected: unknown[];
  /** The answer as it came, fields that the contract does not know included. */
  raw: OkOf<'deleteFriends'>;
}

const rules = createRules('deleteFriends');

export const deleteFriends: Operation<'deleteFriends', DeleteFriendsRequest, DeleteFriendsOutcome> = {
  id: 'deleteFriends',
  // A repetition finds the friends gone and answers that they are no friends.
  repeatsUnanswered: true,
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
    else outcome.failed.push(describeFailure(account, item));
  }
  return outcome;
}

interface Item {
  To_Account?: unknown;
  ResultCode: number;
  ResultInfo?: unknown;
}

/** Items are matched by account and not by position. Where items contradict each other, the worse one counts. */
function matchItems(items: unknown, accounts: Set<unknown>) {
  const counted = new Map<unknown, Item>();
  const unexpected: unknown[] = [];
  for (const item of Array.isArray(items) ? items : []) {
    if (!isItem(item) || !accounts.has(item.To_Account)) {
      unexpected.push(item);
      continue;
    }
    const earlier = counted.get(item.To_Account);
    const isWorse = !earlier || severity(item) > severity(earlier);
    if (isWorse) counted.set(item.To_Account, item);
    if (earlier) unexpected.push(isWorse ? earlier : item);
  }
  return { counted, unexpected };
}

const severity = ({ ResultCode: code }: Item) => (code === 0 ? 0 : isDone(code) ? 1 : 2);

const isItem = (item: unknown): item is Item => isRecord(item) && Number.isInteger(item.ResultCode);

function describeFailure(account: string, { ResultCode: code, ResultInfo: info }: Item): FailedAccount {
  const { title, retry } = findError(code);
  const retryable = retry !== 'never' && retry !== 're-sign';
  return { account, code, title, info: typeof info === 'string' ? info : '', retryable };
}
