import { getEventListeners } from 'node:events';
import { type ChatClientOptions, type Clock, createChatClient, createRateLimiter } from '@chat-sns/client';
import { createFetchStub } from '@chat-sns/client/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { app, copyRequest, createStubbedChat, userSig } from './support/chat.ts';
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

  test('are half an interval apart at the least when timers are late', async () => {
    const started = await recordStarts({ calls: 200, perSeconds: 1 }, Array(20).fill(0), [9, 0, 0]);
    for (const [index, time] of started.slice(1).entries()) {
      expect(time - (started[index] as number)).toBeGreaterThan(5.3 / 2 - 1e-6);
    }
  });

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
    const stub = createFetchStub().respondTo('deleteAllFriends', 30006);
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

describe('a caller who gives up', () => {
  test('is rejected with the reason of the signal, before or while it waits, and leaves no timer', async () => {
    const fake = createFakeClock();
    const limiter = createRateLimiter({ calls: 1, perSeconds: 2 }, fake.clock);
    await expect(limiter.acquire('key', AbortSignal.abort('before'))).rejects.toBe('before');
    await limiter.acquire('key');
    const controller = new AbortController();
    const waits = [limiter.acquire('key', controller.signal), limiter.acquire('key', controller.signal)];
    controller.abort('while');
    expect(await Promise.allSettled(waits)).toEqual([
      { status: 'rejected', reason: 'while' },
      { status: 'rejected', reason: 'while' },
    ]);
    expect(fake.pending()).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  test('costs no permit: after 2000 of them, the next call waits for one interval at most', async () => {
    const fake = createFakeClock();
    const limiter = createRateLimiter({ calls: 200, perSeconds: 1 }, fake.clock);
    const controller = new AbortController();
    const waits = Array.from({ length: 2000 }, () => limiter.acquire('key', controller.signal));
    const next = limiter.acquire('key');
    controller.abort();
    await Promise.allSettled(waits);
    const startedAt = fake.now();
    await fake.settle(next);
    expect(fake.now() - startedAt).toBeLessThanOrEqual(spaceOut({ calls: 200, perSeconds: 1 }));
  });

  test('without a word, its timers gone with its request, does not keep the others from their turn', async () => {
    const fake = createFakeClock();
    let areTimersKept = false;
    const after: Clock['after'] = (ms, action) => (areTimersKept ? fake.clock.after(ms, action) : () => {});
    const limiter = createRateLimiter({ calls: 1, perSeconds: 1 }, { now: fake.now, after });
    for (let call = 0; call < 4; call += 1) limiter.acquire('key');
    areTimersKept = true;
    const startedAt = fake.now();
    await fake.settle(Promise.all([limiter.acquire('key'), limiter.acquire('key')]));
    expect(fake.now() - startedAt).toBeLessThan(5000);
  });

  test('does not keep those behind from their turn', async () => {
    const fake = createFakeClock();
    const limiter = createRateLimiter({ calls: 1, perSeconds: 1 }, fake.clock);
    await limiter.acquire('key');
    const controllers = [new AbortController(), new AbortController()];
    const waits = controllers.map(({ signal }) => limiter.acquire('key', signal));
    const last = limiter.acquire('key');
    for (const controller of controllers) controller.abort();
    await Promise.allSettled(waits);
    const startedAt = fake.now();
    await fake.settle(last);
    expect(fake.now() - startedAt).toBe(1050);
  });
});

describe('the wait for a turn', () => {
  const createChat = (options: Partial<ChatClientOptions>) =>
    createStubbedChat({ rateLimit: { calls: 1, perSeconds: 3600 }, ...options });

  test('is limited by the time limit of the call; nothing is sent', async () => {
    const { chat, stub, fake } = createChat({ timeoutMs: 2000 });
    await chat.deleteAllFriends(copyRequest('deleteAllFriends'));
    const startedAt = fake.now();
    const late = chat.safe.deleteAllFriends(copyRequest('deleteAllFriends'), { timeoutMs: 300 });
    expect(await fake.settle(late)).toMatchObject({
      value: {
        error: {
          name: 'ChatRateLimitError',
          message:
            'deleteAllFriends: WaitTimedOut: no turn under the rate limit within 300 ms, so nothing was sent',
          attempt: 0,
        },
      },
    });
    expect([fake.now() - startedAt, stub.calls.length, fake.pending()]).toEqual([300, 1, 0]);
  });

  test('before a retry ends when no retry may start any more', async () => {
    const { chat, stub, fake } = createChat({ retry: { maxElapsedMs: 5000 } });
    stub.respondTo('deleteAllFriends', 30006);
    const startedAt = fake.now();
    const result = await fake.settle(chat.safe.deleteAllFriends(copyRequest('deleteAllFriends')));
    expect(result).toMatchObject({
      value: {
        error: {
          title: 'WaitTimedOut',
          info: 'no turn under the rate limit within 4900 ms, so no retry was sent',
          attempt: 1,
          cause: { code: 30006 },
        },
      },
    });
    expect([fake.now() - startedAt, stub.calls.length]).toEqual([5000, 1]);
  });

  test('may be longer than a timer can be', async () => {
    const fake = createFakeClock();
    const timers: number[] = [];
    const clock: Clock = {
      now: fake.now,
      after(ms, action) {
        timers.push(ms);
        return fake.clock.after(ms, action);
      },
    };
    const limiter = createRateLimiter({ calls: 1, perSeconds: 3e6 }, clock);
    await limiter.acquire('key');
    const startedAt = fake.now();
    await fake.settle(limiter.acquire('key'));
    expect(fake.now() - startedAt).toBe(3e9 + 50);
    expect(timers).toEqual([2 ** 31 - 1, 3e9 + 50 - (2 ** 31 - 1)]);
  });
});

describe('a system clock that steps back by an hour', () => {
  test('delays no call', async () => {
    const realNow = Date.now;
    const limiter = {
      ...app,
      sdkAppId: 8,
      userSig,
      region: 'seoul',
      fetch: createFetchStub().fetch,
    } as const;
    const chat = createChatClient({ ...limiter, rateLimit: { calls: 50, perSeconds: 1 }, timeoutMs: 5000 });
    try {
      await chat.deleteAllFriends(copyRequest('deleteAllFriends'));
      Date.now = () => realNow() - 3_600_000;
      await chat.deleteAllFriends(copyRequest('deleteAllFriends'));
    } finally {
      Date.now = realNow;
    }
  });

  test('delays a call by one interval at most, even when nothing but that clock is there', async () => {
    const fake = createFakeClock();
    const limiter = createRateLimiter({ calls: 5, perSeconds: 1 }, fake.clock);
    for (let call = 0; call < 5; call += 1) await fake.settle(limiter.acquire('key'));
    fake.advance(-3_600_000);
    const startedAt = fake.now();
    await fake.settle(limiter.acquire('key'));
    expect(fake.now() - startedAt).toBe(spaceOut({ calls: 5, perSeconds: 1 }));
  });

  test('changes neither the duration of an attempt nor the time that is left for retries', async () => {
    const fake = createFakeClock();
    let stepped = 0;
    const clock: Clock = { ...fake.clock, now: () => fake.now() - stepped, elapsed: fake.now };
    const durations: number[] = [];
    const hooks = { onAttempt: ({ durationMs }: { durationMs: number }) => void durations.push(durationMs) };
    const retry = { maxAttempts: 9, maxElapsedMs: 1000, baseDelayMs: 800, maxDelayMs: 800 };
    const { chat, stub } = createStubbedChat({ clock, hooks, retry, jitter: () => 2 ** 32 - 1 });
    const step = async () => {
      stepped += 3_600_000;
      fake.advance(7);
      return 30006;
    };
    stub.respondTo('deleteAllFriends', step, step, step, step);
    await fake.settle(chat.safe.deleteAllFriends(copyRequest('deleteAllFriends')));
    expect(durations).toEqual([7, 7]);
  });
});

describe('a refusal for the rate limit that comes all the same', () => {
  /** Makes calls one after the other and returns what each waited. */
  async function collectWaits(
    limiter: { acquire(key: string): Promise<void> },
    fake: { now(): number } & Pick<ReturnType<typeof createFakeClock>, 'settle'>,
    count: number,
  ) {
    const waits: number[] = [];
    for (let call = 0; call < count; call += 1) {
      const startedAt = fake.now();
      await fake.settle(limiter.acquire('key'));
      waits.push(Math.round(fake.now() - startedAt));
    }
    return waits;
  }

  test.each([[60007], [60018], [new Response('', { status: 429 })]])(
    'slows down all clients, once for each period, and not other operations: %o',
    async (response) => {
      const slowed: string[] = [];
      const rateLimit = { acquire: async () => {}, slowDown: (key: string) => void slowed.push(key) };
      const { chat, stub } = createStubbedChat({ rateLimit, retry: false });
      stub.respondTo('deleteAllFriends', response, 30006);
      await chat.safe.deleteAllFriends(copyRequest('deleteAllFriends'));
      await chat.safe.deleteAllFriends(copyRequest('deleteAllFriends'));
      expect(slowed).toEqual(['1400000000:deleteAllFriends']);
    },
  );

  test('halves the rate for ten periods', async () => {
    const fake = createFakeClock();
    const limiter = createRateLimiter({ calls: 1, perSeconds: 1 }, fake.clock);
    await limiter.acquire('key');
    limiter.slowDown?.('key');
    limiter.slowDown?.('key');
    expect(await collectWaits(limiter, fake, 8)).toEqual([1050, 2120, 2120, 2120, 2120, 2120, 1060, 1060]);
    await limiter.acquire('other');
  });

  test('divides the rate by 16 at most, and gives back a half for every ten periods', async () => {
    const fake = createFakeClock();
    const limiter = createRateLimiter({ calls: 1, perSeconds: 1 }, fake.clock);
    await limiter.acquire('key');
    for (let refusal = 0; refusal < 9; refusal += 1) {
      limiter.slowDown?.('key');
      fake.advance(1000);
    }
    const [first, second] = await collectWaits(limiter, fake, 2);
    expect([first, second]).toEqual([0, 16 * 1050]);
    fake.advance(3_600_000);
    expect(await collectWaits(limiter, fake, 2)).toEqual([0, 1050]);
  });

  test('matters nothing to a rate limiter that fails to slow down', async () => {
    const slowDown = () => Promise.reject(new Error('store is down'));
    const { chat, stub } = createStubbedChat({
      rateLimit: { acquire: async () => {}, slowDown },
      retry: false,
    });
    stub.respondTo('deleteAllFriends', 60007);
    expect(await chat.safe.deleteAllFriends(copyRequest('deleteAllFriends'))).toMatchObject({
      error: { code: 60007 },
    });
  });
});

test.each([
  ['rejects', () => Promise.reject(new Error('store is down'))],
  [
    'throws',
    () => {
      throw new Error('store is down');
    },
  ],
])('a rate limiter that %s causes a ChatRateLimitError, and nothing is sent', async (_, acquire) => {
  const stub = createFetchStub();
  const rateLimit = { acquire };
  const chat = createChatClient({ ...app, userSig, region: 'seoul', fetch: stub.fetch, rateLimit });
  expect(await chat.safe.deleteAllFriends(copyRequest('deleteAllFriends'))).toMatchObject({
    error: {
      name: 'ChatRateLimitError',
      message: 'deleteAllFriends: RateLimiterFailed: the rate limiter failed, so nothing was sent',
      retry: 'never',
      cause: { message: 'store is down' },
    },
  });
  expect(stub.calls).toEqual([]);
});

test('an error of the clock is thrown as it is, not reported as a failure of the call', async () => {
  const after = () => {
    throw new TypeError('no timers here');
  };
  const events: unknown[] = [];
  const hooks = { onAttempt: (event: unknown) => events.push(event) };
  const { chat } = createStubbedChat({ clock: { now: () => 0, after }, hooks });
  await expect(chat.safe.deleteFriends(copyRequest('deleteFriends'))).rejects.toThrow('no timers here');
  expect(events).toEqual([]);
});
