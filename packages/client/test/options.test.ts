import { inspect } from 'node:util';
import { type ChatClientOptions, ChatConfigError, createChatClient } from '@chat-sns/client';
import { createFetchStub } from '@chat-sns/client/testing';
import { expect, test } from 'vitest';
import { app, requestOf, userSig } from './support/chat.ts';

const errorOf = (options: object): ChatConfigError => {
  try {
    createChatClient({ ...app, userSig, ...options } as ChatClientOptions);
  } catch (error) {
    if (error instanceof ChatConfigError) return error;
    throw error;
  }
  throw new Error('accepted');
};

const secret = 'sig-in-a-pasted-url';

test.each([
  `https://console.tim.qq.com/v4/sns/friend_delete?usersig=${secret}`,
  `https://console.tim.qq.com#${secret}`,
  `https://user:${secret}@console.tim.qq.com`,
  `https://${secret}@console.tim.qq.com`,
  `console.tim.qq.com/?usersig=${secret}`,
  `http://[bad?usersig=${secret}`,
  `http://console.tim.qq.com/${secret}`,
  `ftp://console.tim.qq.com/${secret}`,
  `javascript:${secret}`,
  `http://127.0.0.1.evil.test/${secret}`,
  `http://localhost.evil.test/${secret}`,
  '',
])('the base URL %s is refused with an error that shows the host at most', (baseUrl) => {
  const error = errorOf({ baseUrl });
  expect(error.title).toBe('InvalidBaseUrl');
  expect(`${inspect(error, { showHidden: true, depth: 9 })}${JSON.stringify(error)}`).not.toContain(secret);
});

test.each([
  ['https://console.tim.qq.com', 'https://console.tim.qq.com/v4/sns/friend_delete_all'],
  ['https://proxy.test/chat/', 'https://proxy.test/chat/v4/sns/friend_delete_all'],
  ['http://localhost:4010', 'http://localhost:4010/v4/sns/friend_delete_all'],
  ['http://127.8.9.1:1', 'http://127.8.9.1:1/v4/sns/friend_delete_all'],
  ['http://[::1]:8', 'http://[::1]:8/v4/sns/friend_delete_all'],
])('the base URL %s is used', async (baseUrl, expected) => {
  const urls: string[] = [];
  const stub = createFetchStub();
  const fetch = (url: string, init: RequestInit) => {
    urls.push(url);
    return stub.fetch(url, init);
  };
  await createChatClient({ ...app, userSig, baseUrl, fetch }).deleteAllFriends(requestOf('deleteAllFriends'));
  expect(urls[0]?.split('?')[0]).toBe(expected);
});

test.each([
  [{}, 'UnknownRegion'],
  [{ region: 'mars' }, 'UnknownRegion'],
  [{ region: 'toString' }, 'UnknownRegion'],
  [{ region: 'seoul', baseUrl: 'https://a.test' }, 'TwoHosts'],
  [{ region: 'seoul', sdkAppId: 0 }, 'InvalidSdkAppId'],
  [{ region: 'seoul', sdkAppId: '1400000000' }, 'InvalidSdkAppId'],
  [{ region: 'seoul', identifier: '' }, 'IdentifierMissing'],
  [{ region: 'seoul', timeoutMs: 0 }, 'InvalidTimeout'],
  [{ region: 'seoul', timeoutMs: Number.POSITIVE_INFINITY }, 'InvalidTimeout'],
  [{ region: 'seoul', timeoutMs: 2 ** 31 }, 'InvalidTimeout'],
  [{ region: 'seoul', rateLimit: { calls: 0, perSeconds: 1 } }, 'InvalidRateLimit'],
])('the options %j are refused: %s', (options, title) => {
  expect(errorOf(options)).toMatchObject({
    name: 'ChatConfigError',
    title,
    operation: undefined,
    attempt: 0,
  });
});

test('random is a fresh integer of the whole range for each attempt', async () => {
  const stub = createFetchStub();
  const chat = createChatClient({ ...app, userSig, region: 'seoul', fetch: stub.fetch, rateLimit: false });
  for (let call = 0; call < 300; call += 1) await chat.deleteAllFriends(requestOf('deleteAllFriends'));
  const values = stub.calls.map(({ query }) => Number(query.random));
  expect(values.every((value) => Number.isInteger(value) && value >= 0 && value <= 4294967295)).toBe(true);
  expect(values.some((value) => value > 2 ** 31)).toBe(true);
  expect(new Set(values).size).toBeGreaterThan(295);
});
