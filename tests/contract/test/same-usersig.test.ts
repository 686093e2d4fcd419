import { createHmac } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { verifyUserSig } from '@chat-sns/client/usersig';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  app,
  ask,
  codeOf,
  differences,
  genuine,
  json,
  mockUrl,
  now,
  property,
  queryOf,
  sandboxUrl,
  startServers,
  validBody,
} from '../same-verdict.ts';

startServers();

const encode = (bytes: Buffer) =>
  bytes.toString('base64').replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_');
const decode = (usersig: string) =>
  inflateSync(Buffer.from(usersig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '='), 'base64'));

describe('a UserSig', () => {
  const names = ['ver', 'identifier', 'sdkappid', 'time', 'expire', 'sig', 'userbuf', 'other'].map(
    (name) => `TLS.${name}`,
  );
  const field = fc.oneof(
    fc.tuple(fc.constantFrom(...names), json),
    fc.constantFrom<[string, unknown]>(
      ['TLS.identifier', 'bob'],
      ['TLS.sdkappid', 7],
      ['TLS.time', now - 3601],
      ['TLS.expire', 59],
      ['TLS.time', -1],
      ['TLS.userbuf', 'AAAA'],
      ['TLS.sig', 'AAAA'],
      ['TLS.other', 'x'.repeat(16_200)],
      ['TLS.other', 'x'.repeat(16_384)],
    ),
  );
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 20 }).map((each) => Buffer.from(each));
  /** A change of the genuine one: of a field, of the document, of the compressed bytes, or of the string. */
  const change: fc.Arbitrary<(usersig: string) => string> = fc.oneof(
    {
      weight: 4,
      arbitrary: field.map(([name, value]) => (usersig: string) => {
        const document = JSON.parse(decode(usersig).toString());
        return encode(deflateSync(JSON.stringify({ ...document, [name]: value })));
      }),
    },
    fc.constantFrom(...names).map((name) => (usersig: string) => {
      const { [name]: _, ...document } = JSON.parse(decode(usersig).toString());
      return encode(deflateSync(JSON.stringify(document, null, 1)));
    }),
    fc.tuple(fc.nat(150), bytes).map(([at, inserted]) => (usersig: string) => {
      const document = decode(usersig);
      return encode(deflateSync(Buffer.concat([document.subarray(0, at), inserted, document.subarray(at)])));
    }),
    fc
      .tuple(fc.constantFrom('', '\ufeff', ' ', '\n'), fc.constantFrom('', ' ', '\n', '\u0000', ',', '{}'))
      .map(
        ([before, after]) =>
          (usersig: string) =>
            encode(deflateSync(Buffer.from(`${before}${decode(usersig)}${after}`))),
      ),
    json.map((value) => () => encode(deflateSync(JSON.stringify(value) ?? 'x'))),
    bytes.map((after) => (usersig: string) => encode(Buffer.concat([deflateSync(decode(usersig)), after]))),
    fc
      .integer({ min: -1, max: 9 })
      .map((level) => (usersig: string) => encode(deflateSync(decode(usersig), { level }))),
    fc.constant((usersig: string) =>
      encode(deflateSync(decode(usersig), { dictionary: Buffer.from('TLS.') })),
    ),
    fc
      .tuple(
        fc.nat(200),
        fc.constantFrom('', '_', '=', 'A', '*', '-', ' ', '+', '/', '%', '\n', '\u0000', 'é'),
      )
      .map(
        ([at, text]) =>
          (usersig: string) =>
            usersig.slice(0, at) + text + usersig.slice(at + 1),
      ),
    fc.nat(200).map((length) => (usersig: string) => usersig.slice(0, length + 1)),
    fc.constantFrom('_', '__', 'A', '===').map((text) => (usersig: string) => usersig + text),
  );

  test('gets the same verdict from client and sandbox, and the mock takes every one', async () => {
    const seen = new Set<string>();
    await property(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
      let usersig = genuine;
      for (const each of changes) {
        try {
          usersig = each(usersig);
        } catch {
          // A second change may find nothing to change.
        }
      }
      if (usersig === '') return;
      const check = await verifyUserSig(usersig, { ...app, now });
      const byClient = check.ok ? 'accepted' : check.reason;
      seen.add(byClient);
      const sent = { query: queryOf(usersig), body: JSON.stringify(validBody('deleteFriends')) };
      const bySandbox = await ask(sandboxUrl, sent);
      const expected = check.ok ? 'accepted' : codeOf(byClient);
      const isKnown = byClient === 'UserBufMismatch' && differences.userBuf;
      if (!isKnown) expect(`sandbox: ${bySandbox}`).toBe(`sandbox: HTTP 200 ${expected}`);
      const byMock = differences.unsigned && 'accepted';
      expect(`mock: ${await ask(mockUrl, sent)}`).toBe(`mock: HTTP 200 ${byMock}`);
    });
    expect([...seen].sort()).toEqual([
      'UserBufMismatch',
      'UserSigAppMismatch',
      'UserSigExpired',
      'UserSigIdentifierMismatch',
      'UserSigIllegal',
      'UserSigWrongKey',
      'accepted',
    ]);
  });

  /** Signs whatever name it is given, as client and sandbox never do. */
  const sign = (identifier: string) => {
    const fields = { identifier, sdkappid: app.sdkAppId, time: now, expire: 60 };
    const lines = Object.entries(fields).map(([name, value]) => `TLS.${name}:${value}\n`);
    const sig = createHmac('sha256', app.secretKey).update(lines.join('')).digest('base64');
    const named = Object.entries({ ver: '2.0', ...fields, sig }).map(([name, value]) => [
      `TLS.${name}`,
      value,
    ]);
    return encode(deflateSync(JSON.stringify(Object.fromEntries(named))));
  };

  test.each(['a\nTLS.sdkappid:1', 'a\u0000', 'a\u001f', 'a\u007f', 'a\u0085', 'a\ud800'])(
    'for the account %j is illegal, though its signature is right',
    async (identifier) => {
      const body = JSON.stringify(validBody('deleteFriends'));
      expect(await verifyUserSig(sign('a'), { ...app, identifier: 'a', now })).toMatchObject({ ok: true });
      expect(await verifyUserSig(sign(identifier), { ...app, now })).toEqual({
        ok: false,
        reason: 'UserSigIllegal',
      });
      expect(await ask(sandboxUrl, { query: queryOf(sign(identifier)), body })).toBe(
        `HTTP 200 ${codeOf('UserSigIllegal')}`,
      );
      expect(await ask(mockUrl, { query: queryOf(sign(identifier)), body })).toBe(
        `HTTP 200 ${differences.unsigned && 'accepted'}`,
      );
    },
  );
});
