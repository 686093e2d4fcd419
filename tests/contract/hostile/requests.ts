import { gzipSync } from 'node:zlib';
import fc from 'fast-check';

const usersig = `eJ${'0Aa*-_'.repeat(30)}`;
const target = `/v4/sns/friend_delete?sdkappid=1400000000&identifier=administrator&usersig=${usersig}&random=1&contenttype=json`;
const valid = '{"From_Account":"alice","To_Account":["bob"]}';
const head = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n');
const whole = (body: string | Buffer, ...headers: string[]) =>
  Buffer.concat([
    Buffer.from(head(`POST ${target}`, ...headers, `Content-Length: ${Buffer.byteLength(body)}`), 'latin1'),
    Buffer.from(body),
  ]);
const raw = (text: string) => Buffer.from(text, 'latin1');

/** One kind of hostile request of a size; the work that it causes must grow no faster than the size. */
export const kinds: Record<string, (size: number) => Buffer> = {
  nesting: (size) =>
    whole(`{"From_Account":"a","To_Account":${'['.repeat(size / 2)}${']'.repeat(size / 2)}}`),
  'open nesting': (size) => whole('[{"a":'.repeat(size / 6)),
  'echo in a body': (size) =>
    whole(`{"From_Account":"${usersig.repeat(size / usersig.length)}","To_Account":["b"]}`),
  'starts of an echo': (size) =>
    whole(`{"From_Account":"${'eJ'.repeat(size / 2)}","To_Account":["sig=${'sig='.repeat(size / 8)}"]}`),
  escapes: (size) => whole(`{"From_Account":"${'\\u0065\\"'.repeat(size / 8)}"}`),
  'quotes that never end': (size) => whole('\\"'.repeat(size / 2)),
  'many strings': (size) => whole(`{"From_Account":"a","To_Account":[${'"",'.repeat(size / 3)}""]}`),
  'many objects': (size) => whole(`{"From_Account":"a","To_Account":[${'{},'.repeat(size / 3)}{}]}`),
  'many fields': (size) =>
    whole(`{${Array.from({ length: size / 10 }, (_, index) => `"f${index}":1`).join()}}`),
  'a bomb': (size) =>
    whole(gzipSync(Buffer.alloc(size * 50)), 'Content-Encoding: gzip, gzip, gzip, gzip, gzip, gzip'),
  'a large body': (size) => whole(Buffer.alloc(size * 3, 32)),
  'tiny chunks': (size) =>
    raw(`${head(`POST ${target}`, 'Transfer-Encoding: chunked')}${'1\r\nx\r\n'.repeat(size / 6)}0\r\n\r\n`),
  'a rejected state': (size) =>
    raw(
      `${head('PUT /sandbox/state', 'Origin: http://evil.example', `Content-Length: ${size * 3}`)}${' '.repeat(size * 3)}`,
    ),
};

const odd: Buffer[] = [
  'HELLO\r\n\r\n',
  'GET\r\n\r\n',
  '\r\n\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
  head('GET /', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: x'),
  `${head(`POST ${target}`, 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'Content-Length: 2')}{}`,
  `GET / HTTP/1.1\r\n${'X: y\r\n'.repeat(3000)}\r\n`,
  `GET /${'a'.repeat(30_000)} HTTP/1.1\r\n\r\n`,
  head(`POST ${target}`, 'Content-Length: -1'),
  `${head(`POST ${target}`, 'Content-Length: 5', 'Content-Length: 6')}{}`,
  `${head(`POST ${target}`, 'Transfer-Encoding: chunked', 'Content-Length: 2')}{}`,
  `${head(`POST ${target}`, 'Transfer-Encoding: chunked')}zz\r\n{}\r\n0\r\n\r\n`,
  `${head(`POST ${target}`, 'Transfer-Encoding: chunked')}ffffffffffffffff1\r\n`,
  `${head(`POST ${target}`, 'Transfer-Encoding: gzip, chunked')}0\r\n\r\n`,
  head(`POST ${target}`, 'Transfer-Encoding: chunked', 'Trailer: x') +
    `2\r\n{}\r\n0\r\n${'x: y\r\n'.repeat(500)}\r\n`,
  `${head(`POST ${target}`, 'Content-Length: 1000')}{"half":`,
  head(`POST ${target}`, 'Expect: 100-continue', 'Content-Length: 9'),
  `${head('OPTIONS /v4/x', 'Access-Control-Request-Method: POST', 'Content-Length: 100')}{`,
  `${head('PUT /sandbox/state', 'Content-Length: 125829120')}{"accounts":`,
  head('GET /sandbox/calls'),
  head('GET /sandbox/state', 'Host: evil'),
  `${head(`POST ${target}&__proto__=1&constructor=2&x=%zz`, 'Content-Length: 2')}{}`,
  ...Array<string>(5)
    .fill(`${head(`POST ${target}`, 'Content-Length: 2')}{}`)
    .map((one) => one.repeat(20)),
].map(raw);

const bodies = fc.oneof(
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .tuple(fc.nat(60), fc.constantFrom('"', '\\', '\0', '{', ',', '\u2028'))
    .map(([at, text]) => valid.slice(0, at) + text + valid.slice(at)),
);
const kind = fc
  .tuple(fc.constantFrom(...Object.values(kinds)), fc.integer({ min: 12, max: 20_000 }))
  .map(([make, size]) => make(size));

/** What is sent, cut at some byte or not, and how the caller leaves. */
export const hostileArbitrary = fc.record({
  bytes: fc
    .tuple(
      fc.oneof(
        { weight: 8, arbitrary: bodies.map((body) => whole(body)) },
        { weight: 3, arbitrary: kind },
        { weight: 4, arbitrary: fc.constantFrom(...odd) },
        {
          weight: 1,
          arbitrary: fc.uint8Array({ minLength: 1, maxLength: 200 }).map((each) => Buffer.from(each)),
        },
      ),
      fc.option(fc.double({ min: 0.01, max: 1, noNaN: true }), { freq: 3 }),
    )
    .map(([bytes, cut]) => (cut === null ? bytes : bytes.subarray(0, Math.ceil(bytes.length * cut)))),
  leave: fc.constantFrom('reset', 'end', 'read', 'read'),
});
