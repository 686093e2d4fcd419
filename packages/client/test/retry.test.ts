import type { RetrySettings } from '@chat-sns/client';
import type { StubResponse } from '@chat-sns/client/testing';
import { describe, expect, test } from 'vitest';
import { copyRequest, createStubbedChat } from './support/chat.ts';
import { connectionRefused, connectionReset, createGatewayResponse, runCall } from './support/run-call.ts';
import { createFailBody } from './support/server.ts';

describe('backoff', () => {
  test('doubles its longest wait and chooses the wait at random', async () => {
    const half = await runCall([30006, 30006], { jitter: () => 2 ** 31 });
    expect(half.times).toEqual([0, 100]);
    const four = Array<StubResponse>(4).fill(30006);
    const longest = {
      jitter: () => 2 ** 32 - 1,
      retry: { maxAttempts: 4, baseDelayMs: 1000, maxDelayMs: 2500 },
    };
    expect((await runCall(four, longest)).times).toEqual([0, 999, 999 + 1999, 999 + 1999 + 2499]);
    expect((await runCall(four, { ...longest, jitter: () => 0 })).times).toEqual([0, 0, 0, 0]);
  });

  test('after a throttled call waits at least the period of the limit', async () => {
    expect((await runCall([60007, 60007], { jitter: () => 0 })).times).toEqual([0, 1000]);
    expect((await runCall([60007, 60007])).times).toEqual([0, 1100]);
    expect((await runCall([createGatewayResponse(429, '1'), 60007])).times).toEqual([0, 1100]);
  });

  test('starts no retry after maxElapsedMs', async () => {
    const retry = { maxAttempts: 100, baseDelayMs: 1000, maxDelayMs: 1000, maxElapsedMs: 3500 };
    const { times, elapsed } = await runCall(Array<StubResponse>(50).fill(30006), {
      retry,
      jitter: () => 2 ** 32 - 1,
    });
    expect(times).toHaveLength(4);
    expect(elapsed).toBeLessThan(3500);
  });

  test.each([
    ['seconds', '2'],
    ['a date', new Date(1_700_000_002_000).toUTCString()],
  ])('honours Retry-After in %s', async (_, header) => {
    expect(
      (await runCall([createGatewayResponse(503, header), createGatewayResponse(429, header)])).times,
    ).toEqual([0, 2000]);
  });

  test('honours Retry-After of a FAIL', async () => {
    const body = JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: 60007, ErrorInfo: '' });
    const response = new Response(body, { headers: { 'retry-after': '7' } });
    expect((await runCall([response, 30003])).times).toEqual([0, 7000]);
  });

  test('honours Retry-After of a gateway that may have forwarded the request', async () => {
    expect((await runCall([createGatewayResponse(504, '3'), 30003])).times).toEqual([0, 3000]);
  });

  const thirtyDays = String(30 * 24 * 3600);
  const refuse = (code: number, retryAfter: string) => () =>
    Response.json(createFailBody(code), { headers: { 'retry-after': retryAfter } });

  test.each<[string, () => Response, RetrySettings]>([
    [
      '30 days of a gateway',
      () => createGatewayResponse(503, thirtyDays),
      { maxElapsedMs: Number.POSITIVE_INFINITY },
    ],
    [
      'more digits than a number has',
      () => createGatewayResponse(429, '9'.repeat(400)),
      { maxElapsedMs: Number.POSITIVE_INFINITY },
    ],
    [
      'a date in 100 years',
      () => createGatewayResponse(503, 'Sat, 01 Jan 2123 00:00:00 GMT'),
      { maxElapsedMs: Number.POSITIVE_INFINITY },
    ],
    ['30 days of 60007', refuse(60007, thirtyDays), { maxElapsedMs: Number.POSITIVE_INFINITY }],
    ['30 days of 70050', refuse(70050, thirtyDays), { cooldown: 'wait' }],
  ])('fails at once when no timer can wait that long: %s', async (_, respond, retry) => {
    const { times, elapsed } = await runCall([respond(), respond(), respond()], { retry });
    expect([times, elapsed]).toEqual([[0], 0]);
  });

  test('waits no longer than a timer can, whatever maxDelayMs says', async () => {
    const endless = {
      maxDelayMs: Number.POSITIVE_INFINITY,
      maxElapsedMs: Number.POSITIVE_INFINITY,
      baseDelayMs: 2 ** 40,
    };
    const { times } = await runCall([30006, 30006], { retry: endless, jitter: () => 2 ** 32 - 1 });
    expect(times).toEqual([0, 2 ** 31 - 2]);
  });

  test('fails at once when Retry-After exceeds maxElapsedMs', async () => {
    const { times, elapsed, result } = await runCall([createGatewayResponse(503, '31')]);
    expect(times).toEqual([0]);
    expect(elapsed).toBe(0);
    expect(result).toMatchObject({ reason: { status: 503, retryAfterMs: 31_000 } });
  });
});

describe('by default', () => {
  const longest = { jitter: () => 2 ** 32 - 1 };

  test('a call is retried for 30 seconds at most, with waits from 200 ms up to 5 seconds', async () => {
    const { times } = await runCall(Array<StubResponse>(50).fill(30006), {
      ...longest,
      retry: { maxAttempts: 50 },
    });
    expect(times).toEqual([0, 199, 598, 1397, 2996, 6195, 11_194, 16_193, 21_192, 26_191]);
  });

  test('a retry may start exactly at maxElapsedMs', async () => {
    expect((await runCall([createGatewayResponse(503, '30'), 30003])).times).toEqual([0, 30_000]);
  });
});

