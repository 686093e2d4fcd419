import type { IncomingMessage } from 'node:http';
import type { Reply } from '../call.ts';
import { json } from './json.ts';

/** Bytes of the longest document that the control interface reads: a graph of about a million edges. */
export const longestDocument = 128 * 1024 * 1024;

export const isControlPath = (path: string) => path === '/sandbox' || path.startsWith('/sandbox/');

export type Guard = (request: IncomingMessage, next: () => Reply) => Reply;

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Keeps web pages of others away from the control interface: the Host must be a loopback name or allowed, which stops
 * a name that is rebound to this machine, and a page's Origin must be allowed by name.
 */
export function createGuard({
  allowHosts,
  allowOrigins,
}: {
  allowHosts: readonly string[];
  allowOrigins: readonly string[];
}): Guard {
  const hosts = new Set<string | undefined>([...loopback, ...allowHosts.map((host) => host.toLowerCase())]);
  const origins = new Set(allowOrigins);

  return ({ headers, method }, next) => {
    const host = headers.host?.toLowerCase().replace(/:\d*$/, '');
    if (!hosts.has(host)) return json(403, { error: 'This Host is not allowed. See --allow-host.' });
    const { origin } = headers;
    if (origin === undefined) {
      const site = headers['sec-fetch-site'];
      if (site === undefined || site === 'same-origin' || site === 'none') return next();
      return json(403, { error: 'A web page of another site may not use this.' });
    }
    if (!origins.has(origin)) return json(403, { error: 'This Origin is not allowed. See --allow-origin.' });
    const cors = {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Methods': 'GET, PUT, POST, DELETE',
      'Access-Control-Allow-Headers': 'Content-Type',
      Vary: 'Origin',
    };
    const reply = method === 'OPTIONS' ? json(204) : next();
    return { ...reply, headers: { ...reply.headers, ...cors } };
  };
}
