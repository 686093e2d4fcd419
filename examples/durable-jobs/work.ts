// node work.ts
// Works until it is stopped. Start as many as you like, on as many machines as you like.
import { createChatClient } from '@chat-sns/client';
import { type BulkJournal, bulkDeleteFriends } from '@chat-sns/client/bulk';
import { createRedisRateLimiter } from '@chat-sns/client/redis';
import { type Job, Worker } from 'bullmq';
import { type CleanUp, disconnect, type FriendOutcome, queue, redis } from './queue.ts';

const { CHAT_SNS_BASE_URL = '', CHAT_SNS_SDKAPPID = '', CHAT_SNS_SECRET_KEY = '' } = process.env;
const { LOCK_MS = '30000', TIMEOUT_MS = '7000', CONCURRENCY = '20', CALLS = '200' } = process.env;
// A worker that is gone loses its jobs to others after this time.
const lockDuration = Number(LOCK_MS);

const chat = createChatClient({
  baseUrl: CHAT_SNS_BASE_URL,
  sdkAppId: Number(CHAT_SNS_SDKAPPID),
  identifier: 'administrator',
  secretKey: CHAT_SNS_SECRET_KEY,
  rateLimit: createRedisRateLimiter({ client: redis, calls: Number(CALLS) }),
  // Must fit into the lock four times: the wait for the turn, and three attempts (a new signature, the backup host).
  timeoutMs: Number(TIMEOUT_MS),
});

const journalOf = (job: Job) => `${queue.name}:journal:${job.id}`;

/** What was sent for a job and what became of it, so that another worker can go on. */
function openJournal(job: Job, token = ''): BulkJournal {
  return {
    async *read() {
      yield* await redis.lrange(journalOf(job), 0, -1);
    },
    async append(record) {
      // Called before each request. A worker that has lost the job must not send: another one does.
      if (!(await job.extendLock(token, lockDuration))) throw new Error(`another worker has ${job.id}`);
      await redis.rpush(journalOf(job), record);
    },
  };
}

/** Lets the whole queue wait, on all machines. Jobs that are under way go on. */
async function rest(why: string): Promise<void> {
  console.error(`${why}: nothing new is started for a minute`);
  await queue.rateLimit(60_000);
}

async function work(job: Job<CleanUp>, token?: string, signal?: AbortSignal): Promise<FriendOutcome[]> {
  const { account, friends } = job.data;
  const inputs = friends.map((friend) => ({
    From_Account: account,
    To_Account: friend,
    DeleteType: 'Delete_Type_Both' as const,
  }));
  const bulk = bulkDeleteFriends(chat, inputs, {
    journal: openJournal(job, token),
    signal,
    // Long enough for an outage of the service.
    retry: { maxAttempts: Number.POSITIVE_INFINITY, maxElapsedMs: 600_000, maxDelayMs: 30_000 },
  });
  const outcomes: FriendOutcome[] = [];
  for await (const { input, status, reason } of bulk)
    outcomes.push(reason ? [input.To_Account, status, reason.title] : [input.To_Account, status]);
  signal?.throwIfAborted();
  const { stopped, failures } = await bulk.summary;
  if (stopped) {
    // Such as a wrong key: every job would fail with it. This one goes back into the queue.
    await rest(`${stopped.title}, ${stopped.info}`);
    throw Worker.RateLimitError();
  }
  if (failures.DeletionFiltered) await rest('DeletionFiltered');
  return outcomes;
}

const worker = new Worker<CleanUp, FriendOutcome[]>(queue.name, work, {
  connection: redis,
  concurrency: Number(CONCURRENCY),
  lockDuration,
  stalledInterval: lockDuration / 2,
  // However often its worker dies, a job goes on where its journal ends.
  maxStalledCount: Number.MAX_SAFE_INTEGER,
  // Never reached: BullMQ lets a queue rest only if it has a limiter. The client limits the requests.
  limiter: { max: 1_000_000, duration: 1000 },
});
worker.on('lockRenewalFailed', (ids) => {
  for (const id of ids) worker.cancelJob(id, 'the lock was lost');
});
worker.on('completed', (job) => redis.del(journalOf(job)));
worker.on('failed', (job, error) => console.error(job?.id, error.message));
worker.on('error', (error) => console.error(error.message));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => worker.close().then(disconnect));