describe('31707 and 70050', () => {
  test('31707 is never retried', async () => {
    expect((await runCall([31707], { retry: { maxAttempts: 10 } })).calls).toBe(1);
  });

  test('70050 waits its minute when configured, even beyond maxElapsedMs', async () => {
    const { times, result } = await runCall([70050, 30003], {
      retry: { cooldown: 'wait', maxElapsedMs: 1000 },
    });
    expect(times).toEqual([0, 60_000]);
    expect(result).toMatchObject({ reason: { code: 30003 } });
  });
});

test('70050 waits longer than its minute when the server asks for it', async () => {
  const body = JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: 70050, ErrorInfo: '' });
  const response = () => new Response(body, { headers: { 'retry-after': '90' } });
  expect((await runCall([response(), 30003], { retry: { cooldown: 'wait' } })).times).toEqual([0, 90_000]);
  expect((await runCall([response()])).calls).toBe(1);
});

describe('an unanswered attempt', () => {
  const faults: [string, () => StubResponse][] = [
    ['a broken connection', () => connectionReset],
    ['a 502', () => createGatewayResponse(502)],
    ['a 503 without Retry-After', () => createGatewayResponse(503)],
    ['an empty body', () => new Response('')],
    ['a timeout', () => () => new Promise(() => {})],
  ];

  test.each(faults)('%s: deleteFriends and deleteFriendLists are retried', async (_, fault) => {
    for (const operation of ['deleteFriends', 'deleteFriendLists'] as const) {
      expect(await runCall([fault()], {}, operation)).toMatchObject({
        calls: 2,
        result: { status: 'fulfilled' },
        pending: 0,
      });
    }
  });

  test.each(faults)('%s: deleteAllFriends is not retried', async (_, fault) => {
    expect(await runCall([fault()], {}, 'deleteAllFriends')).toMatchObject({
      calls: 1,
      result: { reason: { retry: 'unanswered', carriedOut: 'unknown', retryable: false } },
    });
  });

  test.each(faults)('%s: deleteAllFriends is retried with retryUnanswered', async (_, fault) => {
    const retry = { retryUnanswered: true };
    expect(await runCall([fault()], { retry }, 'deleteAllFriends')).toMatchObject({
      calls: 2,
      result: { status: 'fulfilled' },
    });
    expect(await runCall([fault()], {}, 'deleteAllFriends', { retry })).toMatchObject({ calls: 2 });
  });

  test('deleteAllFriends is retried when nothing was sent', async () => {
    expect((await runCall([connectionRefused], {}, 'deleteAllFriends')).calls).toBe(2);
  });
});

describe('settings', () => {
  test.each<[keyof RetrySettings, unknown, string]>([
    ['maxAttempts', Number.NaN, 'a positive integer or Infinity'],
    ['maxAttempts', 0, 'a positive integer or Infinity'],
    ['maxAttempts', 2.5, 'a positive integer or Infinity'],
    ['maxAttempts', '3', 'a positive integer or Infinity'],
    ['baseDelayMs', Number.NaN, 'a number from 0'],
    ['baseDelayMs', -1, 'a number from 0'],
    ['maxDelayMs', '5000', 'a number from 0'],
    ['maxElapsedMs', Number.NaN, 'a number from 0'],
    ['cooldown', true, "'fail' or 'wait'"],
    ['retryUnanswered', 'no', 'true or false'],
  ])('%s: %s is rejected, when the client is created and for a call', async (name, value, expected) => {
    const retry = { [name]: value };
    const error = { name: 'ChatConfigError', message: `InvalidRetry: retry.${name} must be ${expected}` };
    expect(() => createStubbedChat({ retry } as never)).toThrow(expect.objectContaining(error));
    const { chat, stub } = createStubbedChat();
    const call = chat.deleteFriends(copyRequest('deleteFriends'), { retry } as never);
    await expect(call).rejects.toMatchObject(error);
    expect(stub.calls).toEqual([]);
  });

  test('may be as large as Infinity and as small as 0', async () => {
    const retry = { maxAttempts: Number.POSITIVE_INFINITY, baseDelayMs: 0, maxDelayMs: 0 };
    expect((await runCall(Array<StubResponse>(20).fill(30006), { retry })).calls).toBe(21);
    expect((await runCall([30006], { retry: { maxElapsedMs: 0, baseDelayMs: 0 } })).calls).toBe(2);
  });

  test.each([
    ['of the client', { retry: false as const }, {}],
    ['of the call', {}, { retry: false as const }],
    ['of the call over those of the client', { retry: { maxAttempts: 9 } }, { retry: { maxAttempts: 1 } }],
  ])('%s turn retries off', async (_, options, callOptions) => {
    expect((await runCall([30006, 30006], options, 'deleteFriends', callOptions)).calls).toBe(1);
  });

  test('of the call keep those of the client that they do not override', async () => {
    const options = { retry: { maxAttempts: 5 }, jitter: () => 2 ** 32 - 1 };
    const { times } = await runCall(Array<StubResponse>(9).fill(30006), options, 'deleteFriends', {
      retry: { baseDelayMs: 10, maxAttempts: undefined },
    });
    expect(times).toHaveLength(5);
    expect(times[1]).toBe(9);
  });
});
