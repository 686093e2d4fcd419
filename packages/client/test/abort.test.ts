import { createChatClient } from '@chat-sns/client';
import { describe, expect, test } from 'vitest';
import { app, createStubbedChat, requestOf, userSig } from './support/chat.ts';
import { run } from './support/run-call.ts';
import { startServer } from './support/server.ts';

describe('a signal', () => {
  test('that is aborted already sends nothing', async () => {
    const { result, calls } = await run([], {}, 'deleteFriends', {
      signal: AbortSignal.abort(new Error('stop')),
    });
    expect(result).toMatchObject({
      reason: { name: 'ChatAbortError', attempt: 0, cause: { message: 'stop' } },
    });
    expect(calls).toBe(0);
  });

  test('cuts the wait before a repetition', async () => {
    const { chat, stub, fake } = createStubbedChat({ retry: { cooldown: 'wait' } });
    const controller = new AbortController();
    stub.answer('deleteFriends', 70050);
    fake.clock.after(5000, () => controller.abort());
    const startedAt = fake.now();
    const result = await fake.settle(
      chat.deleteFriends(requestOf('deleteFriends'), { signal: controller.signal }),
    );
    expect(result).toMatchObject({ reason: { name: 'ChatAbortError', attempt: 1 } });
    expect(fake.now() - startedAt).toBe(5000);
    expect([stub.calls.length, fake.pending()]).toEqual([1, 0]);
  });

  test('cuts the wait of the limiter', async () => {
    const { chat, stub } = createStubbedChat({ rateLimit: { acquire: () => new Promise(() => {}) } });
    const call = chat.safe.deleteFriends(requestOf('deleteFriends'), { signal: AbortSignal.timeout(20) });
    expect(await call).toMatchObject({ error: { name: 'ChatAbortError', attempt: 0 } });
    expect(stub.calls).toEqual([]);
  });

  test('cuts a request under way, and the server sees the connection go', async () => {
    await using server = await startServer(() => {});
    const chat = createChatClient({ ...app, userSig, baseUrl: server.url });
    const call = chat.safe.deleteFriends(requestOf('deleteFriends'), { signal: AbortSignal.timeout(50) });
    expect(await call).toMatchObject({ error: { name: 'ChatAbortError', attempt: 1, retryable: false } });
    await expect.poll(server.openConnections).toBe(0);
  });

  test('keeps no listener after the call', async () => {
    const { chat, stub, fake } = createStubbedChat();
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners += 1;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...args);
    };
    stub.answer('deleteFriends', 30006, 30006);
    await fake.settle(chat.deleteFriends(requestOf('deleteFriends'), { signal }));
    expect(listeners).toBe(0);
  });
});

test('the time limit holds against a fetch that ignores its signal', async () => {
  const { chat, fake } = createStubbedChat({ fetch: () => new Promise(() => {}), retry: false });
  const result = await fake.settle(chat.deleteFriends(requestOf('deleteFriends'), { timeoutMs: 1234 }));
  expect(result).toMatchObject({ reason: { name: 'ChatTimeoutError', title: 'TimedOut' } });
  expect(fake.now()).toBe(1_700_000_001_234);
});

test('an answer that is not read to its end is cut off with the attempt', async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const fetch = async (_: string, { signal }: RequestInit) => {
    signals.push(signal);
    return new Response(new ReadableStream(), { status: signals.length === 1 ? 404 : 200 });
  };
  const { chat, fake } = createStubbedChat({ fetch, retry: false });
  await fake.settle(chat.deleteFriends(requestOf('deleteFriends')));
  await fake.settle(chat.deleteFriends(requestOf('deleteFriends')));
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, true]);
});
