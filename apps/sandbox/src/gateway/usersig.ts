import { createHmac, timingSafeEqual } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';

/** The content of a UserSig, and whether it was signed with the secret key. */
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

// A document has about 200 bytes; one with a userbuf somewhat more.
const maxDocumentBytes = 16 * 1024;
const maxUserSigLength = 2 * maxDocumentBytes;
const alphabet = /^[A-Za-z0-9*_-]+$/;

/**
 * Whether a name can be signed. A line break in it could make the signed text that of another account, and so could half
 * a surrogate pair, which UTF-8 cannot represent.
 */
const isSignable = (name: string) => name.isWellFormed() && !/\p{Cc}/u.test(name);

/** The key is used as a string, not as the bytes that its hex digits encode. */
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
 * Reads a UserSig and verifies its signature. The official generators order, space and compress the document in
 * different ways, so the signature is recomputed from its fields, and no bytes of the document are compared.
 * @returns undefined when it is not a UserSig.
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
  if (!isSignable(identifier)) return undefined;
  if (!isNonNegativeInteger(sdkAppId) || !isNonNegativeInteger(time) || !isNonNegativeInteger(expire))
    return undefined;
  if (userbuf !== undefined && typeof userbuf !== 'string') return undefined;

  const expected = signFields(secretKey, { identifier, sdkAppId, time, expire, userbuf });
  try {
    if (userbuf !== undefined) decodeBase64(userbuf);
    const given = decodeBase64(sig);
    const authentic = given.length === expected.length && timingSafeEqual(given, expected);
    return { identifier, sdkAppId, time, expire, authentic };
  } catch {
    return undefined;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws when it is not base64, which Buffer would overlook. */
const decodeBase64 = (text: string) => Buffer.from(atob(text), 'latin1');

const isNonNegativeInteger = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** The fields of the document; no fields when the string does not contain one. */
function decode(text: string): Readonly<Record<string, unknown>> {
  if (text.length > maxUserSigLength || !alphabet.test(text)) return {};
  const base64 = text.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');
  try {
    const bytes = decodeBase64(base64);
    const inflated = inflateSync(bytes, { maxOutputLength: maxDocumentBytes, info: true });
    const { buffer, engine } = inflated as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    // Nothing may follow the zlib data.
    if (engine.bytesWritten !== bytes.length) return {};
    return { ...JSON.parse(utf8.decode(buffer)) };
  } catch {
    return {};
  }
}

/** Signs a UserSig, for the example call that the command prints. @throws when the identifier cannot be signed. */
export function signUserSig(secretKey: string, fields: SignedFields): string {
  if (!isSignable(fields.identifier))
    throw new Error(`${JSON.stringify(fields.identifier)} has characters that cannot be signed.`);
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
