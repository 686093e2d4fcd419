import { createJob } from './bulk/job.ts';
import {
  allFriends,
  type BulkDeleteAllFriendsInput,
  type BulkDeleteFriendListsInput,
  type BulkDeleteFriendsInput,
  friendLists,
  friends,
} from './bulk/operations.ts';
import type { BulkJob, BulkOptions } from './bulk/types.ts';
import type { ChatClient } from './client.ts';

export type {
  BulkDeleteAllFriendsInput,
  BulkDeleteFriendListsInput,
  BulkDeleteFriendsInput,
} from './bulk/operations.ts';
export type {
  BulkJob,
  BulkJournal,
  BulkOptions,
  BulkOutcome,
  BulkProgress,
  BulkReason,
  BulkRequestEvent,
  BulkStatus,
  BulkSummary,
} from './bulk/types.ts';
export { limits } from './contract.ts';

type Inputs<Input> = Iterable<Input> | AsyncIterable<Input>;

/**
 * Deletes any number of friends, each input one friend of one account. Requests carry as many friends of an account as the limit allows,
 * two requests of one account are never under way together, and the client's rate limit is kept. Every input that is
 * read has exactly one outcome.
 *
 * @throws {ChatConfigError} at once when an option is invalid. The iteration rejects after all outcomes with what the
 * inputs or the journal failed with; failures of the service are outcomes.
 * @see https://www.tencentcloud.com/document/product/1047/34905
 *
 * @example
 * import { createChatClient } from '@chat-sns/client';
 * import { bulkDeleteFriends } from '@chat-sns/client/bulk';
 *
 * const chat = createChatClient({
 *   region: 'singapore',
 *   sdkAppId: 1400000000,
 *   identifier: 'administrator',
 *   secretKey: process.env.SECRET_KEY ?? '',
 * });
 * const inputs = ['id1', 'id2', 'id3'].map((To_Account) => ({
 *   From_Account: 'id',
 *   To_Account,
 *   DeleteType: 'Delete_Type_Both' as const,
 * }));
 * const job = bulkDeleteFriends(chat, inputs);
 * for await (const { input, status, reason } of job) console.log(input.To_Account, status, reason?.title);
 * const { counts, stopped } = await job.summary;
 * console.log(counts, stopped);
 */
export function bulkDeleteFriends<Input extends BulkDeleteFriendsInput>(
  chat: ChatClient,
  inputs: Inputs<Input>,
  options?: BulkOptions,
): BulkJob<Input> {
  return createJob<Input>(friends, chat, inputs, options);
}

/**
 * Deletes all friends of any number of accounts, each input one account. A request whose response is lost is not repeated
 * unless `retry.retryUnanswered` is set, and its outcome is `unknown`.
 *
 * @throws {ChatConfigError} as {@link bulkDeleteFriends} does.
 * @see https://www.tencentcloud.com/document/product/1047/34906
 */
export function bulkDeleteAllFriends<Input extends BulkDeleteAllFriendsInput>(
  chat: ChatClient,
  inputs: Inputs<Input>,
  options?: BulkOptions,
): BulkJob<Input> {
  return createJob<Input>(allFriends, chat, inputs, options);
}

/**
 * Deletes any number of friend lists, each input one list of one account. Requests carry as many lists of an account as the limit allows.
 * The service has no results for single lists: when it refuses a request of several, each is sent alone.
 *
 * @throws {ChatConfigError} as {@link bulkDeleteFriends} does.
 * @see https://www.tencentcloud.com/document/product/1047/34926
 */
export function bulkDeleteFriendLists<Input extends BulkDeleteFriendListsInput>(
  chat: ChatClient,
  inputs: Inputs<Input>,
  options?: BulkOptions,
): BulkJob<Input> {
  return createJob<Input>(friendLists, chat, inputs, options);
}
