import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { BodyLimits, HttpRequest, HttpResponse } from '../http/request.ts';

/** How long the upstream may be silent, and how large its response may be. */
const defaultLimits: BodyLimits = { maxBytes: 16 * 1024 * 1024, timeoutMs: 30_000 };

/** Headers that belong to one connection, and those that the next one gets anew. */
const perConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
  'content-length',
  'expect',
  'accept-encoding',
]);

/** The upstream's response, or a 502 of the proxy's own when there is none. */
export interface Forwarded {
  reached: boolean;
  response: HttpResponse;
}

/** Reads the URL to forward to. Errors name the host at most, because a URL can hold a password or a usersig. */
export function parseUpstream(text: string): URL {
  if (!URL.canParse(text))
    throw new Error('The URL to forward to is not valid. Pass one such as https://host');
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol))
    throw new Error(`The URL to forward to must start with http: or https:, not with ${url.protocol}`);
  if (url.username || url.password || url.search || url.hash) {
    throw new Error(`The URL of ${url.host} must not have a user, query or fragment`);
  }
  return url;
}

/** Forwards a request unchanged: same method, path, query, headers and bytes. Redirects are returned, not followed. */
export function createForward(upstream: URL, { maxBytes, timeoutMs } = defaultLimits) {
  const send = upstream.protocol === 'https:' ? requestHttps : requestHttp;
  const base = upstream.pathname.replace(/\/$/, '');
  return (request: HttpRequest, bytes: Buffer): Promise<Forwarded> =>
    new Promise((resolve) => {
      const headers = { ...withoutConnection(request.headers), 'content-length': String(bytes.length) };
      const outgoing = send(upstream, {
        method: request.method,
        path: base + request.target,
        headers: { ...headers, 'accept-encoding': 'identity' },
        timeout: timeoutMs,
      });
      const giveUp = (why: string) => {
        outgoing.destroy();
        resolve({ reached: false, response: unreachable(upstream, why) });
      };
      outgoing.on('timeout', () => giveUp(`no response within ${timeoutMs / 1000} s`));
      outgoing.on('error', (error: NodeJS.ErrnoException) => giveUp(error.code ?? error.name));
      outgoing.on('upgrade', (_incoming, socket) => {
        socket.destroy();
        giveUp('it switched to another protocol');
      });
      outgoing.on('response', (incoming) => {
        const chunks: Buffer[] = [];
        let size = 0;
        incoming.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > maxBytes) giveUp(`the response is over ${maxBytes / 1024 ** 2} MiB`);
          else chunks.push(chunk);
        });
        incoming.on('error', (error: NodeJS.ErrnoException) => giveUp(error.code ?? error.name));
        incoming.on('end', () => {
          const status = incoming.statusCode as number;
          if (status < 100) return giveUp(`its status is ${status}`);
          const headers = withoutConnection(incoming.headers);
          // The length of a body that does not come with it.
          const length = incoming.headers['content-length'];
          if (length !== undefined && (request.method === 'HEAD' || status === 304))
            headers['content-length'] = length;
          const statusText = incoming.statusMessage ?? '';
          resolve({ reached: true, response: { status, statusText, headers, body: Buffer.concat(chunks) } });
        });
      });
      outgoing.end(bytes);
    });
}

function withoutConnection(headers: NodeJS.Dict<string | string[]>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || perConnection.has(name) ? [] : [[name, value]],
    ),
  );
}

function unreachable(upstream: URL, why: string): HttpResponse {
  const body = `chat-sns-mock proxy: no response from ${upstream.host} (${why})\n`;
  return { status: 502, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}
