import { describe, expect, test } from 'vitest';
import { copyRequest, createStubbedChat, getFailure } from './support/chat.ts';
import { createGatewayResponse } from './support/run-call.ts';

async function failWith(fetch: () => Promise<Response>) {
  const { chat, fake } = createStubbedChat({ fetch, retry: false });
  const result = await fake.settle(getFailure(chat.deleteFriends(copyRequest('deleteFriends'))));
  return result.status === 'fulfilled' ? result.value : Promise.reject(result.reason);
}

const createCodedError = (code: unknown, syscall?: string) =>
  Object.assign(new Error('broke'), { code, ...(syscall && { syscall }) });
function createEndlessError() {
  const error = new Error('broke');
  error.cause = error;
  return error;
}
const wrapError = (cause: unknown) => new TypeError('fetch failed', { cause });

describe('a connection that could not be made', () => {
  const info = 'could not connect to the host, so nothing was sent';

  test.each([
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'UND_ERR_CONNECT_TIMEOUT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ConnectionRefused',
    'FailedToOpenSocket',
  ])('is recognised by the code %s, at any depth', async (code) => {
    const expected = { name: 'ChatNetworkError', title: 'NoConnection', retry: 'unsent', info };
    for (const error of [
      createCodedError(code),
      wrapError(createCodedError(code)),
      wrapError(wrapError(createCodedError(code))),
    ]) {
      expect(await failWith(() => Promise.reject(error))).toMatchObject(expected);
    }
  });

  test.each([
    ['connect', 'EHOSTUNREACH'],
    ['connect', 'ENETUNREACH'],
    ['connect', 'ETIMEDOUT'],
    ['connect', 'ECONNRESET'],
    ['getaddrinfo', 'ENOTFOUND'],
  ])('is recognised by the system call %s that failed with %s', async (syscall, code) => {
    const error = wrapError(createCodedError(code, syscall));
    expect(await failWith(() => Promise.reject(error))).toMatchObject({
      title: 'NoConnection',
      carriedOut: 'no',
    });
  });

  test.each([
    ['the message of Deno', wrapError(new Error('client error (Connect): refused'))],
    ['the message of Node for a forbidden port', wrapError(new Error('bad port'))],
    ['the message of Deno for one', new TypeError('Fetch failed: Requests to port 6000 are blocked')],
    ['the message of Deno for a name', new TypeError('error sending request: dns error: no such host')],
    [
      'each of the addresses',
      wrapError(
        new AggregateError([
          createCodedError('ECONNREFUSED', 'connect'),
          createCodedError('ENETUNREACH', 'connect'),
        ]),
      ),
    ],
  ])('is recognised by %s', async (_, error) => {
    expect(await failWith(() => Promise.reject(error))).toMatchObject({ title: 'NoConnection' });
  });
});

test.each([
  ['another code', createCodedError('ECONNRESET')],
  [
    'a host that became unreachable while it was read from',
    wrapError(createCodedError('EHOSTUNREACH', 'read')),
  ],
  ['a network that became unreachable while it was written to', createCodedError('ENETUNREACH', 'write')],
  ['a refusal that came with the reading', createCodedError('ECONNREFUSED', 'read')],
  ['an unreachable host, nobody says when', createCodedError('EHOSTUNREACH')],
  ['causes without an end', createEndlessError()],
  ['a code that is not a string', createCodedError(7)],
  [
    'one address that was reached',
    new AggregateError([createCodedError('ECONNREFUSED'), createCodedError('ECONNRESET')]),
  ],
  ['no address at all', new AggregateError([])],
  ['only a string', 'ECONNREFUSED'],
  ['nothing', null],
  ['part of a message', new Error('client error (Send)')],
  ['another message about a port', new Error('a bad port was in the response')],
])('a failure with %s may have come after the request', async (_, error) => {
  expect(await failWith(() => Promise.reject(error))).toMatchObject({
    name: 'ChatNetworkError',
    title: 'ConnectionLost',
    info: 'the connection failed before the response was complete',
    retry: 'unanswered',
  });
});

describe('a response of a gateway', () => {
  const formatInfo = (status: number) =>
    `HTTP status ${status} instead of 200, so the response is from a gateway`;

  test.each([
    [201, undefined, 'never'],
    [299, undefined, 'never'],
    [400, undefined, 'never'],
    [404, '1', 'never'],
    [408, undefined, 'unanswered'],
    [429, undefined, 'throttled'],
    [499, undefined, 'never'],
    [500, '1', 'unanswered'],
    [503, '0', 'unanswered'],
    [503, undefined, 'unanswered'],
    [503, 'soon', 'unanswered'],
  ])('with %i and Retry-After %s is %s', async (status, retryAfter, retry) => {
    expect(await failWith(async () => createGatewayResponse(status, retryAfter))).toMatchObject({
      name: 'ChatHttpError',
      title: `Http${status}`,
      info: formatInfo(status),
      status,
      retry,
      code: undefined,
    });
  });

  test.each([300, 399])('with %i is a redirect and is not followed', async (status) => {
    expect(await failWith(async () => createGatewayResponse(status))).toMatchObject({
      title: 'RedirectRefused',
      info: `HTTP status ${status} is a redirect, which is never followed`,
      retry: 'never',
    });
  });

  test('whose status a browser hides is a redirect too', async () => {
    const hidden = Response.error();
    expect(await failWith(async () => hidden)).toMatchObject({ title: 'RedirectRefused', status: 0 });
  });

  test.each([
    ['120', 120_000],
    ['Tue, 14 Nov 2023 22:13:25 GMT', 5000],
    ['14 Nov 2023 22:13:25 GMT', 5000],
    ['Tue Nov 14 22:13:25 UTC 2023', 5000],
    ['Tue, 14 Nov 2023 22:13:15 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('with Retry-After %s reports milliseconds from now', async (header, retryAfterMs) => {
    expect((await failWith(async () => createGatewayResponse(503, header))).retryAfterMs).toBe(retryAfterMs);
  });
});
