import { chooseHosts, type Hosts } from './base-url.ts';
import { isSignable } from './bytes.ts';
import { type Clock, longestTimerMs, systemClock } from './clock.ts';
import type { Region } from './contract.ts';
import { type Credentials, createCredentials, type UserSigSupplier } from './credentials.ts';
import { ChatConfigError } from './errors.ts';
import type { Hooks } from './hooks.ts';
import type { RateLimit, RateLimiter } from './limiter.ts';
import { type Random, systemRandom } from './random.ts';
import { checkRetry, type RetrySettings } from './retry.ts';
import { createTransport, type Fetch, type Network, type Transport } from './transport.ts';

type Target =
  | {
      /** Region of the app, as the Chat console shows it. It determines the documented host and its backup host. */
      region: Region;
      baseUrl?: undefined;
      sendUserSigUnencrypted?: undefined;
    }
  | {
      /** URL of the service, for tests and proxies. It must use https unless the host is a loopback host. */
      baseUrl: string;
      region?: undefined;
      /**
       * Allows http to any host. Everyone on the way can then read the UserSig and use it: only for a network that
       * nobody else can listen on, such as one inside a cluster.
       */
      sendUserSigUnencrypted?: boolean | undefined;
    };

type SignIn =
  | {
      /** The app's secret key. The client signs with it and renews the signature before it expires. */
      secretKey: string;
      userSig?: undefined;
    }
  | {
      /** A UserSig, or a function that returns one. A returned UserSig is used until it is about to expire. */
      userSig: string | UserSigSupplier;
      secretKey?: undefined;
    };

/** Options of {@link createChatClient}. */
export type ChatClientOptions = Target &
  SignIn & {
    /** SDKAppID of the app, as the Chat console shows it. */
    sdkAppId: number;
    /** UserID of an app administrator, the account that makes the calls. */
    identifier: string;
    /** Replaces the global `fetch`, which is otherwise looked up for each request. Gets the URL as a string. */
    fetch?: Fetch | undefined;
    /**
     * Limit of one attempt in milliseconds, response included, and of its wait for the rate limit. 10000 by default; the
     * service takes up to 3000.
     */
    timeoutMs?: number | undefined;
    /**
     * Limit of making a connection in milliseconds, name resolution and TLS included; then the backup host is tried.
     * 3000 by default. It has an effect in Node, whose fetch tells when it begins to send.
     */
    connectTimeoutMs?: number | undefined;
    /** How failed attempts are retried, or `false` for a single attempt. */
    retry?: RetrySettings | false | undefined;
    /**
     * Another rate limit, your own rate limiter, or `false` for none. 200 requests per second and operation by default.
     * Requests are spaced evenly, a twentieth of the default rate held back for delays that vary on the way.
     */
    rateLimit?: RateLimit | RateLimiter | false | undefined;
    /**
     * URL of your copy of the docs site, ending in `/`. The `docs` of a `ChatApiError` then leads to its code there.
     */
    docsUrl?: string | undefined;
    /** Functions that are notified of what happens. */
    hooks?: Hooks | undefined;
    /** Replaces the system's clock, for tests. */
    clock?: Clock | undefined;
    /** Replaces the source of `random` in the URL: integers from 0 to 4294967295, for tests. */
    random?: Random | undefined;
    /** Replaces the source of randomness in the waits before retries: integers from 0 to 4294967295, for tests. */
    jitter?: Random | undefined;
  };

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call, including its waits. */
  signal?: AbortSignal | undefined;
  /** Limit of one attempt in milliseconds, and of its wait for the rate limit. */
  timeoutMs?: number | undefined;
  /** Settings that differ from the client's, or `false` for a single attempt. */
  retry?: RetrySettings | false | undefined;
  /** Called whenever an attempt has its turn under the rate limit and is sent. What it throws is ignored. */
  onSend?: (() => void) | undefined;
}

/** The options of a client, checked and completed. */
export interface Settings {
  hosts: Hosts;
  sdkAppId: number;
  identifier: string;
  credentials: Credentials;
  network: Network;
  transport: Transport;
  timeoutMs: number;
  retry: RetrySettings | false | undefined;
  rateLimit: RateLimit | RateLimiter | false | undefined;
  docsUrl: string | undefined;
  hooks: Hooks;
  clock: Clock;
  random: Random;
  jitter: Random;
}

export function completeOptions(given: ChatClientOptions): Settings {
  // From plain JavaScript anything can come: without an object, the first option is the one that is missing.
  const options = Object(given) as ChatClientOptions;
  const { sdkAppId, identifier, timeoutMs = 10_000, connectTimeoutMs = 3000 } = options;
  const { clock = systemClock, random = systemRandom, jitter = systemRandom, hooks = {} } = options;
  if (!Number.isSafeInteger(sdkAppId) || sdkAppId < 1) {
    throw new ChatConfigError(
      'InvalidSdkAppId',
      'sdkAppId must be the positive integer from the Chat console',
    );
  }
  if (identifier === '' || !isSignable(identifier)) {
    throw new ChatConfigError(
      'IdentifierMissing',
      'identifier must be the UserID of an app administrator, a string without control characters',
    );
  }
  checkTimeout(timeoutMs);
  checkTimeout(connectTimeoutMs, 'connectTimeoutMs');
  checkRetry(options.retry);
  const functions = {
    fetch: options.fetch,
    random,
    jitter,
    'hooks.onAttempt': Object(hooks) === hooks ? hooks.onAttempt : null,
    'clock.now': clock?.now ?? null,
    'clock.after': clock?.after ?? null,
  };
  for (const [name, value] of Object.entries(functions)) {
    if (value !== undefined && typeof value !== 'function')
      throw new ChatConfigError('InvalidOption', `${name} must be a function`);
  }
  if (options.docsUrl !== undefined && !(URL.canParse(options.docsUrl) && /^https?:/.test(options.docsUrl))) {
    throw new ChatConfigError(
      'InvalidDocsUrl',
      'docsUrl must be an absolute URL with http or https, for example http://127.0.0.1:4000/',
    );
  }
  // Looked up late, so that a fetch that is replaced after the client was created is used.
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const credentials = createCredentials(options, clock);
  const network = { fetch, mask: credentials.mask, clock, connectTimeoutMs };
  return {
    hosts: chooseHosts(options),
    sdkAppId,
    identifier,
    credentials,
    network,
    transport: createTransport(network),
    timeoutMs,
    retry: options.retry,
    rateLimit: options.rateLimit,
    docsUrl: options.docsUrl,
    hooks,
    clock,
    random,
    jitter,
  };
}

export function checkTimeout(ms: number, name = 'timeoutMs'): void {
  if (typeof ms === 'number' && ms > 0 && ms <= longestTimerMs) return;
  throw new ChatConfigError('InvalidTimeout', `${name} must be a positive number below 2147483648`);
}

export function checkSignal(signal: AbortSignal | undefined): void {
  if (signal === undefined || typeof signal?.throwIfAborted === 'function') return;
  throw new ChatConfigError('InvalidSignal', 'signal must be an AbortSignal');
}
