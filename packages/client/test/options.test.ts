import { inspect } from 'node:util';
import { type ChatClientOptions, ChatConfigError, createChatClient } from '@chat-sns/client';
import { createFetchStub } from '@chat-sns/client/testing';
import { regions } from '@chat-sns/spec';
import { expect, test } from 'vitest';
import { app, copyRequest, createStubbedChat, getFailure, userSig } from './support/chat.ts';
import { createFailBody } from './support/server.ts';

const getConfigError = (options: object): ChatConfigError => {
  try {
    createChatClient({ ...app, userSig, ...options } as ChatClientOptions);
  } catch (error) {
    if (error instanceof ChatConfigError) return error;
    throw error;
  }
  throw new Error('accepted');
};

const secret = 'sig-in-a-pasted-url';

const notAbsolute = 'baseUrl must be an absolute URL, for example https://host';
const host = 'baseUrl with host console.tim.qq.com';
const query = `${host} must not contain a query or fragment`;
const user = `${host} must not contain a username or password`;
const formatLoopbackInfo = (name: string) =>
  `baseUrl with host ${name} must use https, unless it is a loopback host or sendUserSigUnencrypted is true`;

test.each([
  [`https://console.tim.qq.com/v4/sns/friend_delete?usersig=${secret}`, query],
  [`https://console.tim.qq.com#${secret}`, query],
  ['https://console.tim.qq.com?', query],
  [`https://user:${secret}@console.tim.qq.com`, user],
  [`https://${secret}@console.tim.qq.com`, user],
  [`https://:${secret}@console.tim.qq.com`, user],
  [`console.tim.qq.com/?usersig=${secret}`, notAbsolute],
  [`http://[bad?usersig=${secret}`, notAbsolute],
  ['', notAbsolute],
  [new URL('https://console.tim.qq.com'), notAbsolute],
  [7, notAbsolute],
  [`http://console.tim.qq.com/${secret}`, formatLoopbackInfo('console.tim.qq.com')],
  [`http://127.0.0.1.evil.test/${secret}`, formatLoopbackInfo('127.0.0.1.evil.test')],
  [`http://localhost.evil.test/${secret}`, formatLoopbackInfo('localhost.evil.test')],
  [`http://notlocalhost/${secret}`, formatLoopbackInfo('notlocalhost')],
  [`http://128.0.0.1/${secret}`, formatLoopbackInfo('128.0.0.1')],
  [`ftp://console.tim.qq.com/${secret}`, `${host} must use https`],
  [`javascript:${secret}`, 'baseUrl with host  must use https'],
])('the base URL %s is rejected with an error that shows at most the host', (baseUrl, info) => {
  const error = getConfigError({ baseUrl });
  expect(error).toMatchObject({ title: 'InvalidBaseUrl', info });
  expect(`${inspect(error, { showHidden: true, depth: 9 })}${JSON.stringify(error)}`).not.toContain(secret);
});

test.each([
  ['https://console.tim.qq.com', 'https://console.tim.qq.com/v4/sns/friend_delete_all'],
  ['https://proxy.test/chat/', 'https://proxy.test/chat/v4/sns/friend_delete_all'],
  ['http://localhost:4010', 'http://localhost:4010/v4/sns/friend_delete_all'],
  ['https://proxy.test/chat///', 'https://proxy.test/chat/v4/sns/friend_delete_all'],
  ['http://app.localhost:1', 'http://app.localhost:1/v4/sns/friend_delete_all'],
  ['http://127.80.9.1:1', 'http://127.80.9.1:1/v4/sns/friend_delete_all'],
  ['http://[::1]:8', 'http://[::1]:8/v4/sns/friend_delete_all'],
])('the base URL %s is used', async (baseUrl, expected) => {
  const urls: string[] = [];
  const stub = createFetchStub();
  const fetch = (url: string, init: RequestInit) => {
    urls.push(url);
    return stub.fetch(url, init);
  };
  await createChatClient({ ...app, userSig, baseUrl, fetch }).deleteAllFriends(
    copyRequest('deleteAllFriends'),
  );
  expect(urls[0]?.split('?')[0]).toBe(expected);
});

test('http to another host is allowed by the option that says what it gives up', async () => {
  const urls: string[] = [];
  const stub = createFetchStub();
  const fetch = (url: string, init: RequestInit) => {
    urls.push(url);
    return stub.fetch(url, init);
  };
  const cluster = { baseUrl: 'http://mock:4010', sendUserSigUnencrypted: true };
  await createChatClient({ ...app, userSig, fetch, ...cluster }).deleteAllFriends(
    copyRequest('deleteAllFriends'),
  );
  expect(urls[0]).toMatch(/^http:\/\/mock:4010\/v4\/sns\/friend_delete_all\?/);
  const unsure = { ...cluster, sendUserSigUnencrypted: 'true' };
  expect(getConfigError(unsure)).toMatchObject({ info: formatLoopbackInfo('mock:4010') });
  expect(getConfigError({ ...cluster, baseUrl: 'ftp://mock' }).info).toBe(
    'baseUrl with host mock must use https',
  );
});

const oneRegion = `UnknownRegion: region must be one of ${Object.keys(regions).join(', ')}`;
const appId = 'InvalidSdkAppId: sdkAppId must be the positive integer from the Chat console';
const identifier =
  'IdentifierMissing: identifier must be the UserID of an app administrator, a string without control characters';
const timeout = 'InvalidTimeout: timeoutMs must be a positive number below 2147483648';
const rateLimit =
  'InvalidRateLimit: rateLimit requires a positive integer as calls and a positive number as perSeconds';
const docs =
  'InvalidDocsUrl: docsUrl must be an absolute URL with http or https, for example http://127.0.0.1:4000/';
