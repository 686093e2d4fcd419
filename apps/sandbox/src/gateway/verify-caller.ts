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

// Callers reuse one UserSig for hours, and reading it again costs more than answering the call.
const remembered = 256;

/** Checks the UserSig in the order of the vendor's own Go verifier, the signature last. */
export function createCallerCheck(app: App): (query: Query) => void {
  const read = remember(remembered, (usersig) => readUserSig(usersig, app.secretKey));

  function fail(title: 'UserSigIllegal' | 'UserSigWrongKey'): never {
    if (!app.countBadSignature())
      return refuse('UserSigAttemptsThrottled', 'too many bad signatures within a minute');
    return refuse(title);
  }

  return ({ sdkAppId, identifier, usersig }) => {
    const signed = read(usersig) ?? fail('UserSigIllegal');
    if (signed.sdkAppId !== sdkAppId)
      refuse('UserSigAppMismatch', 'the UserSig was made for another sdkappid');
    if (sdkAppId !== app.sdkAppId) refuse('AppNotFound', `this sandbox is the app ${app.sdkAppId}`);
    if (signed.identifier !== identifier) {
      refuse('UserSigIdentifierMismatch', 'the UserSig was made for another identifier');
    }
    // The second at which it ends still counts, as in the Go verifier.
    if (Math.floor(app.now() / 1000) > signed.time + signed.expire) {
      refuse('UserSigExpired', 'the validity written into the UserSig has ended');
    }
    if (!signed.authentic) fail('UserSigWrongKey');
  };
}

/**
 * Makes a value once for each key, until `most` are remembered: then all are forgotten, so that strangers' keys cannot
 * fill the memory. What could not be made is not remembered.
 */
export function remember<Value>(most: number, make: (key: string) => Value | undefined) {
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
