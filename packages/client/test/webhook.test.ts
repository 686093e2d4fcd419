import { inspect } from 'node:util';
import {
  answerWebhook,
  ChatWebhookError,
  createFriendsDeletedRequest,
  parseFriendsDeleted,
} from '@chat-sns/client/webhook';
import { describe, expect, test } from 'vitest';

const now = 1_700_000_000;
const app = { sdkAppId: 1400000000, token: 'xxxxyyyy' };
const pairs = [
  { From_Account: 'id', To_Account: 'id1' },
  { From_Account: 'id1', To_Account: 'id' },
];
const url = 'https://app.test/hook?tenant=7';

const parse = (request: Request, options = {}) => parseFriendsDeleted(request, { ...app, now, ...options });
const faultOf = async (request: Request, options = {}): Promise<ChatWebhookError> => {
  const error = await parse(request, options).catch((thrown: unknown) => thrown);
  if (error instanceof ChatWebhookError) return error;
  throw new Error(`accepted or threw ${String(error)}`);
};

/** A valid call with one thing changed. */
async function tampered(change: (url: URL) => void, init: RequestInit = {}): Promise<Request> {
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

test('a signed call gives the pairs, the address and the platform', async () => {
  const request = await createFriendsDeletedRequest(url, {
    ...app,
    pairs,
    now,
    clientIp: '10.0.0.1',
    platform: 'iOS',
  });
  expect(await parse(request)).toEqual({
    pairs,
    clientIp: '10.0.0.1',
    platform: 'iOS',
    event: { CallbackCommand: 'Sns.CallbackFriendDelete', PairList: pairs },
  });
});

test.each([-60, 0, 60])('a clock that is %i seconds away is accepted', async (offset) => {
  const request = await createFriendsDeletedRequest(url, { ...app, pairs, now: now + offset });
  await expect(parse(request)).resolves.toBeDefined();
});

describe('refused', () => {
  test.each<[string, string, (url: URL) => void, RequestInit?]>([
    ['another method', 'WrongMethod', () => {}, { method: 'PUT' }],
    ['no signature', 'SignatureMissing', (target) => target.searchParams.delete('Sign')],
    ['no time', 'SignatureMissing', (target) => target.searchParams.delete('RequestTime')],
    ['two signatures', 'SignatureMissing', (target) => target.searchParams.append('Sign', 'x')],
    [
      'a time that is no number',
      'SignatureMissing',
      (target) => target.searchParams.set('RequestTime', '1e9'),
    ],
    ['another signature', 'WrongSignature', (target) => target.searchParams.set('Sign', 'f'.repeat(64))],
    ['a shorter signature', 'WrongSignature', (target) => target.searchParams.set('Sign', '17773b')],
    ['a later time', 'WrongSignature', (target) => target.searchParams.set('RequestTime', String(now + 1))],
    ['another app', 'WrongApp', (target) => target.searchParams.set('SdkAppid', '1')],
    ['no app', 'WrongApp', (target) => target.searchParams.delete('SdkAppid')],
    ['two apps', 'WrongApp', (target) => target.searchParams.append('SdkAppid', '1400000000')],
    [
      'another command',
      'WrongCommand',
      (target) => target.searchParams.set('CallbackCommand', 'Sns.CallbackFriendAdd'),
    ],
    ['no body', 'UnreadableBody', () => {}, { body: '' }],
    ['a body that is no JSON', 'UnreadableBody', () => {}, { body: '{' }],
    [
      'a body without pairs',
      'UnreadableBody',
      () => {},
      { body: '{"CallbackCommand":"Sns.CallbackFriendDelete"}' },
    ],
    [
      'the body of another webhook',
      'UnreadableBody',
      () => {},
      { body: '{"CallbackCommand":"X","PairList":[]}' },
    ],
    [
      'a pair without an account',
      'UnreadableBody',
      () => {},
      { body: '{"CallbackCommand":"Sns.CallbackFriendDelete","PairList":[{"From_Account":"id"}]}' },
    ],
  ])('%s: %s', async (_, title, change, init) => {
    const error = await faultOf(await tampered(change, init));
    expect(error).toMatchObject({ name: 'ChatWebhookError', title });
    expect(inspect(error)).not.toContain(app.token);
  });

  test.each([-61, 61])('a clock that is %i seconds away', async (offset) => {
    const request = await createFriendsDeletedRequest(url, { ...app, pairs, now: now + offset });
    expect((await faultOf(request)).title).toBe('StaleRequest');
  });

  test('an empty token, which would accept what anybody can compute', async () => {
    const request = await createFriendsDeletedRequest(url, { ...app, token: '', pairs, now });
    expect((await faultOf(request, { token: '' })).title).toBe('TokenMissing');
  });

  test('a body beyond the cap', async () => {
    const request = await tampered(() => {}, { body: 'x'.repeat(1024 * 1024 + 1) });
    await expect(parse(request)).rejects.toMatchObject({ title: 'BodyTooLarge' });
  });
});

test('without authentication in the console, token is null and the rest is still checked', async () => {
  const request = () => createFriendsDeletedRequest(url, { ...app, token: null, pairs });
  await expect(parse(await request(), { token: null })).resolves.toMatchObject({ pairs });
  expect((await faultOf(await request(), { token: null, sdkAppId: 1 })).title).toBe('WrongApp');
});

test('the answers are those of the page', async () => {
  expect(await answerWebhook().json()).toEqual({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' });
  const failure = answerWebhook('queue is down');
  expect(failure.status).toBe(200);
  expect(await failure.json()).toEqual({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'queue is down' });
});
