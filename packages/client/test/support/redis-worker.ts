// One of several processes that share a rate limit: prints when its calls could start, on the clock that all processes
// of a machine share.
import { Redis } from 'ioredis';
import { createRedisRateLimiter } from '../../src/redis.ts';

const client = new Redis({ port: Number(process.argv[2]), host: '127.0.0.1' });
const limiter = createRedisRateLimiter({ client, calls: 20, perSeconds: 1 });
const starts: number[] = [];
await Promise.all(
  Array.from({ length: 30 }, async () => {
    await limiter.acquire('1400000000:deleteFriends');
    starts.push(Number(process.hrtime.bigint()) / 1e6);
  }),
);
console.log(JSON.stringify(starts));
client.disconnect();
