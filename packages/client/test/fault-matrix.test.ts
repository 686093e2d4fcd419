import { gzipSync } from 'node:zlib';
import { createChatClient } from '@chat-sns/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { app, copyRequest, getFailure, userSig } from './support/chat.ts';
import { faults } from './support/faults.ts';
import { okBody, startServer } from './support/server.ts';

describe('each server failure becomes its named error, within the deadline, and leaves nothing behind', () => {
  const rejections: unknown[] = [];
  const recordRejection = (reason: unknown) => rejections.push(reason);
  beforeAll(() => void process.on('unhandledRejection', recordRejection));
  afterAll(() => void process.off('unhandledRejection', recordRejection));

  test.each(faults)('$name', async ({ respond, expected, attempts }) => {
    // Short where the deadline is tested; elsewhere a busy machine must not reach it.
    const timeoutMs = 'name' in expected && expected.name === 'ChatTimeoutError' ? 400 : 10_000;
    await using server = await startServer(respond);
    const chat = createChatClient({
      ...app,
      userSig,
      baseUrl: server.url,
      timeoutMs,
      retry: { maxAttempts: 2, baseDelayMs: 10 },
    });
    const timersBefore = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const memoryBefore = process.memoryUsage().rss;
    const startedAt = performance.now();
    const error = await getFailure(chat.deleteFriends(copyRequest('deleteFriends')));
    expect(error).toMatchObject({ operation: 'deleteFriends', attempt: attempts, ...expected });
    expect(performance.now() - startedAt).toBeLessThan(2 * timeoutMs + 5000);
    expect(server.received).toHaveLength(attempts);
    expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(200 * 1024 * 1024);
    // The client closes a connection that it cannot use again, and clears its timers.
    await expect.poll(() => server.openConnections(), { timeout: 15_000 }).toBeLessThanOrEqual(1);
    const timersAfter = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    expect(timersAfter).toBeLessThanOrEqual(timersBefore + 3);
    expect(rejections).toEqual([]);
  });

  test.each([301, 302, 303, 307, 308])(
    'a redirect to another host (%i) is not followed, and nothing reaches the other host',
    async (code) => {
      await using other = await startServer((response) => response.end(JSON.stringify(okBody)));
      await using server = await startServer((response, { query }) =>
        response
          .writeHead(code, { location: `${other.url.replace('127.0.0.1', 'localhost')}/?${query}` })
          .end(),
      );
      const chat = createChatClient({ ...app, userSig, baseUrl: server.url });
      const error = await getFailure(chat.deleteFriends(copyRequest('deleteFriends')));
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

  test('a host on which nothing listens is reported as NoConnection', async () => {
    const { url } = await (async () => {
      await using server = await startServer();
      return server;
    })();
    const chat = createChatClient({ ...app, userSig, baseUrl: url, retry: false });
    const error = await getFailure(chat.deleteAllFriends(copyRequest('deleteAllFriends')));
    expect(error).toMatchObject({ name: 'ChatNetworkError', title: 'NoConnection', retry: 'unsent' });
    expect(error.cause).toBeInstanceOf(Error);
  });

  test('a name that does not resolve is reported as NoConnection', async () => {
    const chat = createChatClient({ ...app, userSig, baseUrl: 'https://host.invalid', retry: false });
    const error = await getFailure(chat.deleteAllFriends(copyRequest('deleteAllFriends')));
    expect(error).toMatchObject({ name: 'ChatNetworkError', title: 'NoConnection' });
  });

  test('a response of exactly the size limit is read', async () => {
    const body = JSON.stringify({ ...okBody, ResultItem: [] });
    const padded = body + ' '.repeat(1024 * 1024 - body.length);
    const zipped = gzipSync(padded);
    await using server = await startServer((response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(zipped),
    );
    const chat = createChatClient({ ...app, userSig, baseUrl: server.url });
    await expect(chat.deleteFriends(copyRequest('deleteFriends'))).resolves.toBeDefined();
  });
});
