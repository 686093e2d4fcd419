import type { IncomingMessage } from 'node:http';
import type { Decision, Reply } from '../call.ts';
import { createJsonReply } from './json.ts';

export const isControlPath = (path: string) => path === '/sandbox' || path.startsWith('/sandbox/');

/** Decides by the head alone, so that nothing of a rejected body is kept. */
export type Guard = (request: IncomingMessage, next: () => Decision) => Decision;

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Keeps other people's web pages away from the control interface. The Host must be a loopback name or allowed, which
 * stops DNS rebinding, and the Origin of a page must be allowed.
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
    if (!hosts.has(host))
      return createJsonReply(403, {
        error: `Host ${headers.host ?? '(none)'} is not allowed. Use a loopback name, or allow it with --allow-host.`,
      });
    const { origin } = headers;
    if (origin === undefined) {
      const site = headers['sec-fetch-site'];
      if (site === undefined || site === 'same-origin' || site === 'none') return next();
      return createJsonReply(403, { error: 'Pages of other sites cannot use the control interface.' });
    }
    if (!origins.has(origin))
      return createJsonReply(403, {
        error: `Origin ${origin} is not allowed. Allow it with --allow-origin.`,
      });
    const cors = {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Methods': 'GET, PUT, POST, DELETE',
      'Access-Control-Allow-Headers': 'Content-Type',
      Vary: 'Origin',
    };
    const withCors = (reply: Reply) => ({ ...reply, headers: { ...reply.headers, ...cors } });
    const decision = method === 'OPTIONS' ? createJsonReply(204) : next();
    if (!('respond' in decision)) return withCors(decision);
    return { ...decision, respond: async (body) => withCors(await decision.respond(body)) };
  };
}
