import fc from 'fast-check';
import { urlOf } from '../support/service.ts';
import { bodyArbitrary, objectArbitrary } from './hostile-bodies.ts';

/** A request that an HTTP client can send. */
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
  { weight: 10, arbitrary: post('body', validTarget, bodyArbitrary) },
  {
    weight: 5,
    arbitrary: post(
      'query',
      query,
      objectArbitrary.map((text) => Buffer.from(text)),
    ),
  },
  { weight: 1, arbitrary: post('path', path, bodyArbitrary) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('method'),
      method: fc.constantFrom('GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'SEARCH'),
      target: validTarget,
      body: bodyArbitrary,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('header'),
      method: fc.constant('POST'),
      target: validTarget,
      body: bodyArbitrary,
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

/** Bytes that no HTTP client would send. */
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
      'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      `GET /${'a'.repeat(40_000)} HTTP/1.1\r\n\r\n`,
      `GET / HTTP/1.1\r\n${'X: y\r\n'.repeat(5000)}\r\n`,
    )
    .map((text) => Buffer.from(text)),
);
