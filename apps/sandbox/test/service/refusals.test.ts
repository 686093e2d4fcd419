import { expect, test } from 'vitest';
import { create } from '../support/ann.ts';
import { call, codeOf, send, startTime, urlOf, userSigOf } from '../support/service.ts';

const friend = { From_Account: 'ann', To_Account: ['ben'] };
const nobody = { From_Account: 'nobody', To_Account: ['ben'] };
const bens = { identifier: 'ben', usersig: userSigOf({ identifier: 'ben' }) };
const expired = userSigOf({ time: startTime / 1000 - 61, expire: 60 });
const otherApp = { sdkappid: '9', usersig: userSigOf({ sdkAppId: 9 }) };

test.each<[query: Record<string, string | undefined>, info: string]>([
  [{ sdkappid: undefined }, 'the URL has no sdkappid'],
  [{ sdkappid: '1400000000x' }, 'sdkappid must be a number, not 1400000000x'],
  [{ identifier: undefined }, 'the URL has no identifier'],
  [{ usersig: undefined }, 'the URL has no usersig'],
  [{ contenttype: 'xml' }, 'contenttype must be json'],
  [{ sdkappid: '0' }, 'sdkappid must be a number, not 0'],
  [{ random: '4294967296' }, 'random must be an integer from 0 to 4294967295'],
  [{ sdkappid: '9' }, 'the UserSig is for sdkappid 1400000000, not 9'],
  [otherApp, 'this sandbox has sdkappid 1400000000, not 9'],
  [{ identifier: 'ben' }, 'the UserSig is for administrator, not ben'],
  [{ usersig: expired }, 'the UserSig expired 1 s ago'],
  [bens, 'ben is not an admin of the app'],
])('the query %j is refused with the reason', async (query, info) => {
  expect((await call(create(), 'deleteFriends', friend, query)).ErrorInfo).toBe(`sandbox: ${info}`);
});

test.each<[what: string, suffix: string, info: string]>([
  ['the same parameter twice', '&random=1', 'sandbox: the URL has the parameter random twice'],
  ['an unknown one twice', '&x=1&x=2', '0'],
  ['the same one with an encoded name', '&r%61ndom=1', 'sandbox: the URL has the parameter random twice'],
  ['the same one without a value', '&random', 'sandbox: the URL has the parameter random twice'],
  ['names that differ by a plus sign', '&a+b=1&ab=2', '0'],
  ['a plus sign and what it stands for', '&a+b=1&a%20b=2', '0'],
  ['nothing between separators, twice', '&&&', '0'],
  ['a value with an equals sign', '&x==&y=', '0'],
])('%s in the query', async (_what, suffix, info) => {
  const body = JSON.stringify(friend);
  expect((await send(create(), `${urlOf('deleteFriends')}${suffix}`, { body })).ErrorInfo).toBe(info);
});

test('sdkappid without an equals sign counts as missing', async () => {
  const url = `${urlOf('deleteFriends', { sdkappid: undefined })}&sdkappid`;
  expect((await send(create(), url, { body: '{}' })).ErrorCode).toBe(codeOf('AppIdMissing'));
});

test.each<[body: unknown, info: string]>([
  [{ From_Account: 'ann' }, 'SNS_DECODE_ERR'],
  [7, 'SNS_DECODE_ERR'],
  ['ann', 'SNS_DECODE_ERR'],
  [null, 'SNS_DECODE_ERR'],
  [[], 'SNS_DECODE_ERR'],
  [
    { From_Account: 'ann', To_Account: ['ben'], DeleteType: 'both' },
    'sandbox: DeleteType must be one of Delete_Type_Single, Delete_Type_Both, not "both"',
  ],
  [{ From_Account: 'ann', To_Account: [] }, 'sandbox: To_Account must NOT have fewer than 1 items'],
])('the body %j is refused with the reason', async (body, info) => {
  const { ErrorCode, ErrorInfo } = await call(create(), 'deleteFriends', body as Record<string, unknown>);
  expect([ErrorCode, ErrorInfo]).toEqual([codeOf('InvalidParameter'), info]);
});

