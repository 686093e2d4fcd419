export type { ChatClient, Result, SafeMethods } from './client.ts';
export { createChatClient } from './client.ts';
export type { Clock } from './clock.ts';
export type { OperationId, Region, RetryClass } from './contract.ts';
export type { UserSigSupplier } from './credentials.ts';
export type { ErrorOf, RateLimitTitle, RequestTitle, ResponseTitle } from './errors.ts';
export {
  ChatAbortError,
  ChatApiError,
  ChatConfigError,
  ChatError,
  ChatHttpError,
  ChatNetworkError,
  ChatRateLimitError,
  ChatRequestError,
  ChatResponseError,
  ChatSignError,
  ChatTimeoutError,
} from './errors.ts';
export type { AttemptEvent, Hooks } from './hooks.ts';
export type { RateLimit, RateLimiter } from './limiter.ts';
export { createRateLimiter } from './limiter.ts';
export type { DeleteAllFriendsRequest } from './operations/deleteAllFriends.ts';
export type { DeleteFriendListsRequest } from './operations/deleteFriendLists.ts';
export type { DeleteFriendsRequest } from './operations/deleteFriends.ts';
export type { CallOptions, ChatClientOptions } from './options.ts';
export type {
  DeleteAllFriendsOutcome,
  DeleteFriendListsOutcome,
  DeleteFriendsOutcome,
  FailedAccount,
} from './outcomes.ts';
export type { Random } from './random.ts';
export type { NextAttempt, RetrySettings } from './retry.ts';
export type { Fetch, RawClient } from './transport.ts';
