import { ProblemJsonError } from '@stoplight/prism-http';
import type { Received } from '../http/front.ts';

/** The body as the stock command reads it: JSON when the Content-Type says so, text otherwise, null when there is none. */
export function readPlainBody({ headers, body }: Received): { body: unknown } | ProblemJsonError {
  if ('failed' in body)
    return invalid(413, 'PAYLOAD_TOO_LARGE', 'The body is too large, or did not arrive in time.');
  const length = headers['content-length'];
  if (length === '0' || (length === undefined && headers['transfer-encoding'] === undefined))
    return { body: null };
  const text = body.bytes.toString('utf8');
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^application\/([^/]+\+)?json$/.test(type)) return { body: text };
  try {
    return { body: JSON.parse(text) };
  } catch {
    return invalid(400, 'INVALID_JSON', 'The body is not JSON.');
  }
}

function invalid(status: number, name: string, detail: string) {
  return ProblemJsonError.fromTemplate({ type: name, title: 'The body cannot be read', status }, detail);
}
