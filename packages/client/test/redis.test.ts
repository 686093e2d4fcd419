import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createChatClient } from '@chat-sns/client';
import { createRedisRateLimiter, type RedisRateLimiterOptions } from '@chat-sns/client/redis';
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { describe, expect, test } from 'vitest';
import { app, copyRequest, userSig } from './support/chat.ts';
import { hasRedis, startRedis } from './support/redis-server.ts';

/** A client of one of the packages, closed with the test. */
async function connect(url: string, name: 'ioredis' | 'redis' = 'ioredis') {
  if (name === 'redis') {
    const client = await createClient({ url }).connect();
    return { client, useRedisPackage: true, [Symbol.dispose]: () => client.destroy() };
  }
  const client = new Redis(url);
  client.on('error', () => {});
  return { client, [Symbol.dispose]: () => client.disconnect() };
}

const slow = { calls: 1, perSeconds: 60 };
const interval = (60_000 + 60) * 1000;

describe.runIf(hasRedis('the Redis rate limiter'))('the Redis rate limiter', () => {
  test('is shared by several processes, in every period', async () => {
    await using redis = await startRedis();
    const worker = fileURLToPath(new URL('support/redis-worker.ts', import.meta.url));
    const outputs = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const child = spawn(process.execPath, [worker, String(redis.port)], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        let text = '';
        for await (const chunk of child.stdout) text += chunk;
        return text;
      }),
    );
    const starts = outputs
      .flatMap((text) => JSON.parse(text) as number[])
      .toSorted((left, right) => left - right);
    expect(starts).toHaveLength(90);
    // 20 calls in each second, with a margin for late replies on a busy machine.
    for (const [index, start] of starts.entries()) {
      const later = starts[index + 20];
      if (later !== undefined) expect(later - start).toBeGreaterThan(700);
    }
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeLessThan(20_000);
  });

  test.each(['ioredis', 'redis'] as const)(
    'works with the package %s: each app and operation has its own rate limit, and a signal ends the wait',
    async (name) => {
      await using redis = await startRedis();
      using connection = await connect(redis.url, name);
      const limiter = createRedisRateLimiter({ ...connection, ...slow, prefix: 'test' });
      await limiter.acquire('1:deleteFriends');
      await limiter.acquire('2:deleteFriends');
      const wait = limiter.acquire('1:deleteFriends', AbortSignal.timeout(50));
      await expect(wait).rejects.toMatchObject({ name: 'TimeoutError' });
      using other = await connect(redis.url);
      expect((await (other.client as Redis).keys('*')).toSorted()).toEqual([
        'test:1:deleteFriends',
        'test:2:deleteFriends',
      ]);
      // The state outlives every wait, and no more.
      const ttl = await (other.client as Redis).pttl('test:1:deleteFriends');
      expect(ttl).toBeGreaterThan(600_000);
      expect(ttl).toBeLessThanOrEqual(660_060);
    },
  );

  test('spaces the documented rate by default, after a pause too', async () => {
    await using redis = await startRedis();
    using connection = await connect(redis.url);
    const limiter = createRedisRateLimiter(connection);
    const readDue = async () => Number(await (connection.client as Redis).hget('chat-sns:key', 'due'));
    await limiter.acquire('key');
    const first = await readDue();
    await limiter.acquire('key');
    expect((await readDue()) - first).toBeGreaterThanOrEqual(5300);
    await setTimeout(50);
    const paused = await readDue();
    await Promise.all(Array.from({ length: 10 }, () => limiter.acquire('key')));
    // Redis is asked when a permit is due, and not before.
    const stats = await (connection.client as Redis).info('commandstats');
    expect(Number(/cmdstat_eval:calls=(\d+)/.exec(stats)?.[1])).toBeLessThan(18);
    expect((await readDue()) - paused).toBeGreaterThan(10 * 5300);
  });

  test('gets back the permit of a caller who gave up while Redis granted it', async () => {
    await using redis = await startRedis();
    using connection = await connect(redis.url);
    const limiter = createRedisRateLimiter({ ...connection, ...slow });
    await (connection.client as Redis).ping();
    const controller = new AbortController();
    const wait = limiter.acquire('key', controller.signal);
    controller.abort('gave up');
    await expect(wait).rejects.toBe('gave up');
    // Redis replies in order: after this, the permit was granted, and given back after that.
    await (connection.client as Redis).ping();
    await (connection.client as Redis).ping();
    await limiter.acquire('key', AbortSignal.timeout(20_000));
  });

  test('keeps a permit that another call took meanwhile', async () => {
    await using redis = await startRedis();
    using connection = await connect(redis.url);
    const limiter = createRedisRateLimiter({ ...connection, calls: 1, perSeconds: 60 });
    await limiter.acquire('key');
    const client = connection.client as Redis;
    const due = Number(await client.hget('chat-sns:key', 'due'));
    await client.hset('chat-sns:key', 'due', 0);
    const controller = new AbortController();
    const late = createRedisRateLimiter({ client: replyLate(client), ...slow });
    const wait = late.acquire('key', controller.signal);
    controller.abort();
    await expect(wait).rejects.toMatchObject({ name: 'AbortError' });
    await setTimeout(20);
    await client.hset('chat-sns:key', 'due', due + 1);
    await setTimeout(100);
    expect(Number(await client.hget('chat-sns:key', 'due'))).toBe(due + 1);
  });

  test('lets no call wait for more than an interval when the clock of Redis steps back', async () => {
    await using redis = await startRedis();
    using connection = await connect(redis.url);
    const client = connection.client as Redis;
    const [seconds] = await client.time();
    const inAnHour = (Number(seconds) + 3600) * 1e6;
    await client.hset('chat-sns:key', { due: inAnHour, slowness: 2, slowedAt: inAnHour });
    await createRedisRateLimiter(connection).acquire('key', AbortSignal.timeout(20_000));
    for (const name of ['due', 'slowedAt']) {
      expect(Number(await client.hget('chat-sns:key', name))).toBeLessThan(inAnHour - 3_000_000_000);
    }
  });

  test('is slowed down for all processes, once for each period, and recovers', async () => {
    await using redis = await startRedis();
    using connection = await connect(redis.url);
    using another = await connect(redis.url, 'redis');
    const client = connection.client as Redis;
    const [first, second] = [connection, another].map((each) => createRedisRateLimiter({ ...each, ...slow }));
    await first?.acquire('key');
    const readState = () => client.hmget('chat-sns:key', 'slowness', 'slowedAt');
    first?.slowDown?.('key');
    second?.slowDown?.('key');
    await expect.poll(async () => (await readState())[0]).toBe('2');
    const [, slowedAt] = await readState();
    const startAgain = { due: 0, slowedAt: Number(slowedAt) - 60_000_000 };
    await client.hset('chat-sns:key', startAgain);
    second?.slowDown?.('key');
    await expect.poll(async () => (await readState())[0]).toBe('4');
    await second?.acquire('key');
    const due = Number(await client.hget('chat-sns:key', 'due'));
    expect(due - Number(slowedAt)).toBeGreaterThan(4 * (interval - 10_000) - 1);
    // Twenty periods later, both halvings are over.
    await client.hset('chat-sns:key', { due: 0, slowedAt: Number(slowedAt) - 1_200_000_000 });
    await createRedisRateLimiter({ ...connection, ...slow }).acquire('key', AbortSignal.timeout(20_000));
    expect((await readState())[0]).toBe('1');
  });

  test.each(['ioredis', 'redis'] as const)(
    'goes on after Redis restarts, with the package %s',
    async (name) => {
      await using redis = await startRedis();
      using connection = await connect(redis.url, name);
      connection.client.on('error', () => {});
      const limiter = createRedisRateLimiter(connection);
      await limiter.acquire('key');
      await redis.stop();
      const waits = Array.from({ length: 5 }, () => limiter.acquire('key', AbortSignal.timeout(30_000)));
      await redis.start();
      const results = await Promise.allSettled(waits);
      expect(results.at(-1)).toEqual({ status: 'fulfilled', value: undefined });
    },
  );

  test('lets a call fail within its time limit while Redis is down', async () => {
    await using redis = await startRedis();
    await redis.stop();
    using connection = await connect(redis.url);
    const chat = createChatClient({
      ...app,
      userSig,
      region: 'seoul',
      fetch: () => Promise.reject(new Error('nothing may be sent')),
      rateLimit: createRedisRateLimiter(connection),
      timeoutMs: 400,
    });
    const [first, second] = await Promise.all(
      [1, 2].map(() => chat.safe.deleteAllFriends(copyRequest('deleteAllFriends'))),
    );
    const failure = { ok: false, error: { name: 'ChatRateLimitError', title: 'WaitTimedOut', attempt: 0 } };
    expect([first, second]).toMatchObject([failure, failure]);
  });

  test.each(['ioredis', 'redis'] as const)('passes an error of Redis on: %s', async (name) => {
    await using redis = await startRedis();
    using connection = await connect(redis.url, name);
    using other = await connect(redis.url);
    await other.client.set('chat-sns:key', 'a string');
    const limiter = createRedisRateLimiter(connection);
    await expect(limiter.acquire('key')).rejects.toThrow('WRONGTYPE');
    limiter.slowDown?.('key');
    await limiter.acquire('other');
  });

  test('lets no call start while Redis fails', async () => {
    const broken = new Redis({
      port: 1,
      lazyConnect: true,
      retryStrategy: () => null,
      maxRetriesPerRequest: 0,
    });
    broken.on('error', () => {});
    await expect(createRedisRateLimiter({ client: broken }).acquire('key')).rejects.toBeInstanceOf(Error);
    broken.disconnect();
  });
});

/** A client whose replies come 50 ms late. */
const replyLate = (client: Redis) => ({
  eval: async (...values: Parameters<Redis['eval']>) => {
    const reply = await client.eval(...values);
    await setTimeout(50);
    return reply;
  },
});

test.each<Partial<RedisRateLimiterOptions>>([
  { calls: 0 },
  { calls: 1.5 },
  { perSeconds: 0 },
  { perSeconds: Number.NaN },
])('a rate limit that cannot be enforced is rejected: %o', (rateLimit) => {
  expect(() => createRedisRateLimiter({ client: {}, ...rateLimit })).toThrow(
    expect.objectContaining({
      name: 'ChatConfigError',
      title: 'InvalidRateLimit',
      message: expect.stringContaining('a positive integer as calls and a positive number as perSeconds'),
    }),
  );
});
