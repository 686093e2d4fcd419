import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readUserSig, signUserSig } from '../../src/gateway/usersig.ts';
import { vectors } from './usersig-vectors.ts';

test.each(vectors)('reads and verifies what the $name made', ({ key, fields, usersig }) => {
  expect(readUserSig(usersig, key)).toEqual({ ...fields, authentic: true });
  expect(readUserSig(usersig, `${key}0`)).toEqual({ ...fields, authentic: false });
});

const fields = { identifier: 'ann', sdkAppId: 1, time: 1700000000, expire: 60 };
const encode = (document: unknown, level = 9) =>
  deflateSync(JSON.stringify(document), { level })
    .toString('base64')
    .replaceAll('+', '*')
    .replaceAll('/', '-')
    .replaceAll('=', '_');
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

test('a document as long as any that is read', () => {
  const ofLength = (length: number) => {
    const room = length - JSON.stringify(document({ more: '' })).length;
    return document({ more: 'x'.repeat(room) });
  };
  // 3061 bytes stored as they are make 4096 characters, the most of a UserSig; compressed, 4096 bytes may be in it.
  expect(encode(ofLength(3061), 0)).toHaveLength(4096);
  expect(readUserSig(encode(ofLength(3061), 0), 'k')).toEqual({ ...fields, authentic: false });
  expect(readUserSig(encode(ofLength(3062), 0), 'k')).toBeUndefined();
  expect(readUserSig(encode(ofLength(4096)), 'k')).toEqual({ ...fields, authentic: false });
  expect(readUserSig(encode(ofLength(4097)), 'k')).toBeUndefined();
});

test('characters outside the alphabet spoil a genuine one', () => {
  const genuine = signUserSig('k', fields);
  for (const text of [`${genuine}=`, `=${genuine}`, `${genuine.slice(0, 9)} ${genuine.slice(9)}`]) {
    expect(readUserSig(text, 'k')).toBeUndefined();
  }
});

test('time and validity may be 0', () => {
  const none = { identifier: 'ann', sdkAppId: 0, time: 0, expire: 0 };
  expect(readUserSig(signUserSig('k', none), 'k')).toEqual({ ...none, authentic: true });
});

test('what it makes has the vendor’s alphabet and is read again', () => {
  const seen = new Set<string>();
  for (let time = 1; time <= 50; time += 1) {
    const usersig = signUserSig('k', { ...fields, time });
    for (const character of usersig) seen.add(character);
    expect(usersig).toMatch(/^(?:[A-Za-z0-9*_-]{4})+$/);
    expect(readUserSig(usersig, 'k')).toEqual({ ...fields, time, authentic: true });
  }
  expect([...'*-_'].every((character) => seen.has(character))).toBe(true);
});

test('a changed field breaks the signature', () => {
  const genuine = readUserSig(signUserSig('k', fields), 'k');
  expect(genuine?.authentic).toBe(true);
  for (const change of [{ identifier: 'bob' }, { sdkAppId: 2 }, { time: 1 }, { expire: 61 }]) {
    const other = signUserSig('other', { ...fields, ...change });
    expect(readUserSig(other, 'k')?.authentic).toBe(false);
  }
});

test.each([
  ['nothing', ''],
  ['characters outside the alphabet', 'eJ+/='],
  ['no zlib', 'AAAA'],
  ['no JSON', deflateSync('{').toString('base64').replaceAll('=', '_')],
  ['a number', encode(7)],
  ['null', encode(null)],
  ['another version', encode(document({ 'TLS.ver': '1.0' }))],
  ['a number as identifier', encode(document({ 'TLS.identifier': 1 }))],
  ['a string as sdkappid', encode(document({ 'TLS.sdkappid': '1' }))],
  ['a negative time', encode(document({ 'TLS.time': -1 }))],
  ['a fraction as validity', encode(document({ 'TLS.expire': 0.5 }))],
  ['a number as signature', encode(document({ 'TLS.sig': 1 }))],
  ['a number as userbuf', encode(document({ 'TLS.userbuf': 1 }))],
  ['a bomb', encode(document({ more: 'x'.repeat(1_000_000) }))],
  ['too long', 'A'.repeat(5000)],
])('%s is no UserSig', (_what, text) => {
  expect(readUserSig(text, 'k')).toBeUndefined();
});
