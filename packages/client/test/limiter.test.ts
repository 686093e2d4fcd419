import { type Clock, createChatClient, createRateLimiter } from '@chat-sns/client';
import { createFetchStub } from '@chat-sns/client/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { app, copyRequest, userSig } from './support/chat.ts';
import { createFakeClock } from './support/clock.ts';
import { createFailBody, okBody, respondWithJson, startServer } from './support/server.ts';

/** From one permit to the next: the period and 60 ms for delays that vary, divided by the number of calls. */
const spaceOut = ({ calls, perSeconds }: { calls: number; perSeconds: number }) =>
  (perSeconds * 1000 + 60) / calls;

/** Lets calls arrive at the given times, on timers that fire late, and returns when each started. */
async function recordStarts(
  rateLimit: { calls: number; perSeconds: number },
  arrivals: number[],
  lateness: number[] = [0],
): Promise<number[]> {
  const fake = createFakeClock(0);
  let timers = 0;
  const clock: Clock = {
    now: fake.now,
    after: (ms, action) => fake.clock.after(ms + (lateness[timers++ % lateness.length] ?? 0), action),
  };
  const limiter = createRateLimiter(rateLimit, clock);
  const started: number[] = [];
  const calls = arrivals.map(
    (at) =>
      new Promise<void>((resolve) => {
        fake.clock.after(at, async () => {
          await limiter.acquire('key');
          started.push(fake.now());
          resolve();
        });
      }),
  );
  await fake.settle(Promise.all(calls));
  return started;
}

describe('permits', () => {
  const rateLimit = { calls: 5, perSeconds: 1 };
  const arrival = fc
    .array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 40 })
    .map((times) => times.toSorted((left, right) => left - right));

  test('span a period and 50 ms with any five in a row and one more, however late the timers are', async () => {
    const late = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(arrival, late, async (arrivals, lateness) => {
        const started = await recordStarts(rateLimit, arrivals, lateness);
        expect(started).toHaveLength(arrivals.length);
        for (const [index, time] of started.slice(5).entries()) {
          expect(time - (started[index] as number)).toBeGreaterThanOrEqual(1050 - 1e-6);
        }
        for (const [index, time] of started.slice(1).entries()) {
          expect(time - (started[index] as number)).toBeGreaterThan(spaceOut(rateLimit) - 10.001);
        }
      }),
    );
  });

  test('wait no longer than for the one before, and not at all after a pause', async () => {
    await fc.assert(
      fc.asyncProperty(arrival, async (arrivals) => {
        const started = await recordStarts(rateLimit, arrivals);
        for (const [index, time] of started.entries()) {
          const before = started[index - 1] ?? Number.NEGATIVE_INFINITY;
          const latest = Math.max(arrivals[index] as number, before + spaceOut(rateLimit));
          expect(time).toBeLessThanOrEqual(latest + 1e-6);
        }
      }),
    );
  });

  test('of a burst after a pause are spaced too', async () => {
    const burst = (at: number) => Array<number>(4).fill(at);
    const started = await recordStarts(rateLimit, [...burst(0), ...burst(60_000)]);
    expect(started.map(Math.round)).toEqual([0, 202, 414, 626, 60_000, 60_202, 60_414, 60_626]);
  });

  test.each([[9], [0, 4, 30]])(
    'make up for timers that are late by %j, and for no more than 10 ms',
    async (...lateness) => {
      const started = await recordStarts({ calls: 200, perSeconds: 1 }, Array(60).fill(0), lateness);
      for (const [first, from] of started.entries()) {
        for (const [count, time] of started.slice(first + 1).entries()) {
          expect(time - from).toBeGreaterThan((count + 1) * 5.3 - 10.001);
        }
      }
      const lost = lateness.map((ms) => Math.max(ms - 10, 0)).reduce((sum, ms) => sum + ms) / lateness.length;
      expect(started.at(-1)).toBeLessThan(59 * (5.3 + lost) + 10);
    },
  );

  test('may be as many as a fast limit allows although timers have whole milliseconds', async () => {
    const started = await recordStarts({ calls: 5000, perSeconds: 1 }, Array(1000).fill(0), [1]);
    expect(started.at(-1)).toBeLessThan(250);
  });
});

