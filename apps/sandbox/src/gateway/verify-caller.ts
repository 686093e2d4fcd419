import { refuse } from '../refusal.ts';
import type { Query } from './read-query.ts';
import { readUserSig } from './usersig.ts';

interface App {
  readonly sdkAppId: number;
  readonly secretKey: string;
  readonly now: () => number;
  /** Counts a bad signature; false when it is one too many. */
  readonly countBadSignature: () => boolean;
}

// Callers reuse one UserSig for hours, and reading it again costs more than the rest of the call.
const maxRemembered = 256;

/** Checks the UserSig in the order of the vendor's own Go package, the signature last. */
export function createCallerCheck(app: App): (query: Query) => void {
  const read = memoize(maxRemembered, (usersig) => readUserSig(usersig, app.secretKey));

  function fail(title: 'UserSigIllegal' | 'UserSigWrongKey'): never {
    if (!app.countBadSignature())
      return refuse('UserSigAttemptsThrottled', 'too many bad signatures within a minute');
    return refuse(title);
  }

  return ({ sdkAppId, identifier, usersig }) => {
    const signed = read(usersig) ?? fail('UserSigIllegal');
    if (signed.sdkAppId !== sdkAppId) {
      refuse('UserSigAppMismatch', `the UserSig is for sdkappid ${signed.sdkAppId}, not ${sdkAppId}`);
    }
    if (sdkAppId !== app.sdkAppId)
      refuse('AppNotFound', `this sandbox has sdkappid ${app.sdkAppId}, not ${sdkAppId}`);
    if (signed.identifier !== identifier) {
      refuse('UserSigIdentifierMismatch', `the UserSig is for ${signed.identifier}, not ${identifier}`);
    }
    // A UserSig is still valid in the second in which it expires, as in the Go package.
    const expiredFor = Math.floor(app.now() / 1000) - (signed.time + signed.expire);
    if (expiredFor > 0) refuse('UserSigExpired', `the UserSig expired ${expiredFor} s ago`);
    if (!signed.authentic) fail('UserSigWrongKey');
  };
}

/**
 * Computes a value once for each key. At more than `most` keys all are forgotten, so that random keys cannot fill the
 * memory. A key without a value is not remembered.
 */
export function memoize<Value>(most: number, make: (key: string) => Value | undefined) {
  const known = new Map<string, Value>();
  return (key: string): Value | undefined => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    if (made === undefined) return undefined;
    if (known.size === most) known.clear();
    known.set(key, made);
    return made;
  };
}
