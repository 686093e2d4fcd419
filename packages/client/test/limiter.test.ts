import { createChatClient, createRateLimiter } from '@chat-sns/client';
import { createFetchStub } from '@chat-sns/client/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { app, copyRequest, createStubbedChat, userSig } from './support/chat.ts';
import { createFakeClock } from './support/clock.ts';

/** Lets calls arrive at the given times and returns when each may start. */
async function recordStarts(
  rateLimit: { calls: number; perSeconds: number },
  arrivals: number[],
): Promise<number[]> {
  let now = 0;
  let waited = 0;
  const after = (ms: number, action: () => void) => {
    waited = ms;
    action();
    return () => {};
  };
  const limiter = createRateLimiter(rateLimit, { now: () => now, after });
  const started: number[] = [];
  for (now of arrivals) {
    waited = 0;
    await limiter.acquire('key');
    started.push(now + waited);
  }
  return started;
}

test('no period has more calls than allowed, and no call waits longer than necessary', async () => {
  const rateLimit = { calls: 5, perSeconds: 1 };
  const arrival = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(arrival, async (unsorted) => {
      const arrivals = unsorted.toSorted((left, right) => left - right);
      const started = await recordStarts(rateLimit, arrivals);
      started.forEach((time, index) => {
        const fifthBefore = started[index - rateLimit.calls] ?? Number.NEGATIVE_INFINITY;
        expect(time).toBe(Math.max(arrivals[index] as number, fifthBefore + 1000));
      });
    }),
  );
});

test('two clients of one app share the rate limit of an operation; other operations and apps have their own', async () => {
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
  await fake.settle(Promise.all(all.slice(0, 200)));
  expect(fake.now()).toBe(startedAt);
  await fake.settle(all[200] as Promise<unknown>);
  expect(fake.now()).toBe(startedAt + 1000);
});

test('retries count as well', async () => {
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

test('a rate limiter that fails causes a ChatRateLimitError, and nothing is sent', async () => {
  const stub = createFetchStub();
  const rateLimit = { acquire: () => Promise.reject(new Error('store is down')) };
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

describe('the rate limiter of one process', () => {
  test('lets a call start at the moment in which the period ends', async () => {
    const fake = createFakeClock();
    const limiter = createRateLimiter({ calls: 1, perSeconds: 2 }, fake.clock);
    await limiter.acquire('key');
    fake.advance(2000);
    await limiter.acquire('key');
    expect(fake.pending()).toBe(0);
  });

  test('rejects with the reason of a signal, before or while it waits, and keeps no timer', async () => {
    const fake = createFakeClock();
    const limiter = createRateLimiter({ calls: 1, perSeconds: 2 }, fake.clock);
    await limiter.acquire('key', AbortSignal.abort('not needed: there is no wait'));
    await expect(limiter.acquire('key', AbortSignal.abort('before'))).rejects.toBe('before');
    expect(fake.pending()).toBe(0);
    const controller = new AbortController();
    const wait = limiter.acquire('key', controller.signal);
    controller.abort('while');
    await expect(wait).rejects.toBe('while');
    expect(fake.pending()).toBe(0);
  });

  test('is a separate one for each rate limit', async () => {
    const fake = createFakeClock();
    const createChat = (calls: number, perSeconds: number) =>
      createChatClient({
        ...app,
        userSig,
        region: 'seoul',
        fetch: createFetchStub().fetch,
        clock: fake.clock,
        rateLimit: { calls, perSeconds },
      });
    const callOnce = (chat: ReturnType<typeof createChat>) =>
      chat.deleteAllFriends(copyRequest('deleteAllFriends'));
    const clients = [createChat(1, 10), createChat(1, 20), createChat(2, 10)];
    await Promise.all(clients.map(callOnce));
    const startedAt = fake.now();
    await fake.settle(callOnce(clients[2] as ReturnType<typeof createChat>));
    expect(fake.now()).toBe(startedAt);
    await fake.settle(callOnce(createChat(1, 10)));
    expect(fake.now()).toBe(startedAt + 10_000);
  });
});