describe('measured at a service that enforces a strict sliding window', () => {
  test('calls of several clients are not refused while their delay varies by less than 50 ms', async () => {
    const departures = new Map<number, number>();
    const arrivals: { id: number; at: number; isRefused: boolean }[] = [];
    await using server = await startServer((response, { query }) => {
      const at = performance.now();
      const accepted = arrivals.filter(({ isRefused }) => !isRefused);
      const isRefused = at - (accepted.at(-200)?.at ?? Number.NEGATIVE_INFINITY) < 1000;
      arrivals.push({ id: Number(query.get('random')), at, isRefused });
      respondWithJson(isRefused ? createFailBody(60007) : okBody)(response, {} as never);
    });
    let id = 0;
    const fetch = (url: string, init: RequestInit) => {
      departures.set(Number(new URL(url).searchParams.get('random')), performance.now());
      return globalThis.fetch(url, init);
    };
    const options = { ...app, sdkAppId: 7, userSig, baseUrl: server.url, retry: false, fetch } as const;
    const clients = Array.from({ length: 3 }, () => createChatClient({ ...options, random: () => ++id }));
    await Promise.all(
      clients.flatMap((chat) =>
        Array.from({ length: 90 }, () => chat.safe.deleteAllFriends({ From_Account: 'id' })),
      ),
    );
    expect(arrivals).toHaveLength(270);
    const left = [...departures.values()];
    for (const [index, time] of left.slice(200).entries()) {
      // A permit is taken a moment before its request leaves.
      expect(time - (left[index] as number)).toBeGreaterThan(1000);
    }
    const delays = arrivals.map((arrival) => arrival.at - (departures.get(arrival.id) as number));
    const variation = Math.max(...delays) - Math.min(...delays);
    const refused = arrivals.filter(({ isRefused }) => isRefused).length;
    expect(variation < 50 ? refused : 0, `delays varied by ${variation} ms`).toBe(0);
  });
});

describe('one rate limit', () => {
  test('is shared by the clients of an app for each operation; other operations and apps have their own', async () => {
    const fake = createFakeClock();
    const startedAt = fake.now();
    const stub = createFetchStub();
    const createChat = (sdkAppId: number) =>
      createChatClient({ ...app, sdkAppId, userSig, region: 'seoul', fetch: stub.fetch, clock: fake.clock });
    const [first, second, other] = [createChat(1), createChat(1), createChat(2)];
    const all = [...Array(201).keys()].map((index) =>
      (index % 2 ? first : second).deleteAllFriends(copyRequest('deleteAllFriends')),
    );
    const separate = [
      other.deleteAllFriends(copyRequest('deleteAllFriends')),
      first.deleteFriendLists(copyRequest('deleteFriendLists')),
    ];
    await fake.settle(Promise.all(separate));
    expect(fake.now()).toBe(startedAt);
    await fake.settle(Promise.all(all));
    expect(fake.now() - startedAt).toBeGreaterThan(1049.9);
    expect(fake.now() - startedAt).toBeLessThan(1060);
  });

  test('is a separate one for each number of calls and each period', async () => {
    const fake = createFakeClock();
    const createChat = (calls: number, perSeconds: number) =>
      createChatClient({
        ...app,
        userSig,
        region: 'seoul',
        fetch: createFetchStub().fetch,
        clock: fake.clock,
        rateLimit: { calls, perSeconds },
        timeoutMs: 60_000,
      });
    const callOnce = (chat: ReturnType<typeof createChat>) =>
      chat.deleteAllFriends(copyRequest('deleteAllFriends'));
    const clients = [createChat(1, 10), createChat(1, 20), createChat(2, 10)];
    const startedAt = fake.now();
    await Promise.all(clients.map(callOnce));
    expect(fake.now()).toBe(startedAt);
    await fake.settle(callOnce(createChat(2, 10)));
    expect(fake.now()).toBe(startedAt + spaceOut({ calls: 2, perSeconds: 10 }) - 10);
    await fake.settle(callOnce(createChat(1, 10)));
    expect(fake.now()).toBe(startedAt + 10_050);
  });

  test('counts retries as well', async () => {
    const fake = createFakeClock();
    const stub = createFetchStub().respondTo('deleteAllFriends', 60004);
    const keys: string[] = [];
    const rateLimit = { acquire: async (key: string) => void keys.push(key) };
    const options = {
      ...app,
      userSig,
      region: 'seoul',
      fetch: stub.fetch,
      clock: fake.clock,
      rateLimit,
    } as const;
    await fake.settle(createChatClient(options).deleteAllFriends(copyRequest('deleteAllFriends')));
    expect(keys).toEqual(['1400000000:deleteAllFriends', '1400000000:deleteAllFriends']);
  });
});
