import { inspect } from 'node:util';
import * as client from '@chat-sns/client';
import { ChatApiError, ChatConfigError, ChatError, ChatHttpError } from '@chat-sns/client';
import { errorCatalogue, explainError } from '@chat-sns/client/catalogue';
import { expect, test } from 'vitest';
import { createStubbedChat, failureOf, requestOf } from './support/chat.ts';

async function failWith(answer: number | Response | Error) {
  const { chat, stub } = createStubbedChat({ retry: false });
  stub.respondTo('deleteFriends', answer);
  return failureOf(chat.deleteFriends(requestOf('deleteFriends')));
}

test('every error class is a ChatError with a name that survives minifying', () => {
  const classes = Object.entries(client).filter(([name]) => name.endsWith('Error'));
  expect(classes).toHaveLength(11);
  for (const [name, Class] of classes) {
    if (Class === ChatError) continue;
    expect((Class as typeof ChatConfigError).prototype).toBeInstanceOf(ChatError);
    const make = Class as unknown as new (...args: unknown[]) => ChatError;
    const error =
      Class === ChatConfigError ? new make('T', 'i') : new make({ title: 'T', info: 'i', retry: 'never' });
    expect(error.name).toBe(name);
  }
});

test('the message is useful in a log line on its own', async () => {
  expect((await failWith(30003)).message).toBe(
    'deleteFriends: 30003 AccountNotFound: Err_Sns_Invalid_Account (attempt 1)',
  );
});

test('an error is plain data in JSON, with its cause', async () => {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  const error = await failWith(new TypeError('fetch failed', { cause }));
  expect(error.cause).toMatchObject({ message: 'fetch failed', cause });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'ChatNetworkError',
    message: expect.stringMatching(/^deleteFriends: ConnectionLost: /),
    operation: 'deleteFriends',
    attempt: 1,
    title: 'ConnectionLost',
    info: expect.any(String),
    retry: 'unanswered',
    retryable: true,
    docs: 'https://www.tencentcloud.com/document/product/1047/34905',
    cause: { name: 'TypeError', message: 'fetch failed' },
  });
  expect(inspect(error)).toContain('ConnectionLost');
});

test('a refusal carries the whole answer, a gateway its status', async () => {
  const refusal = await failWith(30003);
  expect(refusal).toBeInstanceOf(ChatApiError);
  expect(refusal.raw).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 30003 });
  const gateway = await failWith(new Response('', { status: 504 }));
  expect(gateway).toBeInstanceOf(ChatHttpError);
  expect(gateway).toMatchObject({ status: 504, title: 'Http504', code: undefined });
});

test('the safe style returns the same error and never rejects for one', async () => {
  const { chat, stub } = createStubbedChat();
  stub.respondTo('deleteFriendLists', 30004);
  const result = await chat.safe.deleteFriendLists(requestOf('deleteFriendLists'));
  expect(result).toMatchObject({
    ok: false,
    error: { name: 'ChatApiError', code: 30004, title: 'AdminRequired' },
  });
  const ok = await chat.safe.deleteFriendLists(requestOf('deleteFriendLists'));
  expect(ok).toMatchObject({ ok: true, value: { sequence: 4 } });
});

test('the prose of every number is in the catalogue', () => {
  for (const { code } of errorCatalogue) expect(explainError(code)?.action).toMatch(/\.$/);
  expect(explainError(1)).toBeUndefined();
});

test('with docsUrl a refusal leads to its code in that copy of the docs', async () => {
  const { chat, stub } = createStubbedChat({ retry: false, docsUrl: 'http://127.0.0.1:4000/' });
  stub.respondTo('deleteFriends', 30003);
  const error = await failureOf(chat.deleteFriends(requestOf('deleteFriends')));
  expect(error.docs).toBe('http://127.0.0.1:4000/errors/#30003');
  expect(() => createStubbedChat({ docsUrl: 'errors' })).toThrow(/docsUrl must be an absolute URL/);
});