test.each(['a.b@example.com', '@rbt#001', '@RBT#\n'])('the UserID %j has another alphabet', async (id) => {
  const body = { From_Account: 'ann', To_Account: ['ben', id] };
  expect((await call(create(), 'deleteFriends', body)).ErrorCode).toBe(codeOf('InvalidParameter'));
});

test('a list name of 30 bytes is allowed, and one of 33 is refused by its index', async () => {
  const ask = async (...GroupName: string[]) =>
    (await call(create(), 'deleteFriendLists', { From_Account: 'ann', GroupName })).ErrorInfo;
  const longest = '\u4e2d'.repeat(10);
  expect(await ask(longest)).toBe(`sandbox: ann has no list named "${longest}"`);
  expect(await ask('x', `${longest}\u4e2d`)).toBe('sandbox: GroupName/1 has more than 30 bytes');
});

test.each<[what: string, path: string, init: RequestInit, info: string]>([
  ['an unknown path', '/v4/x', { body: '{}' }, 'no operation has this path'],
  ['a GET', '/v4/sns/friend_delete', { method: 'GET' }, 'the method is not POST'],
  ['a body that is not JSON', '/v4/sns/friend_delete', { body: '{' }, 'the body is not JSON'],
  [
    'a body in Latin-1',
    '/v4/sns/friend_delete',
    { body: Buffer.from('"\xe9"', 'latin1') },
    'the body is not UTF-8',
  ],
])('%s is refused with the reason', async (_what, path, init, info) => {
  expect((await send(create(), `http://sandbox${path}`, init)).ErrorInfo).toBe(`sandbox: ${info}`);
});

test('a body that is not UTF-8 is JsonParseError, even if decoding it gives JSON', async () => {
  const body = Buffer.from('{"From_Account":"ann","To_Account":["ben"],"x":"\xe9"}', 'latin1');
  const { ErrorCode } = await send(create(), urlOf('deleteFriends'), { body });
  expect(ErrorCode).toBe(codeOf('JsonParseError'));
});

test('a call above a limit is refused with the name of the limit', async () => {
  const twice = async (sandbox: ReturnType<typeof create>, query = {}) => {
    await call(sandbox, 'deleteFriends', friend, query);
    return (await call(sandbox, 'deleteFriends', friend, query)).ErrorInfo;
  };
  expect(await twice(create({ rateLimit: 1 }))).toBe(
    'sandbox: too many calls of deleteFriends within a second',
  );
  expect(await twice(create({ deletionLimit: 1 }))).toBe(
    'sandbox: too many deletions by ann within a minute',
  );
  expect(await twice(create({ badSignatureLimit: 1 }), { usersig: 'none' })).toBe(
    'sandbox: too many bad signatures within a minute',
  );
});

test('the deletion limit counts neither unknown accounts nor other operations', async () => {
  const sandbox = create({ deletionLimit: 1 });
  const code = async (...[operation, body]: [Parameters<typeof call>[1], Record<string, unknown>]) =>
    (await call(sandbox, operation, body)).ErrorCode;
  for (const _ of [1, 2]) expect(await code('deleteFriends', nobody)).toBe(codeOf('AccountNotFound'));
  for (const _ of [1, 2]) expect(await code('deleteAllFriends', { From_Account: 'ann' })).toBe(0);
});

test.each([null, 7, 'ben', []])('a caller who is not an admin cannot act with the body %j', async (body) => {
  const { ErrorCode } = await send(create({ nonAdmin: 'AdminRequired' }), urlOf('deleteFriends', bens), {
    body: JSON.stringify(body),
  });
  expect(ErrorCode).toBe(codeOf('AdminRequired'));
});
