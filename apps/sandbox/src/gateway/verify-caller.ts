import { refuse } from '../refusal.ts';
import { createWindow } from './frequency.ts';
import type { Query } from './read-query.ts';
import { remember } from './remember.ts';
import { readUserSig } from './usersig.ts';

interface App {
  readonly sdkAppId: number;
  readonly secretKey: string;
  /** Bad signatures within a minute before they are answered as throttled; 0 for never. */
  readonly badSignatureLimit: number;
}

const minute = 60_000;
// Callers reuse one UserSig for hours, and reading it again costs more than answering the call.
const remembered = 256;

/** Checks the UserSig in the order of the vendor's own Go verifier, the signature last. */
export function createCallerCheck(app: App, now: () => number): (query: Query) => void {
  const read = remember(remembered, (usersig) => readUserSig(usersig, app.secretKey));
  const allowFailure = createWindow(app.badSignatureLimit, minute, now);

  function fail(title: 'UserSigIllegal' | 'UserSigWrongKey'): never {
    if (!allowFailure()) return refuse('UserSigAttemptsThrottled', 'too many bad signatures within a minute');
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
    if (Math.floor(now() / 1000) > signed.time + signed.expire) {
      refuse('UserSigExpired', 'the validity written into the UserSig has ended');
    }
    if (!signed.authentic) fail('UserSigWrongKey');
  };
}
