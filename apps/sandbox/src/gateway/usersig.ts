import { createHmac, timingSafeEqual } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';

/** What a UserSig says, and whether it was signed with the secret key. */
export interface UserSig {
  readonly identifier: string;
  readonly sdkAppId: number;
  /** Unix seconds. */
  readonly time: number;
  /** Validity in seconds, counted from `time`. */
  readonly expire: number;
  readonly authentic: boolean;
}

interface SignedFields {
  readonly identifier: string;
  readonly sdkAppId: number;
  readonly time: number;
  readonly expire: number;
  readonly userbuf?: string | undefined;
}

// A UserSig has about 200 characters; one with a userbuf somewhat more.
const longestUserSig = 4096;
const longestDocument = 4096;
const alphabet = /^[A-Za-z0-9*_-]+$/;

/** The key is used as text and not as the bytes that its hex digits spell. */
function signFields(secretKey: string, fields: SignedFields): Buffer {
  const lines = [
    `TLS.identifier:${fields.identifier}`,
    `TLS.sdkappid:${fields.sdkAppId}`,
    `TLS.time:${fields.time}`,
    `TLS.expire:${fields.expire}`,
  ];
  if (fields.userbuf !== undefined) lines.push(`TLS.userbuf:${fields.userbuf}`);
  return createHmac('sha256', secretKey)
    .update(`${lines.join('\n')}\n`)
    .digest();
}

/**
 * Reads a UserSig and checks its signature. The official generators order, space and compress the document in
 * different ways, so it is inflated and recomputed, and no bytes are compared.
 * @returns undefined when it is not a UserSig at all.
 */
export function readUserSig(text: string, secretKey: string): UserSig | undefined {
  const document = decode(text);
  if (document['TLS.ver'] !== '2.0') return undefined;
  const identifier = document['TLS.identifier'];
  const sdkAppId = document['TLS.sdkappid'];
  const time = document['TLS.time'];
  const expire = document['TLS.expire'];
  const userbuf = document['TLS.userbuf'];
  const sig = document['TLS.sig'];
  if (typeof identifier !== 'string' || typeof sig !== 'string') return undefined;
  if (!isCount(sdkAppId) || !isCount(time) || !isCount(expire)) return undefined;
  if (userbuf !== undefined && typeof userbuf !== 'string') return undefined;

  const expected = signFields(secretKey, { identifier, sdkAppId, time, expire, userbuf });
  const given = Buffer.from(sig, 'base64');
  const authentic = given.length === expected.length && timingSafeEqual(given, expected);
  return { identifier, sdkAppId, time, expire, authentic };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** The fields of the document; none when the text is no such document. */
function decode(text: string): Readonly<Record<string, unknown>> {
  if (text.length > longestUserSig || !alphabet.test(text)) return {};
  const base64 = text.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');
  try {
    const json = inflateSync(Buffer.from(base64, 'base64'), { maxOutputLength: longestDocument });
    return { ...JSON.parse(json.toString('utf8')) };
  } catch {
    return {};
  }
}

/** Makes a UserSig, for the call that the command line prints. */
export function signUserSig(secretKey: string, fields: SignedFields): string {
  const document = {
    'TLS.ver': '2.0',
    'TLS.identifier': fields.identifier,
    'TLS.sdkappid': fields.sdkAppId,
    'TLS.time': fields.time,
    'TLS.expire': fields.expire,
    'TLS.sig': signFields(secretKey, fields).toString('base64'),
  };
  const base64 = deflateSync(JSON.stringify(document)).toString('base64');
  return base64.replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_');
}
