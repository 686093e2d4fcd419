import type { Clock } from './clock.ts';
import { ChatConfigError } from './errors.ts';
import { createRedactor, type Redact } from './secrets.ts';

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

/** A UserSig, and the redactor that hides it. */
export interface Signature {
  userSig: string;
  redact: Redact;
}

/** Where the UserSig of the next attempt comes from. */
export interface Credentials {
  /** Whether a new UserSig can be obtained when the service refuses one. */
  renewable: boolean;
  /** Hides the secret key while there is no signature yet. */
  redact: Redact;
  get(): Promise<Signature>;
  /** Drops a signature that the service refused as expired. */
  discard(signature: Signature): void;
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
  if (userSig === '' || secretKey === '')
    throw new ChatConfigError('SignInMissing', 'userSig or secretKey must not be empty');
  if (typeof userSig === 'string') return createFixedCredentials(userSig);
  if (userSig)
    return createRenewedCredentials(clock, async (refused) => readValidity(await userSig({ refused })));
  const key = secretKey as string;
  const signWithKey = async (): Promise<Validity> => {
    // Loaded on first use: a client with a fixed UserSig never loads the signer.
    const { createUserSig } = await import('./usersig.ts');
    const now = Math.floor(clock.now() / 1000);
    const made = await createUserSig({ sdkAppId, identifier, secretKey: key, expiresIn: lifetime, now });
    return { userSig: made, issuedAt: now, expiresAt: now + lifetime };
  };
  return createRenewedCredentials(clock, signWithKey, key);
}

function createFixedCredentials(userSig: string): Credentials {
  const redact = createRedactor([userSig]);
  return { renewable: false, redact, get: () => Promise.resolve({ userSig, redact }), discard() {} };
}

/** Reads when a supplied UserSig expires. One that cannot be read is used until it is refused. */
async function readValidity(userSig: unknown): Promise<Validity> {
  if (typeof userSig !== 'string' || userSig === '')
    throw new Error('userSig() must return a non-empty string');
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
  obtain: (refused: boolean) => Promise<Validity>,
  ...secrets: string[]
): Credentials {
  let current: (Signature & { renewAt: number }) | undefined;
  let pending: Promise<Signature> | undefined;
  let refused = false;

  async function refresh(): Promise<Signature> {
    try {
      const { userSig, issuedAt, expiresAt } = await obtain(refused);
      refused = false;
      const renewAt = issuedAt + 0.9 * (expiresAt - issuedAt);
      current = { userSig, redact: createRedactor([...secrets, userSig]), renewAt };
      return current;
    } finally {
      pending = undefined;
    }
  }

  return {
    renewable: true,
    redact: createRedactor(secrets),
    async get() {
      if (current && clock.now() / 1000 < current.renewAt) return current;
      pending ??= refresh();
      return pending;
    },
    discard(signature) {
      // Calls in flight with an older UserSig must not discard the new one.
      if (current?.userSig !== signature.userSig) return;
      current = undefined;
      refused = true;
    },
  };
}
