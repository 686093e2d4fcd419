import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { ChatConfigError } from '@chat-sns/client';
import { errorCatalogue } from '@chat-sns/client/catalogue';
import { createUserSig, readUserSig, verifyUserSig } from '@chat-sns/client/usersig';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packUserSig, unpackUserSig } from './support/usersig-text.ts';
import vectors from './usersig-vectors.json' with { type: 'json' };

interface OfficialSigner {
  genSig(identifier: string, expire: number, userBuf: Buffer | null): string;
}
const { Api: OfficialApi } = createRequire(import.meta.url)('tls-sig-api-v2') as {
  Api: new (sdkAppId: number, secretKey: string) => OfficialSigner;
};

const readUserBuf = (json: string) => {
  const text: string | undefined = JSON.parse(json)['TLS.userbuf'];
  return text === undefined ? undefined : new Uint8Array(Buffer.from(text, 'base64'));
};

const input = {
  sdkAppId: 1400000000,
  identifier: 'administrator',
  secretKey: 'a key of the test',
  now: 1_700_000_000,
};

/** The document of an identifier with a line break, with the signature that the official algorithm gives it. */
function signAmbiguously(secretKey: string) {
  const identifier = 'a\nTLS.sdkappid:1';
  const lines = `TLS.identifier:${identifier}\nTLS.sdkappid:1\nTLS.time:1700000000\nTLS.expire:100\n`;
  const mac = createHmac('sha256', secretKey).update(lines).digest('base64');
  return JSON.stringify({
    'TLS.ver': '2.0',
    'TLS.identifier': identifier,
    'TLS.sdkappid': 1,
    'TLS.time': 1_700_000_000,
    'TLS.expire': 100,
    'TLS.sig': mac,
  });
}

describe('createUserSig', () => {
  test.each(vectors)('creates the document of vector $name', async ({ json, mac, userSig, ...vector }) => {
    const made = await createUserSig({ ...vector, userBuf: readUserBuf(json) });
    expect(unpackUserSig(made)).toBe(json);
    expect(JSON.parse(json)['TLS.sig']).toBe(mac);
    expect(unpackUserSig(userSig)).toBe(json);
  });

  test('creates what the official package creates, whatever the input', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => text.trim() === text && !/\p{Cc}/u.test(text));
    const validity = fc.integer({ min: 1, max: 2 ** 31 - 1 });
    const appId = fc.integer({ min: 1, max: 2 ** 31 - 1 });
    const bytes = fc.option(fc.uint8Array({ minLength: 1, maxLength: 60 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(
        word,
        word,
        validity,
        appId,
        bytes,
        async (identifier, secretKey, expiresIn, sdkAppId, userBuf) => {
          const official = new OfficialApi(sdkAppId, secretKey).genSig(
            identifier,
            expiresIn,
            userBuf ? Buffer.from(userBuf) : null,
          );
          const now: number = JSON.parse(unpackUserSig(official))['TLS.time'];
          const own = await createUserSig({ sdkAppId, identifier, secretKey, expiresIn, now, userBuf });
          expect(unpackUserSig(own)).toBe(unpackUserSig(official));
          const expected = { sdkAppId, identifier, secretKey, now, userBuf };
          expect(await verifyUserSig(official, expected)).toMatchObject({
            ok: true,
            value: { identifier, sdkAppId },
          });
        },
      ),
      { numRuns: Number(process.env.CLIENT_PROPERTY_RUNS ?? 500) },
    );
  });

  test('is valid for 180 days by default', async () => {
    expect(await readUserSig(await createUserSig(input))).toMatchObject({
      expiresAt: input.now + 15_552_000,
    });
  });

  const key =
    'InvalidSecretKey: secretKey must be a non-empty string without whitespace around it, such as a line break at its end';
  const app =
    'InvalidUserSigInput: createUserSig requires sdkAppId, an integer, and identifier, a non-empty string without control characters';
  const more = 'InvalidUserSigInput: createUserSig requires a number as now, and bytes as userBuf';
  const time = 'InvalidUserSigTime: expiresIn and now must be whole seconds, expiresIn at least 1';

  test.each([
    [{ identifier: '' }, app],
    [{ identifier: 10086 }, app],
    [{ identifier: undefined }, app],
    [{ identifier: 'a\nTLS.sdkappid:1' }, app],
    [{ identifier: 'a\u0085' }, app],
    [{ identifier: 'a\ud800' }, app],
    [{ sdkAppId: Number.NaN }, app],
    [{ sdkAppId: '1400000000' }, app],
    [{ secretKey: '' }, key],
    [{ secretKey: undefined }, key],
    [{ secretKey: 7 }, key],
    [{ secretKey: `${input.secretKey}\n` }, key],
    [{ userBuf: 'bytes' }, more],
    [{ now: '1700000000' }, more],
    [{ now: Number.NaN }, more],
    [{ expiresIn: 0 }, time],
    [{ expiresIn: 1.5 }, time],
    [{ expiresIn: '86400' }, time],
    [{ now: 0.5 }, time],
  ])('rejects %j without showing the key: %s', async (bad, message) => {
    const wrong = { ...input, ...bad } as typeof input;
    const error = await createUserSig(wrong).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ChatConfigError);
    expect(error).toMatchObject({ message });
    expect(JSON.stringify(error)).not.toContain(input.secretKey);
  });

  test('signs for as little as a second', async () => {
    const claims = await readUserSig(await createUserSig({ ...input, expiresIn: 1 }));
    expect(claims).toMatchObject({ issuedAt: input.now, expiresAt: input.now + 1 });
  });

  test('signs now, in whole seconds, when no time is given', async () => {
    const userSig = await createUserSig({ ...input, now: undefined });
    const { issuedAt } = (await readUserSig(userSig)) ?? { issuedAt: 0 };
    expect(Number.isInteger(issuedAt)).toBe(true);
    expect(Math.abs(Date.now() / 1000 - issuedAt)).toBeLessThan(30);
    expect(await verifyUserSig(userSig, { ...input, now: undefined })).toMatchObject({ ok: true });
  });
});

