import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { type Clock, sleep, systemClock } from './clock.ts';
import { operations } from './contract.ts';
import { ChatConfigError } from './errors.ts';
import type { RateLimit, RateLimiter } from './limiter.ts';
import { type Random, systemRandom } from './random.ts';

/** Options of {@link createRedisRateLimiter}. */
export interface RedisRateLimiterOptions extends Partial<RateLimit> {
  /** A connected client of `ioredis` or `redis`. The rate limiter does not close it. */
  client: unknown;
  /** True for a client of the package `redis`. */
  useRedisPackage?: boolean | undefined;
  /** Prefix of the keys in Redis. `chat-sns` by default. */
  prefix?: string | undefined;
  clock?: Clock | undefined;
  random?: Random | undefined;
}

// The library's own script counts in fixed periods, which lets twice the requests through around the end of one. This
// one keeps the times of the last requests, so the limit applies to every period. Only the clock of Redis counts.
const slidingWindow = `
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local period = ARGV[4] * 1000
redis.call('zremrangebyscore', KEYS[1], '-inf', now - period)
local count = redis.call('zcard', KEYS[1])
if count < tonumber(ARGV[3]) then
  redis.call('zadd', KEYS[1], now, time[1] .. '.' .. time[2] .. '.' .. count)
  redis.call('pexpire', KEYS[1], period)
  return { count + 1, period }
end
local oldest = redis.call('zrange', KEYS[1], 0, 0, 'withscores')
return { count + 1, oldest[2] + period - now }
`;

/**
 * Shares one rate limit between processes through Redis, with the package `rate-limiter-flexible`. When Redis fails,
 * the call fails with `ChatRateLimitError`: without a limit, the service would refuse requests.
 *
 * @throws {ChatConfigError} `InvalidRateLimit` unless `calls` and `perSeconds` are positive integers: the period in
 * Redis has whole seconds.
 *
 * @example
 * import { createChatClient } from '@chat-sns/client';
 * import { createRedisRateLimiter } from '@chat-sns/client/redis';
 * import { Redis } from 'ioredis';
 *
 * const client = new Redis(process.env.REDIS_URL ?? '');
 * const chat = createChatClient({
 *   region: 'singapore',
 *   sdkAppId: 1400000000,
 *   identifier: 'administrator',
 *   secretKey: process.env.SECRET_KEY ?? '',
 *   rateLimit: createRedisRateLimiter({ client, calls: 200, perSeconds: 1 }),
 * });
 * await chat.deleteAllFriends({ From_Account: 'id' });
 * client.disconnect();
 */
export function createRedisRateLimiter(options: RedisRateLimiterOptions): RateLimiter {
  const documented = operations.deleteFriends;
  const { clock = systemClock, random = systemRandom } = options;
  const { calls = documented.calls, perSeconds = documented.perSeconds } = options;
  if (![calls, perSeconds].every((count) => Number.isInteger(count) && count > 0)) {
    throw new ChatConfigError('InvalidRateLimit', 'calls and perSeconds must be positive integers');
  }
  const store = new RateLimiterRedis({
    storeClient: options.client,
    useRedisPackage: options.useRedisPackage ?? false,
    keyPrefix: options.prefix ?? 'chat-sns',
    points: calls,
    duration: perSeconds,
    customIncrTtlLuaScript: slidingWindow,
  });

  return {
    async acquire(key, signal) {
      for (;;) {
        const waitMs = await requestTurn(store, key);
        if (waitMs === 0) return;
        // Otherwise all waiting callers would ask again in the same millisecond.
        await sleep(clock, waitMs + (random() % 20), signal);
      }
    },
  };
}

async function requestTurn(store: RateLimiterRedis, key: string): Promise<number> {
  try {
    await store.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
}
