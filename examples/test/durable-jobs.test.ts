// Workers that are killed and frozen, judged by what a server received.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CleanUp } from '../durable-jobs/queue.ts';
import { copyExample, has, paste, readBlocks, startSandbox } from './support/readme.ts';
import { type Received, type Server, startRecorder, startRedis } from './support/servers.ts';

let folder = '';
let cleanUp: () => void;
let workers: ChildProcess[] = [];
beforeEach(() => {
  workers = [];
  const copy = copyExample('durable-jobs');
  folder = copy.folder;
  cleanUp = copy[Symbol.dispose];
});
afterEach(async () => {
  for (const worker of workers) await kill(worker);
  cleanUp();
});

/** The sandbox without a rate limit: the recorder in front of it judges the rate. */
const startService = (flags = '') =>
  startSandbox(`CHAT_SNS_SECRET_KEY=for-the-sandbox chat-sns-sandbox --rate-limit 0 ${flags}`, folder);

function start(env: Record<string, string>): ChildProcess {
  const worker = spawn('node', ['work.ts'], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  workers.push(worker);
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  worker.kill('SIGKILL');
  await once(worker, 'exit');
}

const envOf = (redis: Server, service: Server) => ({
  REDIS_URL: redis.url,
  CHAT_SNS_BASE_URL: service.url,
  CHAT_SNS_SDKAPPID: '1400000000',
  CHAT_SNS_SECRET_KEY: 'for-the-sandbox',
});

async function until(signal: AbortSignal, isReached: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isReached())) await wait(10, undefined, { signal });
}

/** Most requests within any second. */
function findWorstSecond(received: readonly Received[]): number {
  const times = received.map(({ startedAt }) => startedAt).toSorted((a, b) => a - b);
  return Math.max(
    ...times.map((from, first) => {
      const end = times.findIndex((time) => time >= from + 1000);
      return (end < 0 ? times.length : end) - first;
    }),
  );
}

async function readFriends(url: string): Promise<Record<string, string[]>> {
  const { accounts } = (await (await fetch(`${url}/sandbox/state`)).json()) as {
    accounts: Record<string, { friends: object }>;
  };
  return Object.fromEntries(
    Object.entries(accounts).map(([name, { friends }]) => [name, Object.keys(friends)]),
  );
}

