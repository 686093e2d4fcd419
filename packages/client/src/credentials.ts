import type { Clock } from './clock.ts';
import { ChatConfigError } from './errors.ts';
import { checkSecret, createMask, type Mask } from './secrets.ts';

/** Returns a UserSig, for example from a service that keeps the secret key. */
export type UserSigSupplier = (request: {
  /** True when the service has just refused the last UserSig as expired, so a cached one is of no use. */
  refused: boolean;
}) => string | Promise<string>;

export interface SignInOptions {
  sdkAppId: number;
  identifier: string;
  userSig?: string | UserSigSupplier | undefined;
  secretKey?: string | undefined;
}

/** Where the UserSig of the next attempt comes from. */
export interface Credentials {
  /** Whether a new UserSig can be obtained when the service refuses one. */
  renewable: boolean;
  /** Hides the secret key and every UserSig that was used. */
  mask: Mask;
  /** Waits for a UserSig at most until the signal aborts; the next caller then asks anew. */
  get(signal: AbortSignal): Promise<string>;
  /** Drops a UserSig that the service refused as expired. */
  discard(userSig: string): void;
}

interface Validity {
  userSig: string;
  issuedAt: number;
  expiresAt: number;
}

/** Validity of the UserSigs that the client makes, in seconds: the shortest that the vendor recommends. */
const lifetime = 24 * 60 * 60;

export function createCredentials(options: SignInOptions, clock: Clock): Credentials {
  const { sdkAppId, identifier, userSig, secretKey } = options;
  if ((userSig === undefined) === (secretKey === undefined)) {
    throw new ChatConfigError('SignInMissing', 'set either userSig or secretKey');
  }
  const mask = createMask();
  if (typeof userSig === 'function')
    return createRenewedCredentials(clock, mask, async (refused) => readValidity(await userSig({ refused })));
  if (userSig !== undefined) {
    if (!isUserSig(userSig)) throw new ChatConfigError('InvalidUserSig', `userSig ${userSigRule}`);
    mask.add(userSig);
    return { renewable: false, mask, get: async () => userSig, discard() {} };
  }
  const key = checkSecret('InvalidSecretKey', 'secretKey', secretKey);
  mask.add(key);
  return createRenewedCredentials(clock, mask, async () => {
    // Loaded on first use: a client with a fixed UserSig never loads the signer.
    const { createUserSig } = await import('./usersig.ts');
    const now = Math.floor(clock.now() / 1000);
    const made = await createUserSig({ sdkAppId, identifier, secretKey: key, expiresIn: lifetime, now });
    return { userSig: made, issuedAt: now, expiresAt: now + lifetime };
  });
}

// The vendor's variant of base64, short enough for a URL.
const isUserSig = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w*-]{1,4096}$/.test(value);

const userSigRule = 'must be a string of 1 to 4096 letters, digits, *, - or _';

/** Reads when a supplied UserSig expires. One that cannot be read is used until it is refused. */
async function readValidity(userSig: unknown): Promise<Validity> {
  if (!isUserSig(userSig)) throw new TypeError(`what userSig() returns ${userSigRule}`);
  const { readUserSig } = await import('./usersig.ts');
  const claims = await readUserSig(userSig);
  return {
    userSig,
    issuedAt: claims?.issuedAt ?? 0,
    expiresAt: claims?.expiresAt ?? Number.POSITIVE_INFINITY,
  };
}

/**
 * Keeps a UserSig until a tenth of its validity is left. Concurrent calls that need a new one share one request for it.
 */
function createRenewedCredentials(
  clock: Clock,
  mask: Mask,
  obtain: (refused: boolean) => Promise<Validity>,
): Credentials {
  let current: { userSig: string; renewAt: number } | undefined;
  let pending: Promise<string> | undefined;
  let refused = false;

  async function refresh(): Promise<string> {
    const { userSig, issuedAt, expiresAt } = await obtain(refused);
    mask.add(userSig);
    refused = false;
    current = { userSig, renewAt: issuedAt + 0.9 * (expiresAt - issuedAt) };
    return userSig;
  }

  return {
    renewable: true,
    mask,
    async get(signal) {
      if (current && clock.now() / 1000 < current.renewAt) return current.userSig;
      const asked = pending ?? refresh();
      pending = asked;
      const forget = () => {
        if (pending === asked) pending = undefined;
      };
      asked.then(forget, forget);
      signal.addEventListener('abort', forget);
      return asked;
    },
    discard(userSig) {
      // Calls in flight with an older UserSig must not discard the new one.
      if (current?.userSig !== userSig) return;
      current = undefined;
      refused = true;
    },
  };
}
