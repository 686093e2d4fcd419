import { ChatHttpError, ChatNetworkError, type Origin } from './errors.ts';

// What a system call failed at, where Node says so: the same code can come from reading an established connection.
const connectCalls = ['connect', 'getaddrinfo'];
// Node's and Bun's codes that without a system call mean a connection that was never made, and our own.
const unsentCodes = new Set<unknown>([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectTimeout',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ConnectionRefused',
  'FailedToOpenSocket',
]);
// Deno has no codes, only messages; it and Node have none for a port to which the fetch standard forbids to connect.
// Browsers and workerd say nothing, so every failure counts as unanswered there.
const unsentMessage = /client error \(Connect\)|dns error|^bad port$|port \d+ are blocked/;

/** Whether a failed fetch never reached a host. Only then is the backup host tried. */
function isUnsent(cause: unknown, depth = 0): boolean {
  if (!(cause instanceof Error) || depth > 9) return false;
  const { code, syscall, cause: inner, errors } = cause as Error & Record<string, unknown>;
  if (typeof syscall === 'string') return connectCalls.includes(syscall);
  if (unsentCodes.has(code)) return true;
  // With several addresses, Node collects one error for each.
  if (Array.isArray(errors)) return errors.length > 0 && errors.every((one) => isUnsent(one, depth + 1));
  return unsentMessage.test(cause.message) || isUnsent(inner, depth + 1);
}

export function networkError(cause: unknown, clean: unknown, origin: Origin): ChatNetworkError {
  const unsent = isUnsent(cause);
  return new ChatNetworkError({
    ...origin,
    title: unsent ? 'NoConnection' : 'ConnectionLost',
    info: unsent
      ? 'could not connect to the host, so nothing was sent'
      : 'the connection failed before the response was complete',
    retry: unsent ? 'unsent' : 'unanswered',
    carriedOut: unsent ? 'no' : 'unknown',
    cause: clean,
  });
}

/**
 * The error of a response whose status is not 200. Its body is not read: gateways echo the URL there, and the UserSig
 * in it.
 */
export function httpError(response: Response, retryAfterMs: number | undefined, origin: Origin) {
  const { status } = response;
  const details = { ...origin, status, retryAfterMs };
  // A browser hides the status of a redirect as 0.
  if (status === 0 || (status >= 300 && status < 400)) {
    const info = `HTTP status ${status} is a redirect, which is never followed`;
    return new ChatHttpError({ ...details, title: 'RedirectRefused', info, retry: 'never' });
  }
  return new ChatHttpError({
    ...details,
    title: `Http${status}`,
    info: `HTTP status ${status} instead of 200, so the response is from a gateway`,
    retry: chooseRetryClass(status),
  });
}

function chooseRetryClass(status: number) {
  if (status === 429) return 'throttled';
  return status >= 500 || status === 408 ? 'unanswered' : 'never';
}

/** Reads a Retry-After header, in seconds or as a date, as milliseconds from now. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
