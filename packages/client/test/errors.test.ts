import { inspect } from 'node:util';
import * as client from '@chat-sns/client';
import {
  ChatApiError,
  ChatConfigError,
  ChatError,
  ChatNetworkError,
  ChatTimeoutError,
} from '@chat-sns/client';
import { errorCatalogue, explainError } from '@chat-sns/client/catalogue';
import { describe, expect, test } from 'vitest';
import { copyRequest, createStubbedChat, getFailure } from './support/chat.ts';

async function failWith(response: number | Error) {
  const { chat, stub } = createStubbedChat({ retry: false });
  stub.respondTo('deleteFriends', response);
  return getFailure(chat.deleteFriends(copyRequest('deleteFriends')));
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

test('a refusal has the vendor’s text, a message for a log line, and the whole response body', async () => {
  const refusal = await failWith(30003);
  expect(refusal).toBeInstanceOf(ChatApiError);
  expect(refusal).toMatchObject({
    message: 'deleteFriends: 30003 AccountNotFound: Err_Sns_Invalid_Account (attempt 1)',
    info: 'Err_Sns_Invalid_Account',
    raw: { ActionStatus: 'FAIL', ErrorCode: 30003 },
  });
});

test('an error is plain data in JSON, with its cause', async () => {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  const error = await failWith(new TypeError('fetch failed', { cause }));
  expect(error.cause).toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNRESET' } });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'ChatNetworkError',
    message: expect.stringMatching(/^deleteFriends: ConnectionLost: /),
    operation: 'deleteFriends',
    attempt: 1,
    random: 2 ** 31,
    title: 'ConnectionLost',
    info: expect.any(String),
    retry: 'unanswered',
    carriedOut: 'unknown',
    retryable: true,
    docs: 'https://www.tencentcloud.com/document/product/1047/34905',
    cause: { name: 'TypeError', message: 'fetch failed' },
  });
  expect(inspect(error)).toContain('ConnectionLost');
});

test('methods under safe return the same error and never reject with it', async () => {
  const { chat, stub } = createStubbedChat();
  stub.respondTo('deleteFriendLists', 30004);
  const result = await chat.safe.deleteFriendLists(copyRequest('deleteFriendLists'));
  expect(result).toMatchObject({
    ok: false,
    error: { name: 'ChatApiError', code: 30004, title: 'AdminRequired' },
  });
  const ok = await chat.safe.deleteFriendLists(copyRequest('deleteFriendLists'));
  expect(ok).toMatchObject({ ok: true, value: { sequence: 4 } });
});

test('the catalogue explains every code', () => {
  for (const { code } of errorCatalogue) expect(explainError(code)?.action).toMatch(/\.$/);
  expect(explainError(1)).toBeUndefined();
});

test('with docsUrl the docs of a refusal lead to its code in that copy', async () => {
  const { chat, stub } = createStubbedChat({ retry: false, docsUrl: 'http://127.0.0.1:4000/' });
  stub.respondTo('deleteFriends', 30003);
  const error = await getFailure(chat.deleteFriends(copyRequest('deleteFriends')));
  expect(error.docs).toBe('http://127.0.0.1:4000/errors/#30003');
});

const details = { title: 'Anything', retry: 'never' } as const;
const raw = { ActionStatus: 'FAIL', ErrorCode: 30003, ErrorInfo: '' } as never;
const createRefusal = (more: object = {}) => new ChatApiError({ ...details, raw, ...more });

describe('the message', () => {
  test.each([
    [{}, 'Anything'],
    [{ code: 0 }, '0 Anything'],
    [{ info: 'because' }, 'Anything: because'],
    [{ attempt: 2 }, 'Anything (attempt 2)'],
    [{ attempt: 0, operation: 'deleteFriends' }, 'deleteFriends: Anything'],
    [
      { operation: 'deleteFriendLists', code: 30001, info: 'bad', attempt: 1 },
      'deleteFriendLists: 30001 Anything: bad (attempt 1)',
    ],
  ])('says what is known and nothing else: %j', (more, message) => {
    expect(createRefusal(more).message).toBe(message);
  });

  test('of an invalid option starts with the title', () => {
    const error = new ChatConfigError('BadOption', 'fix it');
    expect(error).toMatchObject({ message: 'BadOption: fix it', retry: 'never', retryable: false });
  });
});

test.each([
  ['never', false],
  ['done', false],
  ['re-sign', false],
  ['transient', true],
  ['throttled', true],
  ['cooldown', true],
  ['unsent', true],
  ['unanswered', true],
] as const)('a failure of class %s is retryable: %s', (retry, retryable) => {
  expect(createRefusal({ retry, carriedOut: 'no' })).toMatchObject({ retry, retryable });
});

test.each([
  ['deleteFriends', 'unknown', undefined, true],
  ['deleteFriendLists', 'unknown', undefined, true],
  ['deleteAllFriends', 'unknown', undefined, false],
  ['deleteAllFriends', undefined, undefined, false],
  ['deleteAllFriends', 'no', undefined, true],
  ['deleteAllFriends', 'no', 'no', true],
  ['deleteAllFriends', 'no', 'unknown', false],
  [undefined, 'unknown', undefined, false],
] as const)(
  '%s, carried out: %s, before: %s, is retryable: %s',
  (operation, carriedOut, before, retryable) => {
    const refusal = createRefusal({ operation, carriedOut, before, retry: 'transient' });
    expect(refusal).toMatchObject({ retryable });
    expect(refusal.carriedOut).toBe(before === 'unknown' ? before : (carriedOut ?? 'unknown'));
  },
);

test('what is not known is undefined, empty or zero', () => {
  expect(createRefusal()).toMatchObject({
    operation: undefined,
    attempt: 0,
    code: undefined,
    info: '',
    retryAfterMs: undefined,
    docs: undefined,
    outcome: undefined,
    raw,
  });
});

test('docs lead to the page of the operation, or to the given URL', () => {
  const operation = 'deleteAllFriends';
  expect(createRefusal({ operation }).docs).toBe('https://www.tencentcloud.com/document/product/1047/34906');
  expect(createRefusal({ operation, docs: 'https://docs.test/' }).docs).toBe('https://docs.test/');
});

describe('a cause', () => {
  const createNetworkError = (more: object) =>
    new ChatNetworkError({ title: 'NoConnection', retry: 'unsent', ...more });
  const serializeCause = (cause: unknown) => JSON.parse(JSON.stringify(createNetworkError({ cause }))).cause;

  test('that is missing adds no property', () => {
    const error = new ChatTimeoutError({ title: 'TimedOut', retry: 'unanswered' });
    expect(Object.hasOwn(error, 'cause')).toBe(false);
    expect(error.toJSON()).not.toHaveProperty('cause');
  });

  test('is kept as it is, and in JSON shortened to name, message and code', () => {
    const cause = Object.assign(new TypeError('broke'), { code: 'E1', secret: 'no' });
    expect(createNetworkError({ cause }).cause).toBe(cause);
    expect(serializeCause(cause)).toEqual({ name: 'TypeError', message: 'broke', code: 'E1' });
    expect(serializeCause(new RangeError('far'))).toEqual({ name: 'RangeError', message: 'far' });
  });

  test('that is not an error is a string in JSON', () => {
    expect(serializeCause('gone')).toBe('gone');
    expect(serializeCause(7)).toBe('7');
    expect(serializeCause(null)).toBe('null');
  });
});
