import { ChatApiError, ChatConfigError, ChatNetworkError, ChatTimeoutError } from '@chat-sns/client';
import { describe, expect, test } from 'vitest';

const details = { title: 'Anything', retry: 'never' } as const;
const raw = { ActionStatus: 'FAIL', ErrorCode: 30003, ErrorInfo: '' } as never;
const refusal = (more: object = {}) => new ChatApiError({ ...details, raw, ...more });

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
    expect(refusal(more).message).toBe(message);
  });

  test('of a bad option starts with the title', () => {
    const error = new ChatConfigError('BadOption', 'mend it');
    expect(error).toMatchObject({ message: 'BadOption: mend it', retry: 'never', retryable: false });
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
  expect(refusal({ retry })).toMatchObject({ retry, retryable });
});

test('what is not known is undefined, empty or zero', () => {
  expect(refusal()).toMatchObject({
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

test('docs lead to the page of the operation, or to what is given', () => {
  const operation = 'deleteAllFriends';
  expect(refusal({ operation }).docs).toBe('https://www.tencentcloud.com/document/product/1047/34906');
  expect(refusal({ operation, docs: 'https://docs.test/' }).docs).toBe('https://docs.test/');
});

describe('a cause', () => {
  const network = (more: object) => new ChatNetworkError({ title: 'NoConnection', retry: 'unsent', ...more });
  const causeOf = (cause: unknown) => JSON.parse(JSON.stringify(network({ cause }))).cause;

  test('that there is none of leaves no trace', () => {
    const error = new ChatTimeoutError({ title: 'TimedOut', retry: 'unanswered' });
    expect(Object.hasOwn(error, 'cause')).toBe(false);
    expect(error.toJSON()).not.toHaveProperty('cause');
  });

  test('is kept as it is, and in JSON shortened to name, message and code', () => {
    const cause = Object.assign(new TypeError('broke'), { code: 'E1', secret: 'no' });
    expect(network({ cause }).cause).toBe(cause);
    expect(causeOf(cause)).toEqual({ name: 'TypeError', message: 'broke', code: 'E1' });
    expect(causeOf(new RangeError('far'))).toEqual({ name: 'RangeError', message: 'far' });
  });

  test('that is no error is a text in JSON', () => {
    expect(causeOf('gone')).toBe('gone');
    expect(causeOf(7)).toBe('7');
    expect(causeOf(null)).toBe('null');
  });
});
