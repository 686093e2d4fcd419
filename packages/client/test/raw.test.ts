import { inspect } from 'node:util';
import { createChatClient } from '@chat-sns/client';
import { expect, test } from 'vitest';
import { app, getFailure, userSig } from './support/chat.ts';
import { createFailBody, type Responder, respondWithJson, startServer } from './support/server.ts';

const callRaw = (url: string, options = {}) =>
  createChatClient({ ...app, userSig, baseUrl: url, random: () => 7, ...options }).raw.POST(
    '/v4/sns/friend_delete_all',
    { body: { From_Account: 'id' } },
  );

test('the raw client signs, and returns the response as it is, including a failure', async () => {
  await using server = await startServer(respondWithJson(createFailBody(30003, 'no')));
  const { data, error, response } = await callRaw(server.url);
  expect(data).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 30003 });
  expect(error).toBeUndefined();
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

test('no response of the raw client shows the UserSig, whatever the server echoes', async () => {
  const echo: Responder = (response, { query }) =>
    response
      .writeHead(502, { location: `/?${query}`, 'x-query': String(query) })
      .end(`<html>${query}</html>`);
  await using server = await startServer(echo);
  const result = await callRaw(server.url);
  const headers = [...result.response.headers].join();
  expect(
    `${inspect(result, { depth: 9, showHidden: true })}${headers}${JSON.stringify(result)}`,
  ).not.toContain(userSig);
  expect(result.response.status).toBe(502);
});

test.each(['\\u002a', '\\u002A', '*', '%2A'])(
  'a body of the raw client that spells the UserSig with %s is masked',
  async (star) => {
    const starred = 'eJyrVgrxCdYrSy1S*lIyl';
    const body = `{ "ErrorInfo": "${starred.replace('*', star)}", "ErrorCode": 1 }`;
    const { data, response } = await callRawWith(() => new Response(body), { userSig: starred });
    expect(data).toEqual({ ErrorInfo: '***', ErrorCode: 1 });
    expect(response.status).toBe(200);
  },
);

test('a body of the raw client with a backslash that is not JSON is kept', async () => {
  const { error } = await callRawWith(() => new Response(`C:\\ ${userSig}`, { status: 500 }));
  expect(error).toBe('C:\\ ***');
});

test('the raw client has the time limit and follows no redirects', async () => {
  await using server = await startServer(
    (response) => response.writeHead(302, { location: 'https://example.com' }).end(),
    () => {},
  );
  expect((await callRaw(server.url)).response.status).toBe(302);
  expect(await getFailure(callRaw(server.url, { timeoutMs: 50 }))).toMatchObject({
    name: 'ChatTimeoutError',
  });
});

/** A call that gets its response from a function instead of a server. */
const callRawWith = (
  respond: (url: string, init: RequestInit) => Response | Promise<Response>,
  options = {},
) =>
  callRaw('https://chat.test', {
    fetch: async (url: string, init: RequestInit) => respond(url, init),
    ...options,
  });

test('the raw client sends the request unchanged, and never follows a redirect', async () => {
  const sent: [string, RequestInit][] = [];
  const respond = (...request: [string, RequestInit]) => {
    sent.push(request);
    return Response.json(createFailBody(30003));
  };
  await callRawWith(respond);
  expect(sent[0]).toMatchObject([
    expect.stringMatching(/^https:\/\/chat\.test\/v4\/sns\/friend_delete_all\?/),
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"From_Account":"id"}',
      redirect: 'manual',
      signal: expect.any(AbortSignal),
    },
  ]);
});

test('a response of the raw client keeps its headers, except those of the encoded body', async () => {
  const headers = {
    'content-type': 'application/json',
    'x-trace': 'a1',
    'content-length': '2',
    'content-encoding': 'br',
  };
  const { response } = await callRawWith(() => new Response('{}', { status: 201, headers }));
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'application/json',
    'x-trace': 'a1',
  });
  expect(response.status).toBe(201);
});

test('a response of the raw client may have no body', async () => {
  const { response } = await callRawWith(() => new Response(null, { status: 204 }));
  expect([response.status, response.body]).toEqual([204, null]);
});

test('a redirect whose status a browser hides is a 302', async () => {
  expect((await callRawWith(() => Response.error())).response.status).toBe(302);
});

test('an error of the raw client has a name and belongs to no operation', async () => {
  const cases = [
    [
      callRawWith(() => Promise.reject(new TypeError('fetch failed'))),
      'ConnectionLost: the connection failed before',
    ],
    [
      callRaw('https://chat.test', { userSig: () => '' }),
      'NoUserSig: could not sign or obtain a UserSig; see cause',
    ],
    [
      callRawWith(() => new Response('x'.repeat(1024 * 1024 + 1))),
      'BodyTooLarge: the body is larger than 1048576 bytes',
    ],
  ] as const;
  for (const [failing, message] of cases) {
    const error = await getFailure(failing);
    expect(error).toMatchObject({ operation: undefined, attempt: 0 });
    expect(error.message).toMatch(message);
  }
});

test('an error of the raw client shows neither the UserSig nor the secret key', async () => {
  const secretKey = 'a-secret-key-of-the-test';
  const options = { userSig: undefined, secretKey };
  const error = await getFailure(
    callRawWith((url) => Promise.reject(new TypeError(`failed ${url} ${secretKey}`)), options),
  );
  expect((error.cause as Error).message).toMatch(/^failed https:.*usersig=\*\*\*.* \*\*\*$/);
});

test.each(['before it starts', 'while it waits'])(
  'a signal that aborts a raw call %s ends it',
  async (when) => {
    const controller = new AbortController();
    const abort = () => controller.abort(new Error('stop'));
    if (when === 'before it starts') abort();
    const chat = createChatClient({
      ...app,
      userSig,
      baseUrl: 'https://chat.test',
      fetch: () => {
        abort();
        return new Promise(() => {});
      },
    });
    const error = await getFailure(
      chat.raw.POST('/v4/sns/friend_delete_all', {
        body: { From_Account: 'id' },
        signal: controller.signal,
      }),
    );
    expect(error).toMatchObject({ name: 'ChatAbortError', cause: { message: 'stop' } });
  },
);
