import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import {
  ChatWebhookError,
  createFriendsDeletedRequest,
  createWebhookResponse,
  parseFriendsDeleted,
} from '@chat-sns/client/webhook';
import { describe, expect, test } from 'vitest';

const now = 1_700_000_000;
const app = { sdkAppId: 1400000000, token: 'xxxxyyyy' };
const pairs = [
  { From_Account: 'id', To_Account: 'id1' },
  { From_Account: 'id1', To_Account: 'id' },
  { From_Account: 'id', To_Account: '@RBT#001' },
];
const url = 'https://app.test/hook?tenant=7';

const parseRequest = (request: Request, options = {}) =>
  parseFriendsDeleted(request, { ...app, now, ...options });
const getWebhookError = async (request: Request, options = {}): Promise<ChatWebhookError> => {
  const error = await parseRequest(request, options).catch((thrown: unknown) => thrown);
  if (error instanceof ChatWebhookError) return error;
  throw new Error(`accepted or threw ${String(error)}`);
};

/** A valid request with one thing changed. */
async function createTamperedRequest(change: (url: URL) => void, init: RequestInit = {}): Promise<Request> {
  const valid = await createFriendsDeletedRequest(url, { ...app, pairs, now });
  const target = new URL(valid.url);
  change(target);
  return new Request(target, { method: 'POST', body: await valid.text(), ...init });
}

test('the published vector of the signature is reproduced', async () => {
  const { url: signed } = await createFriendsDeletedRequest(url, { ...app, pairs, now: 1669872112 });
  expect(new URL(signed).searchParams.get('Sign')).toBe(
    '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061',
  );
});

test('a signed request has the pairs, the address and the platform', async () => {
  const request = await createFriendsDeletedRequest(url, {
    ...app,
    pairs,
    now,
    clientIp: '10.0.0.1',
    platform: 'iOS',
  });
  expect(await parseRequest(request)).toEqual({
    pairs,
    clientIp: '10.0.0.1',
    platform: 'iOS',
    event: { CallbackCommand: 'Sns.CallbackFriendDelete', PairList: pairs },
  });
});

test.each([-60, 0, 60])('a clock that is %i seconds away is accepted', async (offset) => {
  const request = await createFriendsDeletedRequest(url, { ...app, pairs, now: now + offset });
  await expect(parseRequest(request)).resolves.toBeDefined();
});

const wrongMethod = 'WrongMethod: the method must be POST';
const missing = 'SignatureMissing: Sign and RequestTime must each be in the URL once';
const wrongSign = 'WrongSignature: Sign does not match the webhook token';
const wrongApp = 'WrongApp: SdkAppid is not the expected sdkAppId';
const wrongCommand = 'WrongCommand: CallbackCommand must be Sns.CallbackFriendDelete';
const unreadable = 'UnreadableBody: the body is not a list of deleted pairs';

