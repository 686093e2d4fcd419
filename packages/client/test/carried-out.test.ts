import { getEventListeners } from 'node:events';
import { type ChatClientOptions, createChatClient } from '@chat-sns/client';
import { errorCatalogue } from '@chat-sns/client/catalogue';
import { describe, expect, test } from 'vitest';
import { app, copyRequest, createStubbedChat, getFailure, userSig } from './support/chat.ts';
import { connectionRefused, connectionReset, createGatewayResponse, runCall } from './support/run-call.ts';
import {
  createFailBody,
  okBody,
  type Responder,
  respondOkForAll,
  respondWithJson,
  startServer,
} from './support/server.ts';
import { startSilentHost } from './support/silent-host.ts';

const respondWithStatus =
  (status: number, headers = {}): Responder =>
  (response) =>
    response.writeHead(status, headers).end();
const respondWithText =
  (text: string): Responder =>
  (response) =>
    response.end(text);
const findCode = (wanted: number) => errorCatalogue.find(({ code }) => code === wanted)?.carriedOut.value;

/** A client of a server that carries every request out, and then responds as told. */
async function setUp(respond: Responder, options: Partial<ChatClientOptions> = {}) {
  const server = await startServer(respond);
  const retry = { baseDelayMs: 1, maxDelayMs: 1 };
  const chat = createChatClient({
    ...app,
    userSig,
    baseUrl: server.url,
    rateLimit: false,
    retry,
    ...options,
  } as ChatClientOptions);
  return { chat, server, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

describe('a server that carries the request out and then fails', () => {
  const failures: [string, Responder][] = [
    ['503 with Retry-After: 0', respondWithStatus(503, { 'retry-after': '0' })],
    ['503', respondWithStatus(503)],
    ['502', respondWithStatus(502)],
    ['408', respondWithStatus(408)],
    ['429', respondWithStatus(429, { 'retry-after': '0' })],
    ['30006', respondWithJson(createFailBody(30006))],
    ['30007', respondWithJson(createFailBody(30007))],
    ['30008', respondWithJson(createFailBody(30008))],
    ['60008', respondWithJson(createFailBody(60008))],
    ['70500', respondWithJson(createFailBody(70500))],
    ['a reset connection', (response) => response.socket?.resetAndDestroy()],
    ['an empty body', respondWithText('')],
    ['half a body', respondWithText('{"ActionStatus":"OK","ErrorCode":0,')],
    ['no response', () => {}],
  ];

  test.each(failures)(
    '%s: deleteAllFriends is sent once, and the error says that it is not safe to repeat',
    async (_, respond) => {
      await using test = await setUp(respond, { timeoutMs: 1500 });
      const error = await getFailure(test.chat.deleteAllFriends({ From_Account: 'id' }));
      expect(error).toMatchObject({ attempt: 1, carriedOut: 'unknown', retryable: false });
      expect(test.server.received).toHaveLength(1);
    },
  );

  test.each(failures)('%s: deleteFriends may be repeated', async (_, respond) => {
    await using test = await setUp(respond, { timeoutMs: 500, retry: { maxAttempts: 2, baseDelayMs: 1 } });
    const error = await getFailure(test.chat.deleteFriends(copyRequest('deleteFriends')));
    expect(error).toMatchObject({ attempt: 2, carriedOut: 'unknown', retryable: true });
    expect(test.server.received).toHaveLength(2);
  });

  test('it is sent again when the caller allows it, and stays unsafe whatever the last attempt says', async () => {
    const retry = { retryUnanswered: true, maxAttempts: 2 };
    for (const last of [connectionRefused, 60004, 60010]) {
      const { result, calls } = await runCall([connectionReset, last], { retry }, 'deleteAllFriends');
      expect(calls).toBe(2);
      expect(result).toMatchObject({ reason: { attempt: 2, carriedOut: 'unknown', retryable: false } });
    }
  });

  test('so does the wait for a retry that is not sent', async () => {
    const retry = { retryUnanswered: true };
    const rateLimit = { calls: 1, perSeconds: 3600 };
    const { result } = await runCall([connectionReset], { retry, rateLimit }, 'deleteAllFriends');
    expect(result).toMatchObject({
      reason: { title: 'WaitTimedOut', carriedOut: 'unknown', retryable: false },
    });
    const controller = new AbortController();
    const { chat, stub, fake } = createStubbedChat({ retry });
    stub.respondTo('deleteAllFriends', () => {
      queueMicrotask(() => controller.abort());
      return createGatewayResponse(502, '5');
    });
    const { signal } = controller;
    const aborted = await fake.settle(chat.deleteAllFriends({ From_Account: 'id' }, { signal }));
    expect(aborted).toMatchObject({ reason: { name: 'ChatAbortError', carriedOut: 'unknown' } });
  });
});

describe('a failure that proves that nothing was carried out', () => {
  test.each([60004, 60007, 60014, 60018])('%i: deleteAllFriends is repeated', async (code) => {
    const { result, calls } = await runCall([code, code, code], {}, 'deleteAllFriends');
    expect(calls).toBe(3);
    expect(result).toMatchObject({ reason: { code, carriedOut: 'no', retryable: true } });
  });

  test('no connection: deleteAllFriends is repeated', async () => {
    const refused = Array(3).fill(connectionRefused);
    const { result, calls } = await runCall(refused, {}, 'deleteAllFriends');
    expect(calls).toBe(3);
    expect(result).toMatchObject({ reason: { carriedOut: 'no', retryable: true } });
  });

  test('a UserSig that does not come in time: nothing was sent', async () => {
    const { chat, stub, fake } = createStubbedChat({
      userSig: () => new Promise<string>(() => {}),
      retry: false,
    });
    const result = await fake.settle(chat.deleteAllFriends({ From_Account: 'id' }, { timeoutMs: 300 }));
    expect(result).toMatchObject({
      reason: {
        title: 'TimedOut',
        info: 'no UserSig within 300 ms, so nothing was sent',
        carriedOut: 'no',
        retryable: true,
      },
    });
    expect(stub.calls).toEqual([]);
  });

  test.each<[string, Partial<ChatClientOptions>, object, object]>([
    ['a request that breaks a limit', {}, { From_Account: '' }, { name: 'ChatRequestError' }],
    [
      'a UserSig that cannot be made',
      { userSig: () => Promise.reject(new Error('vault')) },
      {},
      { name: 'ChatSignError' },
    ],
    [
      'a rate limiter that fails',
      { rateLimit: { acquire: () => Promise.reject(new Error('store')) } },
      {},
      { name: 'ChatRateLimitError' },
    ],
  ])('%s', async (_, options, request, expected) => {
    const { chat } = createStubbedChat({ ...options, retry: false });
    const call = chat.deleteAllFriends({ From_Account: 'id', ...request });
    expect(await getFailure(call)).toMatchObject({ ...expected, carriedOut: 'no' });
  });

  test('an abort or the end of the time while the call waits for its turn', async () => {
    const { chat, fake } = createStubbedChat({ rateLimit: { calls: 1, perSeconds: 3600 }, timeoutMs: 500 });
    await chat.deleteAllFriends({ From_Account: 'id' });
    const controller = new AbortController();
    fake.clock.after(100, () => controller.abort());
    const aborted = chat.deleteAllFriends({ From_Account: 'id' }, { signal: controller.signal });
    expect(await fake.settle(aborted)).toMatchObject({
      reason: { name: 'ChatAbortError', carriedOut: 'no' },
    });
    const late = await fake.settle(chat.deleteAllFriends({ From_Account: 'id' }));
    expect(late).toMatchObject({ reason: { title: 'WaitTimedOut', carriedOut: 'no' } });
  });

  test('an abort before the request; after it, nobody knows', async () => {
    const { chat } = createStubbedChat({ fetch: () => new Promise(() => {}) });
    const call = (signal: AbortSignal) => chat.deleteAllFriends({ From_Account: 'id' }, { signal });
    expect(await getFailure(call(AbortSignal.abort()))).toMatchObject({ carriedOut: 'no', retryable: false });
    expect(await getFailure(call(AbortSignal.timeout(50)))).toMatchObject({
      carriedOut: 'unknown',
      retryable: false,
    });
  });
});

test('the errors say of each code what the catalogue says', async () => {
  expect([findCode(30007), findCode(60007), findCode(30001)]).toEqual(['unknown', 'no', 'unknown']);
  for (const { code, carriedOut } of errorCatalogue) {
    const { result } = await runCall([createBody(code)], { retry: false }, 'deleteAllFriends');
    expect(result, String(code)).toMatchObject({ reason: { code, carriedOut: carriedOut.value } });
  }
  const { result } = await runCall([createBody(39_999)], {}, 'deleteAllFriends');
  expect(result).toMatchObject({ reason: { title: 'Unknown', carriedOut: 'unknown', retryable: false } });
});

const createBody = (code: number) => createFailBody(code) as Record<string, unknown>;

describe('a primary host that drops every connection', () => {
  /** Sends what goes to the primary host of Singapore to the one URL, and all else to the other. */
  const createFetch = (primary: string, backup: string) => (url: string, init: RequestInit) => {
    const { host, pathname, search } = new URL(url);
    const base = host === 'adminapisgp.im.qcloud.com' ? primary : backup;
    return globalThis.fetch(`${base}${pathname}${search}`, init);
  };
  const options = { ...app, userSig, region: 'singapore', retry: false } as const;

  test('is given up after a limit of its own, and the backup host gets the request', async () => {
    await using silent = await startSilentHost();
    await using backup = await startServer(respondOkForAll);
    const events: unknown[] = [];
    const chat = createChatClient({
      ...options,
      fetch: createFetch(silent.url, backup.url),
      connectTimeoutMs: 500,
      hooks: {
        onAttempt: ({ error, next }) => events.push([error?.title, String(error?.cause), next?.reason]),
      },
    });
    await chat.deleteAllFriends({ From_Account: 'id' });
    expect(backup.received).toHaveLength(1);
    expect(events).toEqual([
      ['NoConnection', 'Error: no connection within 500 ms', 'backup-host'],
      [undefined, 'undefined', undefined],
    ]);
  });

  test('is reported as such when there is no other, and the request ends, so that it is not sent later', async () => {
    await using silent = await startSilentHost();
    const signals: unknown[] = [];
    const fetch = (url: string, init: RequestInit) => {
      signals.push(init.signal);
      return globalThis.fetch(url, init);
    };
    const chat = createChatClient({
      ...app,
      userSig,
      baseUrl: silent.url,
      retry: false,
      connectTimeoutMs: 300,
      fetch,
    });
    const error = await getFailure(chat.deleteAllFriends({ From_Account: 'id' }));
    expect(error).toMatchObject({
      title: 'NoConnection',
      carriedOut: 'no',
      retryable: true,
      retry: 'unsent',
    });
    expect(signals).toMatchObject([{ aborted: true }]);
  });

  test('is not mistaken for one that has the request and takes its time', async () => {
    await using slow = await startServer(
      (response) => void setTimeout(() => response.end(JSON.stringify(okBody)), 800),
    );
    await using backup = await startServer(respondOkForAll);
    const fetch = createFetch(slow.url, backup.url);
    const chat = createChatClient({ ...options, fetch, connectTimeoutMs: 200 });
    await chat.deleteAllFriends({ From_Account: 'id' });
    expect([slow.received.length, backup.received.length]).toEqual([1, 0]);
  });

  test('leaves no timer and no listener behind when the call ends before the limit', async () => {
    const signals: AbortSignal[] = [];
    const fetch = (_: string, { signal }: RequestInit) => {
      signals.push(signal as AbortSignal);
      return new Promise<Response>(() => {});
    };
    const { chat, fake } = createStubbedChat({ fetch, retry: false, timeoutMs: 100, connectTimeoutMs: 5000 });
    await fake.settle(chat.safe.deleteAllFriends({ From_Account: 'id' }));
    expect(fake.pending()).toBe(0);
    expect(signals.flatMap((signal) => getEventListeners(signal, 'abort'))).toEqual([]);
  });
});
