import {
  decodeBase64,
  deflate,
  encodeBase64,
  fromVendorAlphabet,
  inflate,
  isSignable,
  toVendorAlphabet,
} from './bytes.ts';

/** The content of a UserSig, with times in seconds and the extra bytes in base64, as it contains them. */
export interface UserSigDocument {
  identifier: string;
  sdkAppId: number;
  issuedAt: number;
  validity: number;
  userBuf: string | undefined;
}

/** A real document has about 200 bytes, and the extra bytes can add a few hundred. */
const largestDocument = 16 * 1024;

/** The signature over a document. The order of the lines is fixed; the key is used as a string. */
export async function computeMac(
  secretKey: string,
  document: UserSigDocument,
): Promise<Uint8Array<ArrayBuffer>> {
  const { identifier, sdkAppId, issuedAt, validity, userBuf } = document;
  const lines = [
    `identifier:${identifier}`,
    `sdkappid:${sdkAppId}`,
    `time:${issuedAt}`,
    `expire:${validity}`,
  ];
  if (userBuf !== undefined) lines.push(`userbuf:${userBuf}`);
  const text = new TextEncoder().encode(lines.map((line) => `TLS.${line}\n`).join(''));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secretKey), algorithm, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, text));
}

export async function encodeDocument(document: UserSigDocument, mac: Uint8Array): Promise<string> {
  const { identifier, sdkAppId, issuedAt, validity, userBuf } = document;
  const json = JSON.stringify({
    'TLS.ver': '2.0',
    'TLS.identifier': identifier,
    'TLS.sdkappid': sdkAppId,
    'TLS.time': issuedAt,
    'TLS.expire': validity,
    'TLS.userbuf': userBuf,
    'TLS.sig': encodeBase64(mac),
  });
  return toVendorAlphabet(encodeBase64(await deflate(new TextEncoder().encode(json))));
}

export interface DecodedUserSig {
  document: UserSigDocument;
  /** The extra bytes of the document. */
  userBuf: Uint8Array<ArrayBuffer> | undefined;
  mac: Uint8Array<ArrayBuffer>;
}

/**
 * Reads a UserSig, compressed or stored; `undefined` when it is malformed. Field order and spacing differ between
 * signers.
 */
export async function decodeDocument(userSig: string): Promise<DecodedUserSig | undefined> {
  if (!/^[A-Za-z0-9*-]+_{0,2}$/.test(userSig) || userSig.length > largestDocument * 2) return undefined;
  try {
    const bytes = await inflate(decodeBase64(fromVendorAlphabet(userSig)), largestDocument);
    return readFields(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}

/** Throws, or finds no field, when the JSON is not an object. */
function readFields(json: Record<string, unknown>): DecodedUserSig | undefined {
  const identifier = json['TLS.identifier'];
  const sdkAppId = json['TLS.sdkappid'];
  const issuedAt = json['TLS.time'];
  const validity = json['TLS.expire'];
  const userBuf = json['TLS.userbuf'];
  const mac = json['TLS.sig'];
  if (json['TLS.ver'] !== '2.0' || !isSignable(identifier) || typeof mac !== 'string') return undefined;
  if (!isWhole(sdkAppId) || !isWhole(issuedAt) || !isWhole(validity)) return undefined;
  if (userBuf !== undefined && typeof userBuf !== 'string') return undefined;
  return {
    document: { identifier, sdkAppId, issuedAt, validity, userBuf },
    userBuf: userBuf === undefined ? undefined : decodeBase64(userBuf),
    mac: decodeBase64(mac),
  };
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