describe('rejected', () => {
  const changeQuery =
    (action: 'set' | 'append', name: string, value: string) =>
    ({ searchParams }: URL) =>
      searchParams[action](name, value);
  const removeParameter =
    (name: string) =>
    ({ searchParams }: URL) =>
      searchParams.delete(name);

  test.each<[string, string, (url: URL) => void, RequestInit?]>([
    ['another method', wrongMethod, () => {}, { method: 'PUT' }],
    ['no signature', missing, removeParameter('Sign')],
    ['an empty signature', missing, changeQuery('set', 'Sign', '')],
    ['no time', missing, removeParameter('RequestTime')],
    ['two signatures', missing, changeQuery('append', 'Sign', 'x')],
    ['two times', missing, changeQuery('append', 'RequestTime', '1')],
    ['a time that is not a number', missing, changeQuery('set', 'RequestTime', '1e9')],
    ['a time with a sign', missing, changeQuery('set', 'RequestTime', `+${now}`)],
    ['a time with too many digits', missing, changeQuery('set', 'RequestTime', '1'.repeat(13))],
    ['a time with the most digits', wrongSign, changeQuery('set', 'RequestTime', '1'.repeat(12))],
    ['another signature', wrongSign, changeQuery('set', 'Sign', 'f'.repeat(64))],
    ['a shorter signature', wrongSign, changeQuery('set', 'Sign', '17773b')],
    ['a later time', wrongSign, changeQuery('set', 'RequestTime', String(now + 1))],
    ['another app', wrongApp, changeQuery('set', 'SdkAppid', '1')],
    ['no app', wrongApp, removeParameter('SdkAppid')],
    ['two apps', wrongApp, changeQuery('append', 'SdkAppid', '1400000000')],
    ['another command', wrongCommand, changeQuery('set', 'CallbackCommand', 'Sns.CallbackFriendAdd')],
  ])('%s: %s', async (_, message, change, init) => {
    const error = await getWebhookError(await createTamperedRequest(change, init));
    expect(error).toMatchObject({ name: 'ChatWebhookError', message, retryable: false });
    expect(inspect(error)).not.toContain(app.token);
  });

  const CallbackCommand = 'Sns.CallbackFriendDelete';
  test.each([
    '',
    '{',
    'null',
    '[]',
    `{"CallbackCommand":"${CallbackCommand}"}`,
    '{"CallbackCommand":"X","PairList":[]}',
    JSON.stringify({ CallbackCommand, PairList: 'id' }),
    JSON.stringify({ CallbackCommand, PairList: [null] }),
    JSON.stringify({ CallbackCommand, PairList: [{ From_Account: 'id' }] }),
    JSON.stringify({ CallbackCommand, PairList: [{ To_Account: 'id' }] }),
    JSON.stringify({ CallbackCommand, PairList: [...pairs, { From_Account: 1, To_Account: 'id' }] }),
  ])('the body %j', async (body) => {
    const error = await getWebhookError(await createTamperedRequest(() => {}, { body }));
    expect(error).toMatchObject({ name: 'ChatWebhookError', message: unreadable });
  });

  test.each([-61, 61])('a clock that is %i seconds away', async (offset) => {
    const request = await createFriendsDeletedRequest(url, { ...app, pairs, now: now + offset });
    const message = 'StaleRequest: RequestTime is more than 60 seconds away from now';
    expect(await getWebhookError(request)).toMatchObject({ message });
    await expect(parseRequest(request.clone(), { toleranceSeconds: 61 })).resolves.toMatchObject({ pairs });
  });

  const wrongToken =
    'InvalidToken: token, if not null, must be a non-empty string without whitespace around it, such as a line break at its end';
  const wrongAppId = 'InvalidSdkAppId: sdkAppId must be an integer';
  const wrongTolerance = 'InvalidTolerance: toleranceSeconds and now must be numbers';

  test.each([
    [{ token: '' }, wrongToken],
    [{ token: undefined }, wrongToken],
    [{ token: 7 }, wrongToken],
    [{ token: `${app.token}\n` }, wrongToken],
    [{ sdkAppId: undefined }, wrongAppId],
    [{ sdkAppId: '1400000000' }, wrongAppId],
    [{ toleranceSeconds: Number.NaN }, wrongTolerance],
    [{ toleranceSeconds: -1 }, wrongTolerance],
    [{ now: Number.NaN }, wrongTolerance],
  ])('every request, when it cannot be checked against %j: %s', async (options, message) => {
    const wrong = { ...app, ...options } as typeof app;
    const token = String(wrong.token);
    const Sign = createHash('sha256').update(`${token}${now}`).digest('hex');
    const request = await createTamperedRequest(({ searchParams }) => {
      searchParams.set('Sign', Sign);
      searchParams.set('SdkAppid', String(wrong.sdkAppId));
    });
    const error = await parseRequest(request, options).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ChatConfigError', message });
  });

  test.each([{ token: undefined }, { sdkAppId: undefined }])(
    'to create one for a test from %j',
    async (bad) => {
      const input = { ...app, pairs, ...bad } as never;
      await expect(createFriendsDeletedRequest(url, input)).rejects.toMatchObject({
        name: 'ChatConfigError',
      });
    },
  );

  test('a request whose body was read or is being read', async () => {
    const message = 'BodyUsed: the body was already read: pass the request unread';
    for (const read of [
      (request: Request) => request.text(),
      (request: Request) => request.body?.getReader(),
    ]) {
      const request = await createFriendsDeletedRequest(url, { ...app, pairs, now });
      await read(request);
      expect(await getWebhookError(request)).toMatchObject({ name: 'ChatWebhookError', message });
    }
  });

  test('a body that breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('socket hang up')) });
    const request = await createTamperedRequest(() => {}, { body, duplex: 'half' } as RequestInit);
    const message = 'UnreadableBody: the body ended before it was complete';
    expect(await getWebhookError(request)).toMatchObject({ name: 'ChatWebhookError', message });
  });

  test.each([undefined, null, {}, { url: '/hook?Sign=x', method: 'POST' }])(
    'what is not a Request: %j',
    async (request) => {
      const message = 'NotARequest: parseFriendsDeleted requires a Request; the README links to receivers';
      expect(await getWebhookError(request as Request)).toMatchObject({ message });
    },
  );

  test('a body larger than 1 MiB', async () => {
    const message = 'BodyTooLarge: the body is larger than 1048576 bytes';
    for (const size of [1024 * 1024 + 1, 2 * 1024 * 1024]) {
      const request = await createTamperedRequest(() => {}, { body: 'x'.repeat(size) });
      expect(await getWebhookError(request)).toMatchObject({ name: 'ChatWebhookError', message });
    }
  });
});

test('the times of signing and verification are now by default', async () => {
  const request = await createFriendsDeletedRequest(url, { ...app, pairs });
  await expect(parseFriendsDeleted(request.clone(), app)).resolves.toMatchObject({ pairs });
  const time = Number(new URL(request.url).searchParams.get('RequestTime'));
  expect(Math.abs(Date.now() / 1000 - time)).toBeLessThan(30);
});

test('a test request looks like one of the service', async () => {
  const request = await createFriendsDeletedRequest(url, { ...app, token: null, pairs });
  expect(Object.fromEntries(new URL(request.url).searchParams)).toEqual({
    tenant: '7',
    SdkAppid: '1400000000',
    CallbackCommand: 'Sns.CallbackFriendDelete',
    contenttype: 'json',
    ClientIP: '127.0.0.1',
    OptPlatform: 'RESTAPI',
  });
  expect(request.headers.get('content-type')).toBe('application/json');
});

test('a request without address and platform is accepted', async () => {
  const request = await createTamperedRequest(({ searchParams }) => {
    for (const name of ['ClientIP', 'OptPlatform']) searchParams.delete(name);
  });
  expect(await parseRequest(request)).toMatchObject({ clientIp: undefined, platform: undefined });
});

test('without authentication in the console, token is null and the rest is still checked', async () => {
  const request = () => createFriendsDeletedRequest(url, { ...app, token: null, pairs });
  await expect(parseRequest(await request(), { token: null })).resolves.toMatchObject({ pairs });
  expect((await getWebhookError(await request(), { token: null, sdkAppId: 1 })).title).toBe('WrongApp');
});

test('the responses are the documented ones', async () => {
  expect(await createWebhookResponse().json()).toEqual({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' });
  const failure = createWebhookResponse('queue is down');
  expect(failure.status).toBe(200);
  expect(await failure.json()).toEqual({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'queue is down' });
});
