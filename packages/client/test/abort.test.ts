import { getEventListeners } from 'node:events';
import { type ChatClientOptions, createChatClient } from '@chat-sns/client';
import type { StubResponse } from '@chat-sns/client/testing';
import { describe, expect, test } from 'vitest';
import { app, copyRequest, createStubbedChat, userSig } from './support/chat.ts';
import { runCall } from './support/run-call.ts';
import { startServer } from './support/server.ts';

describe('a signal', () => {
  test('that is already aborted prevents the request', async () => {
    const { result, calls } = await runCall([], {}, 'deleteFriends', {
      signal: AbortSignal.abort(new Error('stop')),
    });
    expect(result).toMatchObject({
      reason: { name: 'ChatAbortError', attempt: 0, cause: { message: 'stop' } },
    });
    expect(calls).toBe(0);
  });

  test('ends the wait before a retry', async () => {
    const { chat, stub, fake } = createStubbedChat({ retry: { cooldown: 'wait' } });
    const controller = new AbortController();
    stub.respondTo('deleteFriends', 70050);
    fake.clock.after(5000, () => controller.abort());
    const startedAt = fake.now();
    const result = await fake.settle(
      chat.deleteFriends(copyRequest('deleteFriends'), { signal: controller.signal }),
    );
    expect(result).toMatchObject({ reason: { name: 'ChatAbortError', attempt: 1 } });
    expect(fake.now() - startedAt).toBe(5000);
    expect([stub.calls.length, fake.pending()]).toEqual([1, 0]);
  });

  test('ends the wait for the rate limiter', async () => {
    const { chat, stub } = createStubbedChat({ rateLimit: { acquire: () => new Promise(() => {}) } });
    const call = chat.safe.deleteFriends(copyRequest('deleteFriends'), { signal: AbortSignal.timeout(20) });
    expect(await call).toMatchObject({ error: { name: 'ChatAbortError', attempt: 0 } });
    expect(stub.calls).toEqual([]);
  });

  test('ends a request in flight, and the server sees the connection close', async () => {
    await using server = await startServer(() => {});
    const chat = createChatClient({ ...app, userSig, baseUrl: server.url });
    const call = chat.safe.deleteFriends(copyRequest('deleteFriends'), { signal: AbortSignal.timeout(50) });
    expect(await call).toMatchObject({ error: { name: 'ChatAbortError', attempt: 1, retryable: false } });
    await expect.poll(server.openConnections).toBe(0);
  });

  test('that aborts while the rate limiter is called ends the call', async () => {
    const controller = new AbortController();
    const acquire = () => {
      controller.abort(new Error('stop'));
      return new Promise<void>(() => {});
    };
    const { chat, stub } = createStubbedChat({ rateLimit: { acquire } });
    const call = chat.safe.deleteFriends(copyRequest('deleteFriends'), { signal: controller.signal });
    expect(await call).toMatchObject({ error: { name: 'ChatAbortError', cause: { message: 'stop' } } });
    expect(stub.calls).toEqual([]);
  });

  test('is reported with its reason and the last attempt', async () => {
    const controller = new AbortController();
    const acquired: (AbortSignal | undefined)[] = [];
    const acquire = async (_key: string, signal?: AbortSignal) => {
      if (acquired.push(signal) === 2) controller.abort('enough');
    };
    const { chat, stub, fake } = createStubbedChat({ rateLimit: { acquire } });
    stub.respondTo('deleteFriends', 30006);
    const { signal } = controller;
    const result = await fake.settle(chat.deleteFriends(copyRequest('deleteFriends'), { signal }));
    expect(result).toMatchObject({
      reason: {
        name: 'ChatAbortError',
        title: 'Aborted',
        info: 'the call was aborted by its signal',
        operation: 'deleteFriends',
        retry: 'never',
        cause: 'enough',
        attempt: 1,
      },
    });
    // The rate limiter gets a signal that also aborts at the time limit.
    expect(acquired.map((each) => each?.aborted)).toEqual([false, true]);
  });
});

describe('no listener stays on the signal', () => {
  const { signal } = new AbortController();

  test.each<[string, StubResponse[]]>([
    ['succeeds', [30006, 30006]],
    ['fails', [30003]],
  ])('of a call that %s', async (_, responses) => {
    const { chat, stub, fake } = createStubbedChat({ rateLimit: { acquire: async () => {} } });
    stub.respondTo('deleteFriends', ...responses);
    await fake.settle(chat.deleteFriends(copyRequest('deleteFriends'), { signal }));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test.each<[string, Partial<ChatClientOptions>]>([
    ['a wait before a retry', { retry: { cooldown: 'wait' } }],
    ['a wait for the rate limiter', { rateLimit: { acquire: () => new Promise(() => {}) } }],
    ['an attempt', { fetch: () => new Promise(() => {}) }],
  ])('of %s that it ended', async (_, options) => {
    const { chat, stub, fake } = createStubbedChat(options);
    const controller = new AbortController();
    stub.respondTo('deleteFriends', 70050);
    fake.clock.after(5000, () => controller.abort());
    const call = chat.safe.deleteFriends(copyRequest('deleteFriends'), { signal: controller.signal });
    expect(await fake.settle(call)).toMatchObject({ value: { error: { name: 'ChatAbortError' } } });
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(fake.pending()).toBe(0);
  });
});

test('the time limit applies to a fetch that ignores its signal', async () => {
  const { chat, fake } = createStubbedChat({ fetch: () => new Promise(() => {}), retry: false });
  const result = await fake.settle(chat.deleteFriends(copyRequest('deleteFriends'), { timeoutMs: 1234 }));
  const info = 'no complete response within 1234 ms, so it is unknown whether the request was carried out';
  expect(result).toMatchObject({ reason: { name: 'ChatTimeoutError', title: 'TimedOut', info } });
  expect(fake.now()).toBe(1_700_000_001_234);
});

test('the time limit starts anew with each call', async () => {
  const { chat, stub, fake } = createStubbedChat({ timeoutMs: 300 });
  for (const code of [0, 0]) {
    stub.respondTo('deleteFriends', async () => {
      fake.advance(299);
      return code;
    });
    await expect(chat.deleteFriends(copyRequest('deleteFriends'))).resolves.toBeDefined();
    expect(fake.pending()).toBe(0);
  }
});

test('a response that is not read to its end is aborted with the attempt', async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const fetch = async (_: string, { signal }: RequestInit) => {
    signals.push(signal);
    return new Response(new ReadableStream(), { status: signals.length === 1 ? 404 : 200 });
  };
  const { chat, fake } = createStubbedChat({ fetch, retry: false });
  await fake.settle(chat.deleteFriends(copyRequest('deleteFriends')));
  await fake.settle(chat.deleteFriends(copyRequest('deleteFriends')));
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, true]);
});
