import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { signUserSig } from '../src/calls/usersig.ts';

// Signed with the public demo key of the vendor's repositories by the npm package tls-sig-api-v2 1.0.2, its clock
// stopped at 1700000000; the signatures were computed a second time in Python.
const demoKey = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e';
const time = 1_700_000_000;

test.each([
  [
    { sdkAppId: 1400000000, identifier: 'xiaojun', time, expire: 15_552_000 },
    'LvA7d/Iw7gSsnskvVzBDPOCCDbuNCw4GHwTC0bip+B4=',
  ],
  [
    { sdkAppId: 88888888, identifier: 'admin', time, expire: 86_400 },
    'tDZ2UrE9sENx/vq+yiDRcABNgPRlXZv0QW8ct25ZEYY=',
  ],
])('signs %o as the vendor’s library does', (signed, expected) => {
  const usersig = signUserSig(demoKey, signed);
  expect(usersig).toMatch(/^[A-Za-z0-9*_-]+$/);
  const base64 = usersig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');
  expect(JSON.parse(inflateSync(Buffer.from(base64, 'base64')).toString())).toEqual({
    'TLS.ver': '2.0',
    'TLS.identifier': signed.identifier,
    'TLS.sdkappid': signed.sdkAppId,
    'TLS.time': time,
    'TLS.expire': signed.expire,
    'TLS.sig': expected,
  });
});
