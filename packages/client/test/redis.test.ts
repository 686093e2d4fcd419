import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createRedisRateLimiter } from '@chat-sns/client/redis';
import { Redis } from 'ioredis';
import { describe, expect, test } from 'vitest';
import { hasRedis, startRedis } from './support/redis-server.ts';

describe.runIf(hasRedis('the Redis rate limiter'))('the Redis rate limiter', () => {
  test('several processes share one rate limit, in every period', async () => {
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

  test('a period may start at any time, also in the middle of another', async () => {
    await using redis = await startRedis();
    const client = new Redis(redis.url);
    const limiter = createRedisRateLimiter({ client, calls: 4, perSeconds: 1 });
    const starts: number[] = [];
    const acquire = (count: number) =>
      Promise.all(
        Array.from({ length: count }, async () => {
          await limiter.acquire('key');
          starts.push(Date.now());
        }),
      );
    // Redis has its own clock, so this test must wait for it.
    await acquire(1);
    await setTimeout(800);
    await acquire(3);
    await setTimeout(300);
    await acquire(4);
    for (let index = 0; index + 4 < starts.length; index += 1) {
      expect((starts[index + 4] ?? 0) - (starts[index] ?? 0)).toBeGreaterThan(700);
    }
    client.disconnect();
  });

  test('each app and operation has its own rate limit, and a signal ends the wait', async () => {
    await using redis = await startRedis();
    const client = new Redis(redis.url);
    const limiter = createRedisRateLimiter({ client, calls: 1, perSeconds: 60, prefix: 'test' });
    await limiter.acquire('1:deleteFriends');
    await limiter.acquire('2:deleteFriends');
    const wait = limiter.acquire('1:deleteFriends', AbortSignal.timeout(50));
    await expect(wait).rejects.toMatchObject({ name: 'TimeoutError' });
    client.disconnect();
  });

  test('no call may start while Redis fails', async () => {
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
