import { verifyUserSig } from '@chat-sns/client/usersig';
import { expect, test } from 'vitest';
import { packUserSig } from './support/usersig-text.ts';

const expected = { sdkAppId: 1400000000, identifier: 'administrator', secretKey: 'a key of the test' };

test('a small string that inflates to 200 MB is rejected early', async () => {
  const bomb = packUserSig(' '.repeat(200 * 1024 * 1024), 9);
  expect(bomb.length).toBeGreaterThan(100_000);
  const before = process.memoryUsage().rss;
  expect(await verifyUserSig(bomb, expected)).toEqual({ ok: false, reason: 'UserSigIllegal' });
  const small = packUserSig(' '.repeat(20 * 1024 * 1024), 9);
  expect(small.length).toBeLessThan(32 * 1024);
  expect(await verifyUserSig(small, expected)).toEqual({ ok: false, reason: 'UserSigIllegal' });
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});
