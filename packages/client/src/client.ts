import { createCall } from './call.ts';
import type { OperationId } from './contract.ts';
import { ChatError, type ErrorOf } from './errors.ts';
import { type DeleteAllFriendsRequest, deleteAllFriends } from './operations/deleteAllFriends.ts';
import { type DeleteFriendListsRequest, deleteFriendLists } from './operations/deleteFriendLists.ts';
import { type DeleteFriendsRequest, deleteFriends } from './operations/deleteFriends.ts';
import { type CallOptions, type ChatClientOptions, completeOptions } from './options.ts';
import type {
  DeleteAllFriendsOutcome,
  DeleteFriendListsOutcome,
  DeleteFriendsOutcome,
  OutcomeOf,
} from './outcomes.ts';
import { createRaw } from './raw.ts';
import type { RawClient } from './transport.ts';

/** What a method under `safe` resolves to. It never rejects with an error that {@link ErrorOf} names. */
export type Result<Value, Failure> = { ok: true; value: Value } | { ok: false; error: Failure };

type SafeMethod<Id extends OperationId, Request> = (
  request: Request,
  options?: CallOptions,
) => Promise<Result<OutcomeOf<Id>, ErrorOf<Id>>>;

/** The operations as methods that return failures instead of throwing them. */
export interface SafeMethods {
  /** {@link ChatClient.deleteFriends}, with failures as values. */
  deleteFriends: SafeMethod<'deleteFriends', DeleteFriendsRequest>;
  /** {@link ChatClient.deleteAllFriends}, with failures as values. */
  deleteAllFriends: SafeMethod<'deleteAllFriends', DeleteAllFriendsRequest>;
  /** {@link ChatClient.deleteFriendLists}, with failures as values. */
  deleteFriendLists: SafeMethod<'deleteFriendLists', DeleteFriendListsRequest>;
}

/** The three operations. Every failure rejects with a {@link ChatError}. */
export interface ChatClient {
  /**
   * Deletes 1 to 1000 friends of an account. Also resolves when some accounts could not be deleted: they are in
   * `failed` and `unanswered`.
   *
   * @throws {ChatError} one of {@link ErrorOf}, when the request as a whole failed.
   * @see https://www.tencentcloud.com/document/product/1047/34905
   *
   * @example
   * const { deleted, notFriends, failed, unanswered } = await chat.deleteFriends({
   *   From_Account: 'id',
   *   To_Account: ['id1', 'id2', 'id3'],
   *   DeleteType: 'Delete_Type_Both',
   * });
   * console.log(deleted, notFriends, failed, unanswered);
   */
  deleteFriends(request: DeleteFriendsRequest, options?: CallOptions): Promise<DeleteFriendsOutcome>;

  /**
   * Deletes all friends of an account, one-way unless `DeleteType` says otherwise. It is not retried after a timeout or
   * a broken connection unless `retry.retryUnanswered` is set: the API has no idempotency key, and a second request
   * would delete a friend who was added in between.
   *
   * @throws {ChatError} one of {@link ErrorOf}.
   * @see https://www.tencentcloud.com/document/product/1047/34906
   *
   * @example
   * await chat.deleteAllFriends({ From_Account: 'id', DeleteType: 'Delete_Type_Single' });
   */
  deleteAllFriends(request: DeleteAllFriendsRequest, options?: CallOptions): Promise<DeleteAllFriendsOutcome>;

  /**
   * Deletes 1 to 32 friend lists of an account by name, 1 to 30 bytes of UTF-8 each. The friends in them stay friends
   * (inferred).
   *
   * @throws {ChatError} one of {@link ErrorOf}.
   * @see https://www.tencentcloud.com/document/product/1047/34926
   *
   * @example
   * const { sequence } = await chat.deleteFriendLists({ From_Account: 'id', GroupName: ['group1', 'group2'] });
   * console.log(sequence);
   */
  deleteFriendLists(
    request: DeleteFriendListsRequest,
    options?: CallOptions,
  ): Promise<DeleteFriendListsOutcome>;

  /**
   * The same methods, returning failures instead of throwing them.
   *
   * @example
   * const result = await chat.safe.deleteFriendLists({ From_Account: 'id', GroupName: ['group1'] });
   * if (result.ok) console.log(result.value.sequence);
   * else console.error(result.error.title);
   */
  readonly safe: SafeMethods;

  /**
   * The typed openapi-fetch client: signed, with time limit and size limit, but without checks, retries or rate limit.
   * It makes the whole query, so you pass the body alone. It resolves also when the response says FAIL.
   *
   * @example
   * const { data } = await chat.raw.POST('/v4/sns/friend_delete_all', {
   *   body: { From_Account: 'id' },
   * });
   * console.log(data?.ActionStatus, data?.ErrorCode);
   */
  readonly raw: RawClient;
}

/**
 * Creates a client for one app and one administrator.
 *
 * @throws {ChatConfigError} when an option is missing or invalid.
 *
 * @example
 * import { createChatClient } from '@chat-sns/client';
 *
 * const chat = createChatClient({
 *   region: 'singapore',
 *   sdkAppId: 1400000000,
 *   identifier: 'administrator',
 *   secretKey: process.env.SECRET_KEY ?? '',
 * });
 * await chat.deleteAllFriends({ From_Account: 'id' });
 */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const settings = completeOptions(options);
  const methods = {
    deleteFriends: createCall(settings, deleteFriends),
    deleteAllFriends: createCall(settings, deleteAllFriends),
    deleteFriendLists: createCall(settings, deleteFriendLists),
  };
  const safe = {
    deleteFriends: makeSafe(methods.deleteFriends),
    deleteAllFriends: makeSafe(methods.deleteAllFriends),
    deleteFriendLists: makeSafe(methods.deleteFriendLists),
  };
  // A call fails with nothing outside ErrorOf; the test over the whole catalogue proves it.
  return { ...methods, safe: safe as SafeMethods, raw: createRaw(settings) };
}

function makeSafe<Request, Outcome>(method: (request: Request, options?: CallOptions) => Promise<Outcome>) {
  return async (request: Request, options?: CallOptions): Promise<Result<Outcome, ChatError>> => {
    try {
      return { ok: true, value: await method(request, options) };
    } catch (error) {
      if (error instanceof ChatError) return { ok: false, error };
      throw error;
    }
  };
}
