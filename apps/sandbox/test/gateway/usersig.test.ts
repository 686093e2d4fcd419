import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readUserSig, signUserSig } from '../../src/gateway/usersig.ts';
import { vectors } from './usersig-vectors.ts';

test.each(vectors)('reads and verifies a UserSig of the $name', ({ key, fields, usersig }) => {
  expect(readUserSig(usersig, key)).toEqual({ ...fields, authentic: true });
  expect(readUserSig(usersig, `${key}0`)).toEqual({ ...fields, authentic: false });
});

const fields = { identifier: 'ann', sdkAppId: 1, time: 1700000000, expire: 60 };
const encodeBytes = (bytes: Buffer) =>
  bytes.toString('base64').replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_');
const encode = (document: unknown, level = 9, after = Buffer.from('')) =>
  encodeBytes(Buffer.concat([deflateSync(JSON.stringify(document), { level }), after]));
const document = (change: object) => ({
  'TLS.ver': '2.0',
  'TLS.identifier': 'ann',
  'TLS.sdkappid': 1,
  'TLS.time': 1700000000,
  'TLS.expire': 60,
  'TLS.sig': 'AAAA',
  ...change,
});

test('reads a document that was stored without compression, as the Go package does', () => {
  expect(readUserSig(encode(document({}), 0), 'k')).toEqual({ ...fields, authentic: false });
});

test('reads UserSigs of up to 32 KiB and documents of up to 16 KiB', () => {
  const ofLength = (length: number) => {
    const filler = length - JSON.stringify(document({ more: '' })).length;
    return document({ more: 'x'.repeat(filler) });
  };
  for (const level of [0, 9]) {
    expect(readUserSig(encode(ofLength(16_384), level), 'k')).toEqual({ ...fields, authentic: false });
    expect(readUserSig(encode(ofLength(16_385), level), 'k')).toBeUndefined();
  }
  // Empty blocks make the compressed data as long as one likes.
  const padded = (blocks: number) => {
    const whole = deflateSync(JSON.stringify(document({})), { level: 0 });
    const empty = Buffer.from([0, 0, 0, 0xff, 0xff]);
    return encodeBytes(
      Buffer.concat([whole.subarray(0, 2), ...Array(blocks).fill(empty), whole.subarray(2)]),
    );
  };
  const most = Math.floor(
    ((32_768 / 4) * 3 - deflateSync(JSON.stringify(document({})), { level: 0 }).length) / 5,
  );
  expect(padded(most).length).toBeLessThanOrEqual(32_768);
  expect(readUserSig(padded(most), 'k')).toEqual({ ...fields, authentic: false });
  expect(readUserSig(padded(most + 2), 'k')).toBeUndefined();
});

test('rejects a genuine UserSig with characters outside the alphabet', () => {
  const genuine = signUserSig('k', fields);
  for (const text of [`${genuine}=`, `=${genuine}`, `${genuine.slice(0, 9)} ${genuine.slice(9)}`]) {
    expect(readUserSig(text, 'k')).toBeUndefined();
  }
});

test.each(['a\nTLS.sdkappid:1', 'a\u0000', 'a\u007f', 'a\u0085', 'a\ud800'])(
  'the identifier %j is neither signed nor accepted',
  (identifier) => {
    expect(() => signUserSig('k', { ...fields, identifier })).toThrow(
      `${JSON.stringify(identifier)} has characters that cannot be signed.`,
    );
    expect(readUserSig(encode(document({ 'TLS.identifier': identifier })), 'k')).toBeUndefined();
  },
);

test('time and expire can be 0', () => {
  const none = { identifier: 'ann', sdkAppId: 0, time: 0, expire: 0 };
  expect(readUserSig(signUserSig('k', none), 'k')).toEqual({ ...none, authentic: true });
});

test('signs UserSigs in the vendor’s alphabet that it reads again', () => {
  const seen = new Set<string>();
  for (let time = 1; time <= 50; time += 1) {
    const usersig = signUserSig('k', { ...fields, time });
    for (const character of usersig) seen.add(character);
    expect(usersig).toMatch(/^(?:[A-Za-z0-9*_-]{4})+$/);
    expect(readUserSig(usersig, 'k')).toEqual({ ...fields, time, authentic: true });
  }
  expect([...'*-_'].every((character) => seen.has(character))).toBe(true);
});

const decode = (usersig: string): object =>
  JSON.parse(
    inflateSync(
      Buffer.from(usersig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '='), 'base64'),
    ).toString(),
  );

test.each([
  { identifier: 'bob', 'TLS.identifier': 'bob' },
  { sdkAppId: 2, 'TLS.sdkappid': 2 },
  { time: 1, 'TLS.time': 1 },
  { expire: 61, 'TLS.expire': 61 },
  { 'TLS.userbuf': '' },
])('a UserSig with %j is authentic neither with its old signature nor signed with another key', (change) => {
  const genuine = signUserSig('k', fields);
  expect(readUserSig(encode(decode(genuine)), 'k')?.authentic).toBe(true);
  expect(readUserSig(encode({ ...decode(genuine), ...change }), 'k')?.authentic).toBe(false);
  expect(readUserSig(signUserSig('other', { ...fields, ...change }), 'k')?.authentic).toBe(false);
});

test.each([
  ['an empty string', ''],
  ['characters outside the alphabet', 'eJ+/='],
  ['data that is not zlib', 'AAAA'],
  ['data that is not JSON', deflateSync('{').toString('base64').replaceAll('=', '_')],
  ['a number', encode(7)],
  ['null', encode(null)],
  ['another version', encode(document({ 'TLS.ver': '1.0' }))],
  ['a number as identifier', encode(document({ 'TLS.identifier': 1 }))],
  ['a string as sdkappid', encode(document({ 'TLS.sdkappid': '1' }))],
  ['a negative time', encode(document({ 'TLS.time': -1 }))],
  ['a fraction as validity', encode(document({ 'TLS.expire': 0.5 }))],
  ['a number as signature', encode(document({ 'TLS.sig': 1 }))],
  ['a number as userbuf', encode(document({ 'TLS.userbuf': 1 }))],
  ['a userbuf that is not base64', encode(document({ 'TLS.userbuf': 'a' }))],
  ['a signature that is not base64', encode(document({ 'TLS.sig': 'AAAAA' }))],
  ['a byte after the zlib data', encode(document({}), 9, Buffer.from([0]))],
  ['zlib data after the zlib data', encode(document({}), 9, deflateSync('{}'))],
  [
    'a document that is not UTF-8',
    encodeBytes(deflateSync(Buffer.from(JSON.stringify(document({ more: '\xff' })), 'latin1'))),
  ],
  ['padding in the middle', `eJ_${signUserSig('k', fields).slice(3)}`],
  ['a decompression bomb', encode(document({ more: 'x'.repeat(1_000_000) }))],
  ['a string that is too long', 'A'.repeat(5000)],
])('%s is not a UserSig', (_what, text) => {
  expect(readUserSig(text, 'k')).toBeUndefined();
});
