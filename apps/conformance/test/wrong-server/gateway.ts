import { createHmac } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { Has } from './faults.ts';
import { Refusal } from './refusal.ts';

export const app = { sdkAppId: 1400000000, admin: 'administrator', secretKey: 'a-key-for-tests-only' };

/** Query parameters, the UserSig and the caller, in the order that the contract infers. */
export function admit(query: URLSearchParams, has: Has): void {
  const sdkappid = query.get('sdkappid');
  if (!sdkappid) throw new Refusal(60012);
  const identifier = query.get('identifier');
  const usersig = query.get('usersig');
  if (!/^\d+$/.test(sdkappid) || !identifier || !usersig) throw new Refusal(60025);
  if (query.get('contenttype') !== 'json' || !isRandom(query.get('random'), has)) throw new Refusal(60025);
  if (has('signature-not-verified')) return;
  verify(usersig, Number(sdkappid), identifier);
  if (identifier !== app.admin) throw new Refusal(60010);
}

function isRandom(text: string | null, has: Has): boolean {
  const most = has('random-above-2-31-refused') ? 2 ** 31 - 1 : 2 ** 32 - 1;
  return text !== null && /^\d{1,10}$/.test(text) && Number(text) <= most;
}

function verify(usersig: string, sdkAppId: number, identifier: string): void {
  const signed = decode(usersig);
  if (signed['TLS.sdkappid'] !== sdkAppId) throw new Refusal(70014);
  if (sdkAppId !== app.sdkAppId) throw new Refusal(70020);
  if (signed['TLS.identifier'] !== identifier) throw new Refusal(70013);
  if (Number(signed['TLS.time']) + Number(signed['TLS.expire']) < Date.now() / 1000) throw new Refusal(70001);
  const text = ['identifier', 'sdkappid', 'time', 'expire']
    .map((name) => `TLS.${name}:${signed[`TLS.${name}`]}\n`)
    .join('');
  const expected = createHmac('sha256', app.secretKey).update(text).digest('base64');
  if (signed['TLS.sig'] !== expected) throw new Refusal(70009);
}

function decode(usersig: string): Record<string, unknown> {
  const base64 = usersig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');
  try {
    return JSON.parse(inflateSync(Buffer.from(base64, 'base64')).toString());
  } catch {
    throw new Refusal(70003);
  }
}
