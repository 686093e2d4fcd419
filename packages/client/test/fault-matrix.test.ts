import { once } from 'node:events';
import { createGzip, gzipSync } from 'node:zlib';
import { createChatClient } from '@chat-sns/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app, failureOf, requestOf, userSig } from './support/chat.ts';
import { type Answer, ok, startServer } from './support/server.ts';

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end('<html>gateway</html>');

const endless: Answer = async (response) => {
  response.writeHead(200);
  const chunk = Buffer.alloc(64 * 1024, ' ');
  const closed = once(response, 'close');
  while (!response.destroyed)
    if (!response.write(chunk)) await Promise.race([once(response, 'drain'), closed]);
};

/** 400 MB of blanks in about 400 KB. */
const gzipBomb: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
  const gzip = createGzip({ level: 9 });
  gzip.pipe(response);
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  let left = 400;
  const pump = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!gzip.write(chunk)) return void gzip.once('drain', pump);
    }
    gzip.end();
  };
  pump();
};

const faults: { name: string; answer: Answer; expected: object; calls: number }[] = [
  {
    name: '502',
    answer: status(502),
    expected: { name: 'ChatHttpError', status: 502, title: 'Http502', retryable: true },
    calls: 2,
  },
  {
    name: '404',
    answer: status(404),
    expected: { name: 'ChatHttpError', status: 404, retryable: false },
    calls: 1,
  },
  {
    name: '503 with Retry-After',
    answer: status(503, { 'retry-after': '0' }),
    expected: { name: 'ChatHttpError', status: 503, retryAfterMs: 0 },
    calls: 2,
  },
  {
    name: '503 with a Retry-After beyond the limit',
    answer: status(503, { 'retry-after': '3600' }),
    expected: { name: 'ChatHttpError', status: 503, retryAfterMs: 3_600_000 },
    calls: 1,
  },
  {
    name: 'connection reset before the answer',
    answer: (response) => response.socket?.resetAndDestroy(),
    expected: { name: 'ChatNetworkError', title: 'ConnectionLost', retryable: true },
    calls: 2,
  },
  {
    name: 'connection reset in the middle of the body',
    answer: (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"ActionStatus":"OK"', () => response.socket?.resetAndDestroy());
    },
    expected: { name: 'ChatNetworkError', title: 'ConnectionLost' },
    calls: 2,
  },
  {
    name: 'no answer',
    answer: () => {},
    expected: { name: 'ChatTimeoutError', title: 'TimedOut' },
    calls: 2,
  },
  {
    name: 'slow body',
    answer: (response) => response.writeHead(200).write('{"ActionStatus":'),
    expected: { name: 'ChatTimeoutError', title: 'TimedOut' },
    calls: 2,
  },
  {
    name: 'endless body',
    answer: endless,
    expected: { name: 'ChatResponseError', title: 'BodyTooLarge', retryable: false },
    calls: 1,
  },
  {
    name: 'gzip bomb',
    answer: gzipBomb,
    expected: { name: 'ChatResponseError', title: 'BodyTooLarge' },
    calls: 1,
  },
  { name: 'HTML', answer: status(200), expected: { name: 'ChatResponseError', title: 'HtmlBody' }, calls: 1 },
  {
    name: 'empty',
    answer: (response) => response.end(),
    expected: { name: 'ChatResponseError', title: 'EmptyBody' },
    calls: 2,
  },
  {
    name: 'wrong JSON',
    answer: (response) => response.end('{"ActionStatus":"OK","ErrorCode":0,'),
    expected: { name: 'ChatResponseError', title: 'BrokenJson' },
    calls: 2,
  },
  {
    name: 'broken gzip',
    answer: (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
    expected: { name: 'ChatNetworkError', title: 'ConnectionLost' },
    calls: 2,
  },
];

describe('each fault of a server gives its named error, within its deadline, and leaves nothing behind', () => {
  const rejections: unknown[] = [];
  const note = (reason: unknown) => rejections.push(reason);
  beforeAll(() => void process.on('unhandledRejection', note));
  afterAll(() => void process.off('unhandledRejection', note));

  test.each(faults)('$name', async ({ answer, expected, calls }) => {
    await using server = await startServer(answer);
    const chat = createChatClient({
      ...app,
      userSig,
      baseUrl: server.url,
      timeoutMs: 400,
      retry: { maxAttempts: 2, baseDelayMs: 10 },
    });
    const timersBefore = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const memoryBefore = process.memoryUsage().rss;
    const startedAt = performance.now();
    const error = await failureOf(chat.deleteFriends(requestOf('deleteFriends')));
    expect(error).toMatchObject({ operation: 'deleteFriends', attempt: calls, ...expected });
    expect(performance.now() - startedAt).toBeLessThan(2 * 400 + 1000);
    expect(server.received).toHaveLength(calls);
    expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(200 * 1024 * 1024);
    // A connection that is of no more use is closed by the client, and its own timers are gone.
    await expect.poll(() => server.openConnections(), { timeout: 3000 }).toBeLessThanOrEqual(1);
    const timersAfter = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    expect(timersAfter).toBeLessThanOrEqual(timersBefore + 3);
    expect(rejections).toEqual([]);
  });

  test.each([301, 302, 303, 307, 308])(
    'a redirect to another host (%i) is refused and nothing reaches the other host',
    async (code) => {
      await using other = await startServer((response) => response.end(JSON.stringify(ok)));
      await using server = await startServer((response, { query }) =>
        response
          .writeHead(code, { location: `${other.url.replace('127.0.0.1', 'localhost')}/?${query}` })
          .end(),
      );
      const chat = createChatClient({ ...app, userSig, baseUrl: server.url });
      const error = await failureOf(chat.deleteFriends(requestOf('deleteFriends')));
      expect(error).toMatchObject({
        name: 'ChatHttpError',
        title: 'RedirectRefused',
        status: code,
        retryable: false,
      });
      expect(other.received).toEqual([]);
      expect(JSON.stringify(error)).not.toContain(userSig);
    },
  );

  test('a host that nobody listens on is a connection that was never made', async () => {
    const { url } = await (async () => {
      await using server = await startServer();
      return server;
    })();
    const chat = createChatClient({ ...app, userSig, baseUrl: url, retry: false });
    const error = await failureOf(chat.deleteAllFriends(requestOf('deleteAllFriends')));
    expect(error).toMatchObject({ name: 'ChatNetworkError', title: 'NoConnection', retry: 'unsent' });
    expect(error.cause).toBeInstanceOf(Error);
  });

  test('a name that does not resolve is a connection that was never made', async () => {
    const chat = createChatClient({ ...app, userSig, baseUrl: 'https://host.invalid', retry: false });
    const error = await failureOf(chat.deleteAllFriends(requestOf('deleteAllFriends')));
    expect(error).toMatchObject({ name: 'ChatNetworkError', title: 'NoConnection' });
  });

  test('an answer of just the size of the cap is read', async () => {
    const body = JSON.stringify({ ...ok, ResultItem: [] });
    const padded = body + ' '.repeat(1024 * 1024 - body.length);
    const zipped = gzipSync(padded);
    await using server = await startServer(
      (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(zipped),
      (response) => response.end(`${padded} `),
    );
    const chat = createChatClient({ ...app, userSig, baseUrl: server.url });
    await expect(chat.deleteFriends(requestOf('deleteFriends'))).resolves.toBeDefined();
    const error = await failureOf(chat.deleteFriends(requestOf('deleteFriends')));
    expect(error.title).toBe('BodyTooLarge');
  });
});
