import { setImmediate } from 'node:timers/promises';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { createUserSig, readUserSig, verifyUserSig } from '@chat-sns/client/usersig';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inflate } from '../src/bytes.ts';
import { encodeBytes, packUserSig, unpackUserSig } from './support/usersig-text.ts';

const app = { sdkAppId: 1400000000, identifier: 'administrator', secretKey: 'a key of the test' };
const now = 1_700_000_000;
const userBuf = new Uint8Array([0, 1, 2, 250]);
const userSig = await createUserSig({ ...app, now, userBuf, expiresIn: 15_552_000 });
const fields: Record<string, unknown> = JSON.parse(unpackUserSig(userSig));
const json = JSON.stringify(fields);
const expected = { ...app, now, userBuf };

const rejections: unknown[] = [];
const recordRejection = (reason: unknown) => rejections.push(reason);
beforeAll(() => void process.on('unhandledRejection', recordRejection));
afterAll(() => void process.off('unhandledRejection', recordRejection));

async function expectIllegal(text: string) {
  expect(await verifyUserSig(text, expected)).toEqual({ ok: false, reason: 'UserSigIllegal' });
  expect(await readUserSig(text)).toBeUndefined();
  await setImmediate();
  expect(rejections).toEqual([]);
}

test('a UserSig is read without its key', async () => {
  expect(await readUserSig(userSig)).toEqual({
    sdkAppId: app.sdkAppId,
    identifier: app.identifier,
    issuedAt: now,
    expiresAt: now + 15_552_000,
    userBuf,
  });
  expect(await readUserSig(await createUserSig({ ...app, now }))).toMatchObject({ userBuf: undefined });
});

describe('malformed is', () => {
  test.each([
    '',
    'eJ',
    '****',
    'not a usersig',
    '___',
    'eJyr==',
    ` ${userSig}`,
    `${userSig} `,
    `${userSig}___`,
    `${userSig.slice(0, 8)}_${userSig.slice(8)}`,
  ])('the string %j', expectIllegal);

  test.each([
    ['data that is not compressed', new TextEncoder().encode(json)],
    ['data without the header of zlib', deflateRawSync(json)],
    ['truncated data', deflateSync(json).subarray(0, -6)],
    ['data with trailing bytes', Buffer.concat([deflateSync(json), Buffer.from('more')])],
  ])('%s', (_, bytes) => expectIllegal(encodeBytes(bytes)));

  test.each(['', 'text', '7', 'null', '[]', '{}', json.slice(0, -1)])('compressed %s', (text) =>
    expectIllegal(packUserSig(text)),
  );

  test('text in another encoding than UTF-8', () =>
    expectIllegal(packUserSig(Buffer.from(json.replace('administrator', 'é'), 'latin1'))));

  test.each([
    ['TLS.ver', ['1.0', 2, undefined]],
    ['TLS.identifier', [7, null, undefined]],
    ['TLS.sdkappid', ['1400000000', 0.5, undefined]],
    ['TLS.time', ['1700000000', 0.5, undefined]],
    ['TLS.expire', ['15552000', 0.5, undefined]],
    ['TLS.userbuf', [1234, null, '%']],
    ['TLS.sig', [1234, '%', undefined]],
  ])('a document in which %s is one of %j', async (field, values) => {
    for (const value of values)
      await expectIllegal(packUserSig(JSON.stringify({ ...fields, [field]: value })));
  });
});

describe('a document', () => {
  test('may have 16 KiB and no byte more', async () => {
    const full = json.padEnd(16 * 1024, ' ');
    expect(await verifyUserSig(packUserSig(full), expected)).toMatchObject({ ok: true });
    await expectIllegal(packUserSig(`${full} `));
    await expect(inflate(new Uint8Array(deflateSync('four')), 3)).rejects.toThrow(
      'the data is larger than 3 bytes',
    );
  });

  /** The document, stored after that many empty blocks. */
  function createStuffedUserSig(emptyBlocks: number, padding: number) {
    const stored = deflateSync(json.padEnd(padding, ' '), { level: 0 });
    const empty = Buffer.alloc(5 * emptyBlocks, Buffer.from([0, 0, 0, 255, 255]));
    return encodeBytes(Buffer.concat([stored.subarray(0, 2), empty, stored.subarray(2)]));
  }

  test('may be encoded in 32 KiB and no character more', async () => {
    const longest = createStuffedUserSig(2000, 14_565);
    expect(longest).toHaveLength(32 * 1024);
    expect(await verifyUserSig(longest, expected)).toMatchObject({ ok: true });
    await expectIllegal(createStuffedUserSig(2001, 14_563));
  });
});
