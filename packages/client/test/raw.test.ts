import { inspect } from 'node:util';
import { createChatClient } from '@chat-sns/client';
import { expect, test } from 'vitest';
import { app, failureOf, userSig } from './support/chat.ts';
import { type Answer, fail, json, startServer } from './support/server.ts';

const call = (url: string, options = {}) =>
  createChatClient({ ...app, userSig, baseUrl: url, ...options }).raw.POST('/v4/sns/friend_delete_all', {
    params: { query: { random: 7, contenttype: 'json' } },
    body: { From_Account: 'id' },
  });

test('the raw client is signed and gives the wire, failures included', async () => {
  await using server = await startServer(json(fail(30003, 'no')));
  const { data, response } = await call(server.url);
  expect(data).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 30003 });
  expect(response.status).toBe(200);
  expect(server.received[0]).toMatchObject({
    path: '/v4/sns/friend_delete_all',
    body: '{"From_Account":"id"}',
  });
  expect(Object.fromEntries(server.received[0]?.query ?? [])).toEqual({
    sdkappid: '1400000000',
    identifier: 'administrator',
    usersig: userSig,
    random: '7',
    contenttype: 'json',
  });
});

test('no response of the raw client shows the UserSig, whatever the server repeats', async () => {
  const echo: Answer = (response, { query }) =>
    response
      .writeHead(502, { location: `/?${query}`, 'x-query': String(query) })
      .end(`<html>${query}</html>`);
  await using server = await startServer(echo);
  const result = await call(server.url);
  const headers = [...result.response.headers].join();
  expect(
    `${inspect(result, { depth: 9, showHidden: true })}${headers}${JSON.stringify(result)}`,
  ).not.toContain(userSig);
  expect(result.response.status).toBe(502);
});

test('the raw client has the time limit, the cap and no redirects', async () => {
  await using server = await startServer(
    (response) => response.end('x'.repeat(1024 * 1024 + 1)),
    (response) => response.writeHead(302, { location: 'https://example.com' }).end(),
    () => {},
  );
  expect(await failureOf(call(server.url))).toMatchObject({ title: 'BodyTooLarge' });
  expect((await call(server.url)).response.status).toBe(302);
  expect(await failureOf(call(server.url, { timeoutMs: 50 }))).toMatchObject({ name: 'ChatTimeoutError' });
});
