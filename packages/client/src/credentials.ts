import type { Clock } from './clock.ts';
import { ChatConfigError } from './errors.ts';
import { createRedactor, type Redact } from './secrets.ts';

/** Gives a UserSig, for example from a service that keeps the secret key. */
export type UserSigSupplier = (request: {
  /** True when the service has just refused the last UserSig as expired, so that a cached one is of no use. */
  refused: boolean;
}) => string | Promise<string>;

export interface SignInOptions {
  sdkAppId: number;
  identifier: string;
  userSig?: string | UserSigSupplier | undefined;
  secretKey?: string | undefined;
}

/** A UserSig, and what hides it. */
export interface Signature {
  userSig: string;
  redact: Redact;
}

/** Where the UserSig of the next attempt comes from. */
export interface Credentials {
  /** Whether another UserSig can be had when the service refuses one. */
  renewable: boolean;
  /** Hides the secret key, as long as there is no signature. */
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
    throw new ChatConfigError('SignInMissing', 'give either userSig or secretKey');
  }
  if (userSig === '' || secretKey === '')
    throw new ChatConfigError('SignInMissing', 'userSig or secretKey is empty');
  if (typeof userSig === 'string') return createFixedCredentials(userSig);
  if (userSig)
    return createRenewedCredentials(clock, async (refused) => readValidity(await userSig({ refused })));
  const key = secretKey as string;
  const signWithKey = async (): Promise<Validity> => {
    // Loaded on first use: a client that is given its UserSig never carries the signer.
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

/** Reads the end of the validity out of a supplied UserSig. One that cannot be read is used until it is refused. */
async function readValidity(userSig: unknown): Promise<Validity> {
  if (typeof userSig !== 'string' || userSig === '') throw new Error('the supplier gave no UserSig');
  const { readUserSig } = await import('./usersig.ts');
  const claims = await readUserSig(userSig);
  return {
    userSig,
    issuedAt: claims?.issuedAt ?? 0,
    expiresAt: claims?.expiresAt ?? Number.POSITIVE_INFINITY,
  };
}

/** Keeps a UserSig until a tenth of its validity is left. Calls that need a new one at the same time share one request. */
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
      // Calls that were under way with an older UserSig must not throw the new one away.
      if (current?.userSig !== signature.userSig) return;
      current = undefined;
      refused = true;
    },
  };
}
