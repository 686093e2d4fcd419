import { encodeBase64, isEqual, isSignable } from './bytes.ts';
import type { Titles } from './contract.ts';
import { ChatConfigError } from './errors.ts';
import { checkSecret } from './secrets.ts';
import { computeMac, type DecodedUserSig, decodeDocument, encodeDocument } from './usersig-document.ts';

/** Input of {@link createUserSig}. */
export interface UserSigInput {
  sdkAppId: number;
  /** UserID that the signature is for. */
  identifier: string;
  /** The app's secret key, as the console shows it. It is used as a string, not as hex. */
  secretKey: string;
  /** Validity in seconds. 15552000 (180 days) by default; the vendor recommends at least 86400. */
  expiresIn?: number | undefined;
  /** Time of issue in seconds since 1970. Now by default. */
  now?: number | undefined;
  /** Extra signed bytes, for products that require them. Chat's server API does not. */
  userBuf?: Uint8Array | undefined;
}

/** What {@link verifyUserSig} checks a UserSig against. */
export interface UserSigExpectation {
  sdkAppId: number;
  identifier: string;
  secretKey: string;
  /** Time of the verification in seconds since 1970. Now by default. */
  now?: number | undefined;
  /** Extra bytes that the UserSig must contain. By default it must contain none. */
  userBuf?: Uint8Array | undefined;
}

/** The content of a UserSig. */
export interface UserSigClaims {
  sdkAppId: number;
  identifier: string;
  /** Seconds since 1970. */
  issuedAt: number;
  /** Last second of the validity, in seconds since 1970. */
  expiresAt: number;
  userBuf: Uint8Array | undefined;
}

/** Why a UserSig is not accepted: a title of the error catalogue, or one for the extra bytes, which have no code. */
export type UserSigFault =
  | Titles[70003]
  | Titles[70014]
  | Titles[70013]
  | Titles[70001]
  | Titles[70009]
  | 'UserBufMismatch';

/** Outcome of {@link verifyUserSig}. */
export type UserSigCheck = { ok: true; value: UserSigClaims } | { ok: false; reason: UserSigFault };

const defaultValidity = 180 * 24 * 60 * 60;
const getCurrentSecond = () => Math.floor(Date.now() / 1000);

/**
 * Creates a UserSig for an account, with WebCrypto and CompressionStream only.
 *
 * @throws {ChatConfigError} when a value is missing or of another type, when the identifier has control characters, or
 * when a time is not a whole number of seconds.
 * @see https://trtc.io/document/34385
 *
 * @example
 * import { createUserSig } from '@chat-sns/client/usersig';
 *
 * const userSig = await createUserSig({
 *   sdkAppId: 1400000000,
 *   identifier: 'administrator',
 *   secretKey: process.env.SECRET_KEY ?? '',
 *   expiresIn: 86400,
 * });
 * console.log(userSig.startsWith('eJ'));
 */
export async function createUserSig(input: UserSigInput): Promise<string> {
  const { sdkAppId, identifier, secretKey, expiresIn = defaultValidity, userBuf } = input;
  const now = checkInput('createUserSig', input);
  if (!Number.isSafeInteger(expiresIn) || expiresIn < 1 || !Number.isSafeInteger(now)) {
    throw new ChatConfigError(
      'InvalidUserSigTime',
      'expiresIn and now must be whole seconds, expiresIn at least 1',
    );
  }
  const encodedBuf = userBuf && encodeBase64(userBuf);
  const document = { identifier, sdkAppId, issuedAt: now, validity: expiresIn, userBuf: encodedBuf };
  return encodeDocument(document, await computeMac(secretKey, document));
}

/**
 * Verifies a UserSig in the order of the vendor's verifier: form, app, account, expiry, extra bytes, signature. The
 * last second of the validity is still accepted, and so is a time of issue in the future.
 *
 * @throws {ChatConfigError} when a value to check against is missing or of another type: nothing would be checked.
 * @see https://trtc.io/document/34385
 *
 * @example
 * import { createUserSig, verifyUserSig } from '@chat-sns/client/usersig';
 *
 * const app = { sdkAppId: 1400000000, identifier: 'administrator', secretKey: process.env.SECRET_KEY ?? '' };
 * const check = await verifyUserSig(await createUserSig(app), app);
 * console.log(check.ok ? check.value.expiresAt : check.reason);
 */
export async function verifyUserSig(userSig: string, expected: UserSigExpectation): Promise<UserSigCheck> {
  const now = checkInput('verifyUserSig', expected);
  const decoded = await decodeDocument(userSig);
  if (!decoded) return { ok: false, reason: 'UserSigIllegal' };
  const { document, mac } = decoded;
  const claims = readClaims(decoded);
  if (document.sdkAppId !== expected.sdkAppId) return { ok: false, reason: 'UserSigAppMismatch' };
  if (document.identifier !== expected.identifier) return { ok: false, reason: 'UserSigIdentifierMismatch' };
  if (now > claims.expiresAt) return { ok: false, reason: 'UserSigExpired' };
  if (document.userBuf !== (expected.userBuf && encodeBase64(expected.userBuf))) {
    return { ok: false, reason: 'UserBufMismatch' };
  }
  const own = await computeMac(expected.secretKey, document);
  return isEqual(own, mac) ? { ok: true, value: claims } : { ok: false, reason: 'UserSigWrongKey' };
}

/** Checks what a UserSig is made from or verified against, and gives the time. */
function checkInput(name: string, input: UserSigExpectation): number {
  const { sdkAppId, identifier, secretKey, now = getCurrentSecond(), userBuf } = Object(input);
  checkSecret('InvalidSecretKey', 'secretKey', secretKey);
  if (!Number.isSafeInteger(sdkAppId) || identifier === '' || !isSignable(identifier)) {
    throw new ChatConfigError(
      'InvalidUserSigInput',
      `${name} requires sdkAppId, an integer, and identifier, a non-empty string without control characters`,
    );
  }
  if (!Number.isFinite(now) || (userBuf !== undefined && !ArrayBuffer.isView(userBuf)))
    throw new ChatConfigError(
      'InvalidUserSigInput',
      `${name} requires a number as now, and bytes as userBuf`,
    );
  return now;
}

/** Reads a UserSig without verifying its signature; `undefined` when it is malformed. */
export async function readUserSig(userSig: string): Promise<UserSigClaims | undefined> {
  const decoded = await decodeDocument(userSig);
  return decoded && readClaims(decoded);
}

function readClaims({ document, userBuf }: DecodedUserSig): UserSigClaims {
  const { sdkAppId, identifier, issuedAt, validity } = document;
  return { sdkAppId, identifier, issuedAt, expiresAt: issuedAt + validity, userBuf };
}
