import { createHmac } from 'node:crypto';
import { deflateSync } from 'node:zlib';

export interface Signed {
  readonly sdkAppId: number;
  readonly identifier: string;
  /** Unix seconds at which it was signed. */
  readonly time: number;
  /** Seconds for which it is valid. */
  readonly expire: number;
}

/**
 * Signs a UserSig of version 2. The key is used as a string, not decoded, and the base64 has an alphabet of its own
 * and keeps its padding.
 * @see https://trtc.io/document/34385
 */
export function signUserSig(key: string, { sdkAppId, identifier, time, expire }: Signed): string {
  const lines = [
    `TLS.identifier:${identifier}`,
    `TLS.sdkappid:${sdkAppId}`,
    `TLS.time:${time}`,
    `TLS.expire:${expire}`,
  ];
  const sig = createHmac('sha256', key)
    .update(`${lines.join('\n')}\n`)
    .digest('base64');
  const document = {
    'TLS.ver': '2.0',
    'TLS.identifier': identifier,
    'TLS.sdkappid': sdkAppId,
    'TLS.time': time,
    'TLS.expire': expire,
    'TLS.sig': sig,
  };
  const base64 = deflateSync(JSON.stringify(document)).toString('base64');
  return base64.replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_');
}