const mustBeFunction = (name: string) => `InvalidOption: ${name} must be a function`;

test.each([
  [{ region: undefined }, oneRegion],
  [{ region: 'mars' }, oneRegion],
  [{ region: 'toString' }, oneRegion],
  [{ baseUrl: 'https://a.test' }, 'TwoHosts: set either region or baseUrl, not both'],
  [{ sdkAppId: 0 }, appId],
  [{ sdkAppId: 1.5 }, appId],
  [{ sdkAppId: '1400000000' }, appId],
  [{ identifier: '' }, identifier],
  [{ identifier: 7 }, identifier],
  [{ identifier: 'admin\n' }, identifier],
  [{ identifier: 'admin\ud800' }, identifier],
  [{ timeoutMs: 0 }, timeout],
  [{ timeoutMs: Number.POSITIVE_INFINITY }, timeout],
  [{ timeoutMs: 2 ** 31 }, timeout],
  [{ timeoutMs: Number.NaN }, timeout],
  [{ connectTimeoutMs: 0 }, timeout.replace('timeoutMs', 'connectTimeoutMs')],
  [{ timeoutMs: '5000' }, timeout],
  [{ rateLimit: { calls: 0, perSeconds: 1 } }, rateLimit],
  [{ rateLimit: { calls: 1.5, perSeconds: 1 } }, rateLimit],
  [{ rateLimit: { calls: 1, perSeconds: 0 } }, rateLimit],
  [{ rateLimit: { calls: Number.NaN, perSeconds: 1 } }, rateLimit],
  [{ rateLimit: { calls: 1, perSeconds: Number.NaN } }, rateLimit],
  [{ rateLimit: { calls: 1, perSeconds: Number.POSITIVE_INFINITY } }, rateLimit],
  [{ rateLimit: { calls: 1, perSeconds: '1' } }, rateLimit],
  [{ timeoutMs: Number.NaN }, timeout],
  [{ connectTimeoutMs: 0 }, timeout.replace('timeoutMs', 'connectTimeoutMs')],
  [{ docsUrl: 'errors' }, docs],
  [{ docsUrl: 'localhost:4000/' }, docs],
  [{ docsUrl: 'mailto:docs@app.test' }, docs],
  [{ docsUrl: 7 }, docs],
  [{ fetch: 'fetch' }, mustBeFunction('fetch')],
  [{ fetch: null }, mustBeFunction('fetch')],
  [{ random: 7 }, mustBeFunction('random')],
  [{ jitter: 7 }, mustBeFunction('jitter')],
  [{ hooks: null }, mustBeFunction('hooks.onAttempt')],
  [{ hooks: 'log' }, mustBeFunction('hooks.onAttempt')],
  [{ hooks: { onAttempt: 'log' } }, mustBeFunction('hooks.onAttempt')],
  [{ clock: null }, mustBeFunction('clock.now')],
  [{ clock: { now: () => 0 } }, mustBeFunction('clock.after')],
])('the options %j are rejected with what to do: %s', (options, message) => {
  expect(getConfigError({ region: 'seoul', ...options })).toMatchObject({
    name: 'ChatConfigError',
    message,
    operation: undefined,
    attempt: 0,
  });
});

test.each([undefined, null, 'options', []])('%j in place of the options is rejected by name', (options) => {
  expect(() => createChatClient(options as never)).toThrow(
    expect.objectContaining({ name: 'ChatConfigError', message: appId }),
  );
});

test('the smallest app number, the longest time limit and a rate limit of one call are accepted', () => {
  const edge = { sdkAppId: 1, timeoutMs: 2 ** 31 - 1, rateLimit: { calls: 1, perSeconds: 0.001 } };
  expect(() => createChatClient({ ...app, userSig, region: 'seoul', ...edge })).not.toThrow();
});

test('an attempt may take ten seconds; the limit of a call is checked too', async () => {
  const { chat, fake } = createStubbedChat({ fetch: () => new Promise(() => {}), retry: false });
  const startedAt = fake.now();
  await fake.settle(chat.deleteFriends(copyRequest('deleteFriends')));
  expect(fake.now() - startedAt).toBe(10_000);
  const wrong = chat.deleteFriends(copyRequest('deleteFriends'), { timeoutMs: 0 });
  await expect(wrong).rejects.toThrow(timeout);
  for (const signal of [new AbortController(), null]) {
    const call = chat.safe.deleteFriends(copyRequest('deleteFriends'), { signal: signal as never });
    expect(await call).toMatchObject({ error: { message: 'InvalidSignal: signal must be an AbortSignal' } });
  }
});

test('each attempt has a random number of its own, from the system by default', async () => {
  const stub = createFetchStub().respondTo('deleteAllFriends', 60004);
  const chat = createChatClient({
    ...app,
    userSig,
    region: 'seoul',
    fetch: stub.fetch,
    retry: { baseDelayMs: 0 },
  });
  await chat.deleteAllFriends(copyRequest('deleteAllFriends'));
  await chat.deleteAllFriends(copyRequest('deleteAllFriends'));
  const values = stub.calls.map(({ query }) => query.random);
  expect(values).toEqual(Array(3).fill(expect.stringMatching(/^\d{1,10}$/)));
  expect(new Set(values).size).toBe(3);
});

test('a fetch that is replaced after the client was created is used', async () => {
  const chat = createChatClient({ ...app, userSig, region: 'seoul' });
  const original = globalThis.fetch;
  globalThis.fetch = async () => Response.json(createFailBody(30003));
  try {
    expect(await getFailure(chat.deleteFriends(copyRequest('deleteFriends')))).toMatchObject({ code: 30003 });
  } finally {
    globalThis.fetch = original;
  }
});
