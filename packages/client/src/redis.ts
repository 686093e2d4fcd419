import { type Clock, readElapsed, systemClock } from './clock.ts';
import { operations } from './contract.ts';
import { checkRateLimit, planSpacing, type RateLimit, type RateLimiter } from './limiter.ts';
import { createTurns } from './turns.ts';

/** Options of {@link createRedisRateLimiter}. */
export interface RedisRateLimiterOptions extends Partial<RateLimit> {
  /** A connected client of `ioredis` or `redis`. The rate limiter does not close it. */
  client: unknown;
  /** True for a client of the package `redis`. */
  useRedisPackage?: boolean | undefined;
  /** Prefix of the keys in Redis. `chat-sns` by default. */
  prefix?: string | undefined;
  clock?: Clock | undefined;
}

// The rate limiter of one process, with its state in Redis and in microseconds of the clock of Redis. `take` returns
// when the next permit is due, 0 when there is none yet, and how long that is from now. `return` undoes a `take` unless
// another one followed. When the clock of Redis steps back, no wait is longer than one interval.
const script = `
local interval, shortest, period, recovery, slowest = unpack(ARGV, 2)
local time = redis.call('time')
local now = time[1] * 1000000 + time[2]
local saved = redis.call('hmget', KEYS[1], 'due', 'slowness', 'slowedAt')
local due = tonumber(saved[1] or 0)
local slowness = tonumber(saved[2] or 1)
local slowedAt = math.min(tonumber(saved[3] or 0), now)
local result = {0, 0}
if ARGV[1] == 'slow' then
  if now - slowedAt < tonumber(period) then return result end
  slowness = math.min(slowness * 2, tonumber(slowest))
  slowedAt = now
elseif ARGV[1] == 'take' then
  while slowness > 1 and now - slowedAt >= tonumber(recovery) do
    slowness = slowness / 2
    slowedAt = slowedAt + recovery
  end
  local latest = now + interval * slowness
  if now >= due then
    due = math.max(due + interval * slowness, now + shortest * slowness)
    result = {due, due - now}
  elseif due <= latest then
    return {0, due - now}
  else
    due = latest
    result = {0, due - now}
  end
elseif due == tonumber(ARGV[1]) then
  due = due - interval
else
  return result
end
redis.call('hset', KEYS[1], 'due', due, 'slowness', slowness, 'slowedAt', slowedAt)
redis.call('pexpire', KEYS[1], math.ceil((interval * slowness + recovery) / 1000))
return result
`;

/** What both packages can do, each in its own way. */
interface RedisClient {
  eval(
    script: string,
    ...rest: unknown[]
  ): Promise<[due: number | string, waitMicroseconds: number | string]>;
}

/**
 * Shares one rate limit between processes through Redis. When Redis refuses a command, the call fails with
 * `ChatRateLimitError`: without a limit, the service would refuse requests. While Redis does not respond, calls wait as
 * long as their time limit allows.
 *
 * @throws {ChatConfigError} `InvalidRateLimit` unless `calls` is a positive integer and `perSeconds` a positive number.
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
  const { calls = documented.calls, perSeconds = documented.perSeconds } = options;
  const { clock = systemClock, prefix = 'chat-sns' } = options;
  const { slowest, ...times } = planSpacing(checkRateLimit({ calls, perSeconds }));
  const { intervalMs, shortestMs, periodMs, recoveryMs } = times;
  const microseconds = [intervalMs, shortestMs, periodMs, recoveryMs].map((ms) => Math.ceil(ms * 1000));
  const settings = [...microseconds, slowest].map(String);
  const lines = new Map<string, (signal?: AbortSignal) => Promise<void>>();

  async function run(action: string, key: string): Promise<[due: number, waitMs: number]> {
    const client = options.client as RedisClient;
    const name = `${prefix}:${key}`;
    const values = [action, ...settings];
    const [due, wait] = await (options.useRedisPackage
      ? client.eval(script, { keys: [name], arguments: values })
      : client.eval(script, 1, name, ...values));
    return [Number(due), Number(wait) / 1000];
  }

  function createLine(key: string) {
    let askAt = Number.NEGATIVE_INFINITY;
    return createTurns(clock, async (signal) => {
      const earlyMs = askAt - readElapsed(clock);
      if (earlyMs > 0) return earlyMs;
      const reply = run('take', key);
      const giveBack = async ([due]: number[]) => signal?.aborted && due && run(String(due), key);
      reply.then(giveBack).catch(() => {});
      const [due, waitMs] = await raceAbort(signal, reply);
      askAt = readElapsed(clock) + waitMs;
      return due > 0 ? 0 : waitMs;
    });
  }

  return {
    acquire(key, signal) {
      const line = lines.get(key) ?? createLine(key);
      lines.set(key, line);
      return line(signal);
    },
    slowDown(key) {
      run('slow', key).catch(() => {});
    },
  };
}

/** Waits for `work` or for the signal, whichever comes first. */
function raceAbort<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
