import fc from 'fast-check';
import { urlOf } from './service.ts';

/** One request as bytes on a socket, and whether an HTTP client could have sent it. */
export interface HostileRequest {
  readonly kind: string;
  readonly method: string;
  readonly target: string;
  readonly body: Buffer;
  readonly headers?: Record<string, string>;
}

const operations = ['deleteFriends', 'deleteAllFriends', 'deleteFriendLists'] as const;
const targetOf = (overrides: Record<string, string | undefined> = {}) => {
  const url = new URL(urlOf('deleteFriends', overrides));
  return url.pathname + url.search;
};
const validTarget = fc.constantFrom(...operations).map((operation) => {
  const url = new URL(urlOf(operation));
  return url.pathname + url.search;
});

const deep = fc
  .tuple(fc.constantFrom('[', '{"a":', '[{"To_Account":'), fc.integer({ min: 10, max: 100_000 }))
  .map(([open, depth]) => open.repeat(depth));
const closedDeep = fc
  .integer({ min: 10, max: 50_000 })
  .map((depth) => `{"From_Account":"alice","To_Account":${'['.repeat(depth)}${']'.repeat(depth)}}`);
const key = fc.constantFrom(
  'From_Account',
  'To_Account',
  'GroupName',
  'DeleteType',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
);
const scalar = fc.oneof(
  fc.constantFrom(
    '1e999',
    '-0',
    '1e-400',
    '9'.repeat(400),
    '9007199254740993',
    'null',
    'true',
    'NaN',
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '"\\u0000"',
    '"alice"',
    '"Delete_Type_Both"',
    '""',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => JSON.stringify(text)),
  fc.double().map(String),
);
const value: fc.Arbitrary<string> = fc.oneof(
  { maxDepth: 3, withCrossShrink: true },
  scalar,
  fc.array(scalar, { maxLength: 5 }).map((items) => `[${items.join(',')}]`),
  fc
    .array(fc.tuple(key, scalar), { maxLength: 3 })
    .map((pairs) => `{${pairs.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`),
);
const object = fc
  .array(fc.tuple(key, value), { maxLength: 6 })
  .map((pairs) => `{${pairs.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`);
const broken = fc
  .tuple(object, fc.nat(200), fc.constantFrom('', '}', '\u0000', '\ufeff', ',', '"', '\\'))
  .map(([text, at, extra]) => text.slice(0, at) + extra + text.slice(at + 1));
const many = fc
  .tuple(fc.constantFrom('To_Account', 'GroupName'), fc.integer({ min: 0, max: 5000 }))
  .map(
    ([name, count]) =>
      `{"From_Account":"alice","${name}":[${Array.from({ length: count }, (_, index) => `"u${index}"`).join(',')}]}`,
  );

const body = fc.oneof(
  { weight: 6, arbitrary: object.map((text) => Buffer.from(text)) },
  { weight: 6, arbitrary: broken.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: many.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: deep.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: closedDeep.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('', ' ', '{}', '[]', 'null', '"', '\ufeff{}', '{"a":1}{"a":1}')
      .map((text) => Buffer.from(text)),
  },
);

const name = fc.constantFrom(
  'sdkappid',
  'identifier',
  'usersig',
  'random',
  'contenttype',
  '__proto__',
  'SDKAPPID',
  '',
);
const odd = fc.oneof(
  fc.string({ maxLength: 30 }).map(encodeURIComponent),
  fc.constantFrom(
    '',
    '%',
    '%zz',
    '%E4%',
    '%00',
    '%2525',
    '%252541',
    '+',
    '4294967296',
    '-1',
    '1e3',
    '0x10',
    '1'.repeat(3000),
    'json',
    '1400000000',
    '99999999999999999999',
  ),
);
const query = fc.oneof(
  fc
    .tuple(name, odd)
    .map(([parameter, text]) => `${targetOf({ [parameter || 'x']: undefined })}&${parameter}=${text}`),
  fc.tuple(name, odd).map(([parameter, text]) => `${targetOf()}&${parameter}=${text}`),
  fc
    .array(fc.tuple(name, odd), { maxLength: 8 })
    .map((pairs) => `/v4/sns/friend_delete?${pairs.map((pair) => pair.join('=')).join('&')}`),
  fc.constant(targetOf().replace('usersig=', 'usersig=%2565').replaceAll('%2B', '%252B')),
  fc.constantFrom('?', '??', '?&&&=&', '?=', '?#').map((text) => `/v4/sns/group_delete${text}`),
);
const path = fc.constantFrom(
  '/',
  '//',
  '/v4',
  '/v4/sns/friend_delete/',
  '/V4/SNS/FRIEND_DELETE',
  '/v4/sns/../sns/friend_delete',
  '/v4/sns/friend_delete%00',
  '/sandboxx',
  '/%73andbox/state',
  '/v4/sns/friend_delete;x',
  `/${'a'.repeat(8000)}`,
  'http://evil.example/v4/sns/friend_delete',
);

const post = (
  kind: string,
  target: fc.Arbitrary<string>,
  content: fc.Arbitrary<Buffer>,
): fc.Arbitrary<HostileRequest> =>
  fc.record({ kind: fc.constant(kind), method: fc.constant('POST'), target, body: content });

export const requestArbitrary: fc.Arbitrary<HostileRequest> = fc.oneof(
  { weight: 10, arbitrary: post('body', validTarget, body) },
  {
    weight: 5,
    arbitrary: post(
      'query',
      query,
      object.map((text) => Buffer.from(text)),
    ),
  },
  { weight: 1, arbitrary: post('path', path, body) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('method'),
      method: fc.constantFrom('GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'SEARCH'),
      target: validTarget,
      body,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('header'),
      method: fc.constant('POST'),
      target: validTarget,
      body,
      headers: fc.constantFrom<Record<string, string>>(
        { 'content-type': 'text/xml; charset=utf-7' },
        { 'content-encoding': 'gzip' },
        { expect: '200-ok' },
        { expect: '100-continue' },
        { 'transfer-encoding': 'chunked' },
        { 'x-filler': 'y'.repeat(10_000) },
      ),
    }),
  },
);

/** What no HTTP client would send. */
export const rawArbitrary: fc.Arbitrary<Buffer> = fc.oneof(
  fc
    .uint8Array({ minLength: 1, maxLength: 100 })
    .map((bytes) => Buffer.concat([Buffer.from(bytes), Buffer.from('\r\n\r\n')])),
  fc
    .constantFrom(
      'GET\r\n\r\n',
      'POST / HTTP/9.9\r\n\r\n',
      'POST /v4/sns/friend_delete HTTP/1.1\r\nContent-Length: -1\r\n\r\n',
      'POST /v4/sns/friend_delete HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}',
      'POST /v4/sns/friend_delete HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n{}',
      'POST /v4/sns/friend_delete HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
      'POST /v4/sns/friend_delete HTTP/1.1\r\nHost: a\r\nHost : b\r\n\r\n',
      'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      `GET /${'a'.repeat(40_000)} HTTP/1.1\r\n\r\n`,
      `GET / HTTP/1.1\r\n${'X: y\r\n'.repeat(5000)}\r\n`,
    )
    .map((text) => Buffer.from(text)),
);
