// One process of the rate limit's measurement: makes its calls through clients with default options, retries off, and
// records when each request left.
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { createChatClient } from '@chat-sns/client';
import { bulkDeleteAllFriends } from '@chat-sns/client/bulk';
import { createRedisRateLimiter } from '@chat-sns/client/redis';
import { Redis } from 'ioredis';

export interface Job {
  url: string;
  /** Number of this process, so that the names of its requests are its own. */
  sender: number;
  /** Calls that start at the same moment, for each moment. */
  bursts: number[];
  /** Milliseconds from one burst to the next, counted from the start or from the end of the burst. */
  everyMs?: number;
  idleMs?: number;
  /** Opens the connections before the measurement. */
  warm?: boolean;
  redisPort?: number;
  /** Makes the calls of each burst as one bulk job. */
  bulk?: boolean;
}

export interface Report {
  departures: [id: number, at: number][];
  failures: Record<string, number>;
}

// The clock that all processes of a machine share, and that never steps.
const now = () => Number(process.hrtime.bigint()) / 1e6;

const job: Job = JSON.parse(process.argv[2] ?? '{}');
const departures: Report['departures'] = [];
const failures: Report['failures'] = {};
let id = job.sender * 1_000_000;

const redis = job.redisPort ? new Redis({ port: job.redisPort, host: '127.0.0.1' }) : undefined;
redis?.on('error', () => {});
const rateLimit = redis ? { rateLimit: createRedisRateLimiter({ client: redis }) } : {};
const clients = Array.from({ length: 5 }, () =>
  createChatClient({
    baseUrl: job.url,
    sdkAppId: 1400000000,
    identifier: 'administrator',
    userSig: 'supplied-usersig',
    retry: false,
    timeoutMs: 30_000,
    random: () => ++id,
    fetch: (url, init) => {
      departures.push([Number(new URL(url).searchParams.get('random')), now()]);
      return fetch(url, init);
    },
    ...rateLimit,
  }),
);

async function call(number: number): Promise<void> {
  const client = clients[number % clients.length] as (typeof clients)[number];
  const result = await client.safe.deleteAllFriends({ From_Account: 'id' });
  if (!result.ok) failures[result.error.title] = (failures[result.error.title] ?? 0) + 1;
}

async function runBulk(count: number): Promise<void> {
  const accounts = Array.from({ length: count }, (_, place) => ({
    From_Account: `id${job.sender}-${place}`,
  }));
  const outcomes = bulkDeleteAllFriends(clients[0] as (typeof clients)[number], accounts, { retry: false });
  for await (const { reason } of outcomes)
    if (reason) failures[reason.title] = (failures[reason.title] ?? 0) + 1;
}

const callAtOnce = (count: number) => Promise.all(Array.from({ length: count }, (_, number) => call(number)));

if (job.warm) {
  await callAtOnce(200);
  departures.length = 0;
}
process.send?.('ready');
await once(process, 'message');
const pending: Promise<unknown>[] = [];
for (const count of job.bursts) {
  pending.push(job.bulk ? runBulk(count) : callAtOnce(count));
  if (job.everyMs) await wait(job.everyMs);
  else if (job.idleMs) await Promise.all(pending).then(() => wait(job.idleMs));
}
await Promise.all(pending);
process.send?.({ departures, failures } satisfies Report);
redis?.disconnect();
process.disconnect();
