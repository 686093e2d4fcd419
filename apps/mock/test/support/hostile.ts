import { gzipSync } from 'node:zlib';
import { canary } from './call.ts';

const path = '/v4/sns/friend_delete';
const query = `sdkappid=1400000000&identifier=administrator&usersig=${canary}&random=1&contenttype=json`;
const ok = '{"From_Account":"id","To_Account":["id1"]}';

/** A whole HTTP request as bytes. */
export function request({
  method = 'POST',
  target = `${path}?${query}`,
  headers = '',
  body = ok as string | Uint8Array,
} = {}) {
  const bytes = Buffer.from(body);
  const head = `${method} ${target} HTTP/1.1\r\nHost: mock\r\n${headers}Content-Length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes]);
}
const chunked = (body: string) =>
  `POST ${path}?${query} HTTP/1.1\r\nHost: mock\r\nTransfer-Encoding: chunked\r\n\r\n${body}`;
const nest = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

/** Bodies that break a careless server. */
export const bodies: Record<string, string | Uint8Array> = {
  nothing: '',
  'a brace': '{',
  'a NUL': '\0',
  NaN: 'NaN',
  'single quotes': "{'From_Account':'id'}",
  'a comma too many': '{"From_Account":"id",}',
  'a byte order mark': `\uFEFF${ok}`,
  'UTF-16': Buffer.from(ok, 'utf16le'),
  'cut UTF-8': new Uint8Array([0x22, 0xe8, 0x80]),
  gzip: gzipSync(ok),
  'a lone surrogate': '{"From_Account":"\\ud800","To_Account":["id1"]}',
  __proto__: '{"__proto__":{"From_Account":"id","To_Account":["id1"]}}',
  'a polluting constructor': '{"constructor":{"prototype":{"x":1}},"From_Account":"id","To_Account":["id1"]}',
  'fields of Object.prototype':
    '{"toString":1,"hasOwnProperty":[1],"From_Account":"id","To_Account":["id1"]}',
  'an array nested 100000 deep': nest('[', ']', 100_000),
  'a field nested 100000 deep': `{"From_Account":"id","To_Account":["id1"],"x":${nest('[', ']', 100_000)}}`,
  'objects nested 50000 deep': `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  'accounts nested': `{"From_Account":"id","To_Account":${nest('[', ']', 1000)}}`,
  'a megabyte of account': `{"From_Account":"${'x'.repeat(1_000_000)}","To_Account":["id1"]}`,
  '300000 numbers as accounts': `{"From_Account":"id","To_Account":[${'1,'.repeat(300_000)}1]}`,
  '100000 empty names': `{"From_Account":"id","To_Account":[${'"",'.repeat(100_000)}""]}`,
  '100000 unknown fields': `{${Array.from({ length: 80_000 }, (_, index) => `"f${index}":1`).join()}}`,
  'a number beyond numbers': `{"From_Account":${'9'.repeat(400)}}`,
  'three megabytes': ' '.repeat(3 * 1024 * 1024),
  'the same field twice': '{"From_Account":1,"From_Account":"id","To_Account":["id1"]}',
};

const rawQueries = [
  '',
  '?',
  '&&&&',
  '=',
  '==&=',
  'sdkappid',
  '%',
  '%zz=%',
  '%00=%00',
  '__proto__=1&constructor=2',
  'usersig[]=1',
];

/** Whole requests, many of them not valid HTTP. */
export const requests: Record<string, string | Uint8Array> = {
  ...Object.fromEntries(
    Object.entries(bodies).map(([name, body]) => [`the body: ${name}`, request({ body })]),
  ),
  ...Object.fromEntries(
    rawQueries.map((raw) => [`the query "${raw}"`, request({ target: `${path}?${raw}` })]),
  ),
  'every parameter 50 times': request({ target: `${path}?${Array(50).fill(query).join('&')}` }),
  'a query of 60 KB': request({ target: `${path}?${query}&x=${'y'.repeat(60_000)}` }),
  'a query in raw UTF-8': request({ target: `${path}?${query}&x=\u00e8\u0080\u0081` }),
  'two question marks': request({ target: `${path}?${query}?${query}` }),
  'a fragment': request({ target: `${path}?${query}#x` }),
  'the root': request({ target: '/' }),
  'two slashes': request({ target: '//' }),
  'a path that climbs': request({ target: `/../..${path}?${query}` }),
  'a percent sign in the path': request({ target: '/v4/%zz?x' }),
  'an absolute target': request({ target: `http://example.com${path}?${query}` }),
  'a broken absolute target': request({ target: `http://[/${path}?${query}` }),
  ...Object.fromEntries(
    ['GET', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'].map((method) => [method, request({ method })]),
  ),
  'an unknown method': request({ method: 'FOO' }),
  'a strange Content-Type': request({ headers: 'Content-Type: ((;;=\r\n' }),
  'a strange Accept': request({ headers: 'Accept: ((;;=\r\n' }),
  'a strange Prefer': request({ headers: 'Prefer: ,;="=,example\r\n' }),
  'a Prefer of 7 KB': request({ headers: `Prefer: example=${'x'.repeat(7000)}\r\n` }),
  'a Prefer named __proto__': request({ headers: 'Prefer: __proto__=1, example=__proto__\r\n' }),
  'a Prefer in Latin 1': request({ headers: 'Prefer: example=\u00e9\r\n' }),
  'an unknown expectation': request({ headers: 'Expect: miracles\r\n' }),
  'an expected continuation': request({ headers: 'Expect: 100-continue\r\n' }),
  'an upgrade': request({ headers: 'Connection: Upgrade\r\nUpgrade: h2c\r\n' }),
  'no Host': Buffer.from(request().toString('latin1').replace('Host: mock\r\n', ''), 'latin1'),
  CONNECT: 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
  chunks: chunked(`${ok.length.toString(16)}\r\n${ok}\r\n0\r\n\r\n`),
  'chunks without end of sizes': chunked('zz\r\n'),
  'a header of 64 KB': request({ headers: `X-Long: ${'x'.repeat(65_536)}\r\n` }),
  'two lengths': request({ headers: 'Content-Length: 5\r\n' }),
  'a length and chunks': request({ headers: 'Transfer-Encoding: chunked\r\n' }),
  'bytes that are not HTTP': 'HELLO\r\n\r\n',
  'the start of TLS': Buffer.from('16030100a5010000a10303', 'hex'),
};
