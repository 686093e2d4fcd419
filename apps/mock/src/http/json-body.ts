import type { Fault } from '../faults/table.ts';
import type { BodyRead } from './read-body.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The JSON value in a body, or the fault that keeps it from being read. The Content-Type header plays no part. */
export function parseBody(body: BodyRead): { json: unknown } | Fault {
  if ('failed' in body) return unreadFault(body);
  const text = decode(body.bytes);
  if (text === undefined) return { kind: 'body-not-json', text: 'the body is not UTF-8' };
  if (text.trim() === '') return { kind: 'body-empty', text: 'the body is empty; send at least {}' };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { kind: 'body-not-json', text: 'the body is not JSON' };
  }
}

/** The fault for a body that could not be read to its end. */
export function unreadFault({ failed, limits }: Extract<BodyRead, { failed: string }>): Fault {
  return failed === 'too-large'
    ? { kind: 'body-too-large', text: `the body is over ${limits.maxBytes / 1024 ** 2} MiB` }
    : { kind: 'body-too-slow', text: `the body was not complete after ${limits.timeoutMs / 1000} s` };
}

function decode(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
