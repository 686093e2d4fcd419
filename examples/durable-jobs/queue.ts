// What producer, workers and report share: the queue, and what is in it.
import type { BulkStatus } from '@chat-sns/client/bulk';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';

export interface CleanUp {
  account: string;
  friends: string[];
}

/** What became of one friend, and why, if it was not deleted. */
export type FriendOutcome = [friend: string, status: BulkStatus, reason?: string];

// A new name is a new clean-up, with new jobs for the same accounts: start it when the one before has ended.
const { REDIS_URL = 'redis://127.0.0.1:6379', QUEUE = 'clean-up' } = process.env;

// Workers wait for a Redis that is away, as BullMQ requires.
export const redis = new Redis(REDIS_URL, { maxRetriesPerRequest: null });
export const queue = new Queue<CleanUp, FriendOutcome[]>(QUEUE, { connection: redis });

/** One account has one job. Neither numbers nor colons may be ids of BullMQ, but UserIDs. */
export const createJobId = (account: string) => `account-${encodeURIComponent(account)}`;

export async function disconnect(): Promise<void> {
  await queue.close();
  redis.disconnect();
}
