import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A request as the layers behind the HTTP server see it. */
export interface HttpRequest {
  method: string;
  /** Path and query as they came. Contains the usersig: never log it. */
  target: string;
  path: string;
  query: Query;
  headers: IncomingHttpHeaders;
  body: Body;
}
/** A response, before it has a Content-Length. */
export interface HttpResponse {
  status: number;
  /** Reason phrase; the usual one of the status when absent. */
  statusText?: string;
  headers: Record<string, string | string[]>;
  body: string | Buffer;
}

/** Query parameters as sent: a name that is repeated has all its values. */
export type Query = Record<string, string | string[]>;

/**
 * Splits a request target into path and query. Lenient as far as the vendor's own samples need it: empty pairs as in
 * `&&` are skipped, and a broken percent-encoding stays as it is.
 */
export function parseTarget(target: string): { path: string; query: Query } {
  const origin = target.startsWith('/') ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const whole = origin.replace(/#.*/s, '');
  const mark = whole.indexOf('?');
  if (mark < 0) return { path: whole || '/', query: {} };
  return { path: whole.slice(0, mark) || '/', query: parseQuery(whole.slice(mark + 1)) };
}

function parseQuery(text: string): Query {
  const values = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const earlier = values.get(name);
    if (Array.isArray(earlier)) earlier.push(value);
    else values.set(name, earlier === undefined ? value : [earlier, value]);
  }
  // Object.fromEntries makes own properties of every name, `__proto__` included.
  return Object.fromEntries(values);
}

export interface BodyLimits {
  maxBytes: number;
  timeoutMs: number;
}

/** A body that was not read to its end, and the limits that it went over. */
export interface UnreadBody {
  failed: 'too-large' | 'too-slow';
  limits: BodyLimits;
}

export type Body = { bytes: Buffer } | UnreadBody;

/**
 * Reads a body and keeps at most `maxBytes` of it. The rest of a larger one is read and thrown away, so that the
 * caller gets a response and not a reset connection, for as long as the time limit allows. Resolves to `aborted` when
 * the caller has left and no response can reach it.
 */
export function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Body | 'aborted'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (read: Body | 'aborted') => {
      clearTimeout(timer);
      resolve(read);
    };
    const fail = (failed: UnreadBody['failed']) => finish({ failed, limits });
    const tooLarge = () => size > limits.maxBytes;
    const timer = setTimeout(() => fail(tooLarge() ? 'too-large' : 'too-slow'), limits.timeoutMs);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (tooLarge()) chunks.length = 0;
      else chunks.push(chunk);
    });
    request.on('end', () => (tooLarge() ? fail('too-large') : finish({ bytes: Buffer.concat(chunks) })));
    request.on('close', () => finish('aborted'));
    request.on('error', () => finish('aborted'));
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Why bytes are not a JSON value. */
export type JsonProblem = 'not UTF-8' | 'empty' | 'not JSON';

/** The JSON value in a body, or why there is none. The Content-Type header does not matter. */
export function parseJson(bytes: Buffer): { json: unknown } | { problem: JsonProblem } {
  const text = decode(bytes);
  if (text === undefined) return { problem: 'not UTF-8' };
  if (text.trim() === '') return { problem: 'empty' };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { problem: 'not JSON' };
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
