import { startMock } from '@chat-sns/mock';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operationIds, pathOf } from '../contract.ts';
import {
  ask,
  differences,
  expectSame,
  genuine,
  property,
  queryOf,
  startServers,
  validBody,
} from '../same-verdict.ts';

startServers();

test('a query gets the same verdict from mock and sandbox', async () => {
  const body = JSON.stringify(validBody('deleteFriends'));
  const names = ['sdkappid', 'identifier', 'usersig', 'random', 'contenttype'];
  const value = fc.constantFrom(
    '',
    '0',
    '1',
    '-1',
    '1.0',
    '1e3',
    '0x10',
    '%31',
    '+1',
    '1+',
    '1%20',
    '4294967295',
    '4294967296',
    '00000000001',
    '%EF%BC%91',
    'json',
    'JSON',
    'a',
    'a%00',
    '%',
    '%zz',
    '%E4',
    'x'.repeat(40),
    '1400000000',
    '01400000000',
    '1400000000.0',
    '9'.repeat(15),
    '9'.repeat(16),
    '9'.repeat(30),
    '%F0%9F%98%80',
  );
  const edit = fc.oneof(
    fc.tuple(fc.constantFrom(...names), value).map(
      ([name, text]) =>
        (query: string) =>
          query.replace(new RegExp(`(^|&)${name}=[^&]*`), `$1${name}=${text}`),
    ),
    fc
      .constantFrom(...names)
      .map((name) => (query: string) => query.replace(new RegExp(`(^|&)${name}=[^&]*`), '$1')),
    fc.constantFrom(...names).map((name) => (query: string) => query.replace(name, name.toUpperCase())),
    fc
      .constantFrom(...names)
      .map(
        (name) => (query: string) =>
          query.replace(name, `%${name.charCodeAt(0).toString(16)}${name.slice(1)}`),
      ),
    fc.tuple(fc.constantFrom(...names, 'x', '', '%zz', 'x%00', '__proto__'), value).map(
      ([name, text]) =>
        (query: string) =>
          `${query}&${name}=${text}`,
    ),
    fc
      .constantFrom('&', '&&', '?', '=', ';', '&x', '&random', '#x', '&__proto__=1')
      .map((text) => (query: string) => query + text),
  );
  await property(fc.array(edit, { minLength: 1, maxLength: 2 }), (edits) =>
    expectSame({ body, query: edits.reduce((query, each) => each(query), queryOf(genuine)) }),
  );
});

test('a head gets the same verdict from mock and sandbox', async () => {
  const body = JSON.stringify(validBody('deleteFriends'));
  const headers: [string, string][] = [
    ['content-type', 'text/xml; charset=utf-16'],
    ['content-type', ';;='],
    ['content-type', 'multipart/form-data'],
    ['content-encoding', 'gzip'],
    ['content-encoding', 'gzip, gzip'],
    ['accept', 'text/html'],
    ['accept', ';;'],
    ['accept-encoding', 'br;q=0'],
    ['expect', '100-continue'],
    ['expect', 'miracles'],
    ['upgrade', 'h2c'],
    ['origin', 'https://evil.example'],
    ['host', ''],
    ['host', 'evil.example'],
    ['te', 'trailers'],
    ['x-http-method-override', 'DELETE'],
    ['x-long', 'y'.repeat(12_000)],
    ['cookie', 'a=b'],
    ['range', 'bytes=0-1'],
    ['access-control-request-method', 'POST'],
    ['prefer', 'respond-async'],
  ];
  const paths = [
    ...operationIds.map(pathOf),
    '/',
    '//',
    '/v4',
    '/v4/sns/friend_delete/',
    '/V4/sns/friend_delete',
    '/v4/sns/friend%5fdelete',
    '/v4/sns/../sns/friend_delete',
    '/v4/sns/friend_delete;x',
    '*',
  ];
  const head = fc.record({
    headers: fc.array(fc.constantFrom(...headers), { maxLength: 3 }).map((list) => Object.fromEntries(list)),
    method: fc.oneof(
      { weight: 4, arbitrary: fc.constant('POST') },
      { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'DELETE', 'PATCH', 'PROPFIND') },
    ),
    path: fc.oneof(
      { weight: 3, arbitrary: fc.constant(pathOf('deleteFriends')) },
      { weight: 1, arbitrary: fc.constantFrom(...paths) },
    ),
  });
  await property(head, (sent) => expectSame({ ...sent, body }));
});

test('without random, the mock accepts by default what the sandbox refuses', async () => {
  expect(differences.random).toBeTruthy();
  const query = queryOf(genuine).replace('&random=1', '');
  const body = JSON.stringify(validBody('deleteFriends'));
  await using lenient = await startMock({ keepCalls: 0 });
  expect(await ask(lenient.url, { query, body })).toBe('HTTP 200 accepted');
  await expectSame({ query, body });
});
