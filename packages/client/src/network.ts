import { ChatHttpError, ChatNetworkError, type Origin } from './errors.ts';

// Node's and Bun's codes for a connection that was never made.
const unsentCodes = new Set<unknown>([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ConnectionRefused',
  'FailedToOpenSocket',
]);
// Deno has no codes, only messages. Browsers and workerd say nothing, so every failure counts as unanswered there.
const unsentMessage = /client error \(Connect\)|dns error/;

/** Whether a failed fetch never reached a host. Only then is the backup host tried. */
export function isUnsent(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const { code, cause: inner, errors } = cause as Error & { code?: unknown; errors?: unknown };
  if (unsentCodes.has(code)) return true;
  // With several addresses, Node collects one error for each.
  if (Array.isArray(errors)) return errors.length > 0 && errors.every(isUnsent);
  return unsentMessage.test(cause.message) || isUnsent(inner);
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
    retry: chooseRetryClass(status, retryAfterMs),
  });
}

function chooseRetryClass(status: number, retryAfterMs: number | undefined) {
  if (status === 429) return 'throttled';
  // A gateway that sends Retry-After did not forward the request; any other failure may have come after the deletion.
  if (status === 503 && retryAfterMs !== undefined) return 'transient';
  return status >= 500 || status === 408 ? 'unanswered' : 'never';
}

/** Reads a Retry-After header, in seconds or as a date, as milliseconds from now. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
