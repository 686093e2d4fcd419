import type { ChatClient } from '@chat-sns/client';
import {
  type BulkJob,
  type BulkOptions,
  bulkDeleteAllFriends,
  bulkDeleteFriendLists,
  bulkDeleteFriends,
} from '@chat-sns/client/bulk';
import { type OperationId, operations } from '@chat-sns/spec';
import type { Field, Row } from './input.ts';

/** What there is of something, in the words for one and for any other number. */
export type Noun = readonly [one: string, others: string];

/** What the command needs to know about an operation. */
export interface Job {
  id: OperationId;
  /** The fields of an input, the one of a plain line last. */
  fields: readonly Field[];
  /** What it deletes, with a number before it. */
  noun: Noun;
  /** The check of the inputs is the job's own, so that a row can be anything. */
  start(chat: ChatClient, rows: AsyncIterable<Row> | Iterable<Row>, options: BulkOptions): BulkJob<Row>;
}

type Start = Job['start'];

export const jobs = {
  deleteFriends: {
    id: 'deleteFriends',
    fields: ['From_Account', 'DeleteType', 'To_Account'],
    noun: ['friend', 'friends'],
    start: bulkDeleteFriends as unknown as Start,
  },
  deleteAllFriends: {
    id: 'deleteAllFriends',
    fields: ['DeleteType', 'From_Account'],
    noun: ['account with all its friends', 'accounts with all their friends'],
    start: bulkDeleteAllFriends as unknown as Start,
  },
  deleteFriendLists: {
    id: 'deleteFriendLists',
    fields: ['From_Account', 'GroupName'],
    noun: ['friend list', 'friend lists'],
    start: bulkDeleteFriendLists as unknown as Start,
  },
} satisfies { [Id in OperationId]: Job };

/** Requests per second that the service allows for an operation. */
export function allowedRate({ id }: Job): number {
  const { calls, perSeconds } = operations[id];
  return calls / perSeconds;
}
