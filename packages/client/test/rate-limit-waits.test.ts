import { getEventListeners } from 'node:events';
import { type ChatClientOptions, type Clock, createChatClient, createRateLimiter } from '@chat-sns/client';
import { createFetchStub } from '@chat-sns/client/testing';
import { describe, expect, test } from 'vitest';
import { app, copyRequest, createStubbedChat, userSig } from './support/chat.ts';
import { createFakeClock } from './support/clock.ts';

/** From one permit to the next: the period and 60 ms for delays that vary, divided by the number of calls. */
const spaceOut = ({ calls, perSeconds }: { calls: number; perSeconds: number }) =>
  (perSeconds * 1000 + 60) / calls;

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
          retry: 'throttled',
          retryable: true,
        },
      },
    });
    expect([fake.now() - startedAt, stub.calls.length, fake.pending()]).toEqual([300, 1, 0]);
  });

  test('before a retry ends when no retry may start any more', async () => {
    const { chat, stub, fake } = createChat({ retry: { maxElapsedMs: 5000 } });
    stub.respondTo('deleteAllFriends', 60004);
    const startedAt = fake.now();
    const result = await fake.settle(chat.safe.deleteAllFriends(copyRequest('deleteAllFriends')));
    expect(result).toMatchObject({
      value: {
        error: {
          title: 'WaitTimedOut',
          info: 'no turn under the rate limit within 4900 ms, so no retry was sent',
          attempt: 1,
          cause: { code: 60004 },
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
      return 60004;
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
