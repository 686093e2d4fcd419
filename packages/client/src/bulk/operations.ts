import type { ChatClient } from '../client.ts';
import { findError, limits, type OperationId } from '../contract.ts';
import type { ChatError } from '../errors.ts';
import type { DeleteAllFriendsRequest } from '../operations/deleteAllFriends.ts';
import type { DeleteFriendsRequest } from '../operations/deleteFriends.ts';
import type { CallOptions } from '../options.ts';
import type { DeleteFriendsOutcome } from '../outcomes.ts';
import { createRules } from '../request-rules.ts';
import type { BulkReason } from './types.ts';

/** One friend to delete. Fields of your own, such as the row it came from, come back with the outcome. */
export type BulkDeleteFriendsInput = Omit<DeleteFriendsRequest, 'To_Account'> & { To_Account: string };
/** One account whose friends are all deleted, one-way unless `DeleteType` says otherwise. */
export type BulkDeleteAllFriendsInput = DeleteAllFriendsRequest;
/** One friend list to delete. */
export interface BulkDeleteFriendListsInput {
  From_Account: string;
  GroupName: string;
}

/** How an input is named in a request: whose it is, in what mode, and which one. */
export interface Address {
  account: string;
  mode: string;
  item: string;
}

/** What a response says about one input. `carriedOut` is of this attempt. */
type ItemResult =
  | { status: 'deleted' | 'notFriend' }
  | {
      status: 'refused';
      failure: Pick<ChatError, 'retry' | 'carriedOut' | 'retryAfterMs'>;
      reason: BulkReason;
    };

/** What became of a request: the result of each input, and the error of the request as a whole. */
export interface RequestResult {
  read(item: string): ItemResult;
  error: ChatError | undefined;
}

/** What a job needs to know about an operation. */
export interface BulkOperation<Input> {
  id: OperationId;
  /** Most inputs of a request. */
  most: number;
  /** Whether a refused request of several inputs is repeated input by input, since it does not say which one it meant. */
  isSplit: boolean;
  /** @throws {ChatRequestError} */
  address(input: Input): Address;
  send(chat: ChatClient, first: Address, items: string[], options: CallOptions): Promise<RequestResult>;
}

const deleted: ItemResult = { status: 'deleted' };
const notFriend: ItemResult = { status: 'notFriend' };
const unanswered: ItemResult = {
  status: 'refused',
  failure: { retry: 'unanswered', carriedOut: 'unknown', retryAfterMs: undefined },
  reason: {
    code: undefined,
    title: 'Unanswered',
    info: 'the response does not mention this account',
    retryable: true,
  },
};

export function explain({ code, title, info, retryable }: ChatError): BulkReason {
  return { code, title, info, retryable };
}

const refuse = (error: ChatError): ItemResult => ({
  status: 'refused',
  failure: error,
  reason: explain(error),
});

/** The results of single accounts, by account. An account that a refused request does not mention shares its failure. */
function readAccounts(
  outcome: DeleteFriendsOutcome,
  asked: number,
  rest: ItemResult,
): (account: string) => ItemResult {
  if (outcome.deleted.length === asked) return () => deleted;
  const results = new Map<string, ItemResult>();
  for (const account of outcome.deleted) results.set(account, deleted);
  for (const account of outcome.notFriends) results.set(account, notFriend);
  for (const { account, ...reason } of outcome.failed) {
    const { retry, carriedOut } = findError(reason.code);
    results.set(account, {
      status: 'refused',
      failure: { retry, carriedOut, retryAfterMs: undefined },
      reason,
    });
  }
  return (account) => results.get(account) ?? rest;
}

const friendRules = createRules('deleteFriends');
const allRules = createRules('deleteAllFriends');
const listRules = createRules('deleteFriendLists');

export const friends: BulkOperation<BulkDeleteFriendsInput> = {
  id: 'deleteFriends',
  most: limits.accountsPerRequest,
  isSplit: false,
  address: (input) => ({
    account: friendRules.checkUserId(input?.From_Account, 'From_Account'),
    mode: friendRules.checkDeleteType(input.DeleteType),
    item: friendRules.checkUserId(input.To_Account, 'To_Account'),
  }),
  async send(chat, { account, mode }, items, options) {
    const request = { From_Account: account, To_Account: items, DeleteType: mode } as DeleteFriendsRequest;
    const result = await chat.safe.deleteFriends(request, options);
    if (result.ok) return { read: readAccounts(result.value, items.length, unanswered), error: undefined };
    const { error } = result;
    const rest = refuse(error);
    const outcome = 'outcome' in error ? error.outcome : undefined;
    return { read: outcome ? readAccounts(outcome, items.length, rest) : () => rest, error };
  },
};

export const allFriends: BulkOperation<BulkDeleteAllFriendsInput> = {
  id: 'deleteAllFriends',
  most: 1,
  isSplit: false,
  address: (input) => ({
    account: allRules.checkUserId(input?.From_Account, 'From_Account'),
    mode: allRules.checkDeleteType(input.DeleteType ?? 'Delete_Type_Single'),
    item: '',
  }),
  async send(chat, { account, mode }, _items, options) {
    const request = { From_Account: account, DeleteType: mode } as DeleteAllFriendsRequest;
    return readWhole(await chat.safe.deleteAllFriends(request, options));
  },
};

export const friendLists: BulkOperation<BulkDeleteFriendListsInput> = {
  id: 'deleteFriendLists',
  most: limits.listsPerRequest,
  isSplit: true,
  address: (input) => ({
    account: listRules.checkUserId(input?.From_Account, 'From_Account'),
    mode: '',
    item: listRules.checkListName(input.GroupName, 'GroupName'),
  }),
  async send(chat, { account }, items, options) {
    return readWhole(await chat.safe.deleteFriendLists({ From_Account: account, GroupName: items }, options));
  },
};

function readWhole(result: { ok: true } | { ok: false; error: ChatError }): RequestResult {
  const whole = result.ok ? deleted : refuse(result.error);
  return { read: () => whole, error: result.ok ? undefined : result.error };
}