describe('verifyUserSig', () => {
  test.each(vectors)('accepts vector $name', async ({ json, userSig, ...vector }) => {
    const check = await verifyUserSig(userSig, { ...vector, userBuf: readUserBuf(json) });
    expect(check).toMatchObject({
      ok: true,
      value: { issuedAt: vector.now, expiresAt: vector.now + vector.expiresIn },
    });
  });

  test('accepts the stored form with another field order and a line break, as the Go signer writes it', async () => {
    const {
      'TLS.time': time,
      'TLS.sig': sig,
      ...rest
    } = JSON.parse(unpackUserSig(await createUserSig(input)));
    const stored = packUserSig(`${JSON.stringify({ ...rest, 'TLS.time': time, 'TLS.sig': sig })}\n`, 0);
    expect(stored).toMatch(/^eAE/);
    expect(await verifyUserSig(stored, input)).toMatchObject({ ok: true });
  });

  test('accepts the spaced form of the Python signer', async () => {
    const spaced = unpackUserSig(await createUserSig(input))
      .replaceAll(',"', ', "')
      .replaceAll('":', '": ');
    expect(await verifyUserSig(packUserSig(spaced), input)).toMatchObject({ ok: true });
  });

  test('returns the first fault in the documented order', async () => {
    const userSig = await createUserSig({ ...input, expiresIn: 100 });
    const wrong = {
      sdkAppId: 1,
      identifier: 'other',
      now: input.now + 101,
      userBuf: new Uint8Array(1),
      secretKey: 'other',
    };
    const { sdkAppId, identifier, now, userBuf, ...key } = wrong;
    const getReason = async (changes: object) => {
      const check = await verifyUserSig(userSig, { ...input, ...changes });
      return check.ok ? 'ok' : check.reason;
    };
    expect(await getReason(wrong)).toBe('UserSigAppMismatch');
    expect(await getReason({ identifier, now, userBuf, ...key })).toBe('UserSigIdentifierMismatch');
    expect(await getReason({ now, userBuf, ...key })).toBe('UserSigExpired');
    expect(await getReason({ userBuf, ...key })).toBe('UserBufMismatch');
    expect(await getReason(key)).toBe('UserSigWrongKey');
    expect(await getReason({ now: input.now + 100 })).toBe('ok');
    expect(sdkAppId).toBe(1);
  });

  test('every reason but that of the extra bytes is a title of the catalogue', () => {
    const reasons = [
      'UserSigIllegal',
      'UserSigAppMismatch',
      'UserSigIdentifierMismatch',
      'UserSigExpired',
      'UserSigWrongKey',
    ];
    expect(errorCatalogue.map(({ title }) => title)).toEqual(expect.arrayContaining(reasons));
  });

  test('a UserSig whose signed lines can be read in two ways is malformed', async () => {
    expect(
      await verifyUserSig(packUserSig(signAmbiguously(input.secretKey)), {
        ...input,
        sdkAppId: 1,
        identifier: 'a',
      }),
    ).toEqual({
      ok: false,
      reason: 'UserSigIllegal',
    });
  });

  test.each([
    { secretKey: '' },
    { secretKey: undefined },
    { sdkAppId: undefined },
    { identifier: undefined },
    { now: Number.NaN },
    { now: 'now' },
    { userBuf: 'bytes' },
  ])('fails when it cannot check: %j', async (bad) => {
    const userSig = await createUserSig(input);
    const check = verifyUserSig(userSig, { ...input, ...bad } as typeof input);
    await expect(check).rejects.toMatchObject({ name: 'ChatConfigError' });
  });

  test('checks against now when no time is given', async () => {
    const check = await verifyUserSig(await createUserSig(input), { ...input, now: undefined });
    expect(check).toEqual({ ok: false, reason: 'UserSigExpired' });
  });

  test('a changed character is never accepted', async () => {
    const userSig = await createUserSig(input);
    const position = fc.integer({ min: 0, max: userSig.length - 1 });
    await fc.assert(
      fc.asyncProperty(position, fc.constantFrom(...'ABab01*-_'), async (at, character) => {
        const changed = userSig.slice(0, at) + character + userSig.slice(at + 1);
        const check = await verifyUserSig(changed, input);
        // Some bits of base64 and zlib have no meaning; whatever is accepted must have the same content.
        if (check.ok) expect(unpackUserSig(changed)).toBe(unpackUserSig(userSig));
      }),
    );
  });
});