describe.runIf(has('redis-server', 'the durable jobs'))('durable jobs', () => {
  test('what the README says works when it is pasted', async () => {
    const [, script = '', printed = ''] = readBlocks('examples/durable-jobs/README.md').map(
      ({ code }) => code,
    );
    await using redis = await startRedis(folder);
    await using sandbox = await startService();
    const pasted = script
      .replace('redis://127.0.0.1:6379', redis.url)
      .replace('http://127.0.0.1:4020', sandbox.url);
    const { code, stdout, stderr } = await paste(pasted, folder);
    expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: printed });
    expect(await readFriends(sandbox.url)).toMatchObject({ alice: ['dave'], bob: [], carol: [] });
  });

  test('a wrong key fails no job: the queue rests, and another worker goes on', async ({ signal }) => {
    writeFileSync(join(folder, 'friends.csv'), 'alice,bob\nalice,carol\nbob,carol\n');
    await using redis = await startRedis(folder);
    await using sandbox = await startService();
    const env = envOf(redis, sandbox);
    const add = () => paste('node add.ts friends.csv', folder, env);
    expect(await add()).toMatchObject({ code: 0 });
    expect(await add()).toMatchObject({ code: 0, stderr: '2 accounts\n' });
    writeFileSync(join(folder, 'friends.csv'), 'alice,dave\n');
    expect(await add()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('alice has a job with other friends'),
    });

    const queue = new Queue('clean-up', { connection: { url: redis.url } });
    const wrong = start({ ...env, CHAT_SNS_SECRET_KEY: 'another-key' });
    await until(
      signal,
      async () => (await queue.getRateLimitTtl()) > 1000 && (await queue.getActiveCount()) === 0,
    );
    await kill(wrong);
    expect(await queue.getJobCounts('waiting', 'failed', 'completed')).toEqual({
      waiting: 2,
      failed: 0,
      completed: 0,
    });
    await queue.removeRateLimitKey();
    start(env);
    await until(signal, async () => (await queue.getCompletedCount()) === 2);
    await queue.close();
    expect(await readFriends(sandbox.url)).toMatchObject({ alice: ['dave'], bob: [], carol: [] });
  });

  test('a filtered deletion is an outcome, and lets the queue rest', async ({ signal }) => {
    writeFileSync(join(folder, 'friends.csv'), 'alice,bob\n');
    await using redis = await startRedis(folder);
    await using sandbox = await startService();
    const env = envOf(redis, sandbox);
    const fault = JSON.stringify({ kind: 'code', code: 31707 });
    await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: fault });
    await paste('node add.ts friends.csv', folder, env);
    start(env);
    const queue = new Queue('clean-up', { connection: { url: redis.url } });
    await until(signal, async () => (await queue.getCompletedCount()) === 1);
    // Beyond the second of the limiter that BullMQ requires.
    expect(await queue.getRateLimitTtl()).toBeGreaterThan(1000);
    await queue.close();
    const { stdout } = await paste('node report.ts', folder, env);
    expect(stdout).toBe('alice,bob,failed,DeletionFiltered\n');
  });

  // About 25 seconds on a machine that does nothing else.
  test('four workers, of which two are killed and one freezes, leave nothing out and never overlap', {
    timeout: 180_000,
  }, async ({ signal }) => {
    const names = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, place) => prefix + place);
    const friendNames = names('f', 1100);
    // Some accounts need two requests, the others one.
    const friendsOf = Object.fromEntries(
      names('a', 600).map((name, place) => [name, friendNames.slice(0, place % 60 === 0 ? 1100 : 3)]),
    );
    const state = {
      accounts: Object.fromEntries([
        ...friendNames.map((name) => [name, {}]),
        ...Object.entries(friendsOf).map(([name, friends]) => [
          name,
          { friends: Object.fromEntries(friends.map((friend) => [friend, {}])) },
        ]),
      ]),
    };
    writeFileSync(join(folder, 'state.json'), JSON.stringify(state));
    const pairs = Object.entries(friendsOf).flatMap(([name, friends]) =>
      friends.map((one) => `${name},${one}`),
    );
    writeFileSync(join(folder, 'friends.csv'), pairs.join('\n'));

    await using redis = await startRedis(folder);
    await using sandbox = await startService('--state state.json');
    const received: Received[] = [];
    await using recorder = await startRecorder(sandbox.url, received);
    const env = {
      ...envOf(redis, recorder),
      // One attempt without a backup host: twice is enough, and a busy machine needs the third.
      LOCK_MS: '9000',
      TIMEOUT_MS: '3000',
      CONCURRENCY: '10',
      // Less than a busy machine sends without a limit.
      CALLS: '50',
    };
    expect(await paste('node add.ts friends.csv', folder, env)).toMatchObject({
      code: 0,
      stderr: '600 accounts\n',
    });

    const [first, second, third] = [start(env), start(env), start(env), start(env)];
    await until(signal, () => received.length >= 60);
    await kill(first as ChildProcess);
    await until(signal, () => received.length >= 120);
    await kill(second as ChildProcess);
    await until(signal, () => received.length >= 180);
    // It loses its jobs, and wakes up when others have them.
    third?.kill('SIGSTOP');
    await wait(17_000, undefined, { signal });
    const queue = new Queue<CleanUp>('clean-up', { connection: { url: redis.url } });
    const done = new Set((await queue.getJobs('completed')).map(({ data }) => data.account));
    const before = received.length;
    third?.kill('SIGCONT');
    await until(signal, async () => (await queue.getJobCountByTypes('completed', 'failed')) === 600);
    await queue.close();
    third?.kill('SIGTERM');
    await once(third as ChildProcess, 'exit');
    expect(received.slice(before).filter(({ account }) => done.has(account))).toEqual([]);

    const report = await paste('node report.ts', folder, env);
    expect(report).toMatchObject({ code: 0, stderr: expect.stringContaining('"completed":600') });
    const outcomes = report.stdout
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const reported = outcomes.map(([account, friend]) => `${account},${friend}`);
    expect(reported.length).toBe(pairs.length);
    expect(new Set(reported)).toEqual(new Set(pairs));
    // What was carried out without a recorded response is gone, everything else is deleted.
    const gone = outcomes.filter(([, , status]) => status === 'gone').length;
    expect(outcomes.filter(([, , status]) => status === 'deleted')).toHaveLength(pairs.length - gone);
    const sent = received.flatMap(({ account, friends }) => friends.map((friend) => `${account},${friend}`));
    expect(gone).toBeLessThanOrEqual(sent.length - new Set(sent).size);

    const left = await readFriends(sandbox.url);
    expect(Object.keys(friendsOf).filter((name) => left[name]?.length !== 0)).toEqual([]);
    const endOf = new Map<string, number>();
    const overlapping = received.filter(({ account, startedAt, endedAt }) => {
      const isEarly = startedAt < (endOf.get(account) ?? 0);
      endOf.set(account, endedAt);
      return isEarly;
    });
    expect(overlapping).toEqual([]);
    // Half as many again: a busy machine delivers late.
    expect(findWorstSecond(received)).toBeLessThanOrEqual(75);
  });
});
