import { createRedisRateLimiter } from '@chat-sns/client/redis';
import { expect, test } from 'vitest';
import { createFakeClock } from './support/clock.ts';

type Reply = [count: number, waitMs: number] | Error;

/** The part of a Redis client that `rate-limiter-flexible` uses. Records its requests, and replies in turn. */
function createClient(...replies: Reply[]) {
  const scripts = new Set<string>();
  const asked: string[][] = [];
  const reply = async (request: string[]) => {
    asked.push(request);
    const next = replies.shift() ?? [1, 0];
    if (next instanceof Error) throw next;
    return next;
  };
  const ioredis = {
    defineCommand: (_: string, { lua }: { lua: string }) => void scripts.add(lua),
    rlflxIncr: reply,
  };
  const redis = {
    eval(script: string, { keys, arguments: values }: { keys: string[]; arguments: string[] }) {
      scripts.add(script);
      return reply([...keys, ...values]);
    },
  };
  return { ioredis, redis, scripts, asked };
}

test('the documented rate limit is enforced by a script that keeps the times of the last calls', async () => {
  const { ioredis, asked, scripts } = createClient();
  await createRedisRateLimiter({ client: ioredis }).acquire('1400000000:deleteFriends');
  expect(asked).toEqual([['chat-sns:1400000000:deleteFriends', '1', '1', '200', '1']]);
  expect([...scripts].join()).toMatch(/zremrangebyscore.*zcard.*zadd/s);
});

test('another rate limit and another prefix are used, on a client of the package redis too', async () => {
  const { redis, asked, scripts } = createClient();
  const rateLimit = { calls: 4, perSeconds: 2, prefix: 'test' };
  await createRedisRateLimiter({ client: redis, useRedisPackage: true, ...rateLimit }).acquire('key');
  expect(asked).toEqual([['test:key', '1', '2', '4', '2']]);
  expect([...scripts].join()).toContain('zremrangebyscore');
});

test('a call waits as long as Redis says and a little longer, and asks again until it may start', async () => {
  const { ioredis, asked } = createClient([5, 250], [5, 0], [4, 1000]);
  const fake = createFakeClock();
  const startedAt = fake.now();
  const limiter = createRedisRateLimiter({
    client: ioredis,
    calls: 4,
    clock: fake.clock,
    random: () => 2 ** 32 - 1,
  });
  expect(await fake.settle(limiter.acquire('key'))).toMatchObject({ status: 'fulfilled' });
  expect(fake.now() - startedAt).toBe(250 + 15 + 1 + 15);
  expect(asked).toHaveLength(3);
});

test('a signal ends the wait', async () => {
  const { ioredis, asked } = createClient([201, 60_000]);
  const fake = createFakeClock();
  const limiter = createRedisRateLimiter({ client: ioredis, clock: fake.clock });
  const controller = new AbortController();
  fake.clock.after(10, () => controller.abort('enough'));
  const result = await fake.settle(limiter.acquire('key', controller.signal));
  expect(result).toEqual({ status: 'rejected', reason: 'enough' });
  expect([asked.length, fake.pending()]).toEqual([1, 0]);
});

test('an error of the Redis client reaches the caller', async () => {
  const failure = new Error('READONLY');
  const { ioredis, asked } = createClient(failure);
  await expect(createRedisRateLimiter({ client: ioredis }).acquire('key')).rejects.toBe(failure);
  expect(asked).toHaveLength(1);
});

test.each([{ calls: 0 }, { calls: 1.5 }, { perSeconds: 0 }, { perSeconds: 0.5 }, { perSeconds: Number.NaN }])(
  'a rate limit that Redis cannot enforce is rejected: %o',
  (rateLimit) => {
    const { ioredis } = createClient();
    expect(() => createRedisRateLimiter({ client: ioredis, ...rateLimit })).toThrow(
      expect.objectContaining({
        name: 'ChatConfigError',
        title: 'InvalidRateLimit',
        message: expect.stringContaining('calls and perSeconds must be positive integers'),
      }),
    );
  },
);
