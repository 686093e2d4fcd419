import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Received, Reply } from '../http/request.ts';

const timeoutMs = 30_000;
const maxBytes = 16 * 1024 * 1024;

/** Headers that belong to one connection, and those that are made anew for the next one. */
const perConnection = new Set([
  ...[
    'connection',
    'keep-alive',
    'proxy-authenticate',
    'proxy-authorization',
    'proxy-connection',
    'te',
    'trailer',
  ],
  ...['transfer-encoding', 'upgrade', 'host', 'content-length', 'expect', 'accept-encoding'],
]);

/** What came back, or a 502 of the proxy's own when nothing did. */
export interface Forwarded {
  reached: boolean;
  reply: Reply;
}

/** Reads the URL to forward to. Errors name the host at most, because a URL can hold a password or a usersig. */
export function parseUpstream(text: string): URL {
  if (!URL.canParse(text))
    throw new Error('The URL to forward to cannot be read. Give one like https://host');
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol))
    throw new Error(`Can forward to http and https only, not to ${url.protocol}`);
  if (url.username || url.password || url.search || url.hash) {
    throw new Error(`The URL of ${url.host} must have no user, query or fragment`);
  }
  return url;
}

/** Sends a call on as it came: same method, path, query, headers and bytes. Redirects are handed back, not followed. */
export function createForward(upstream: URL) {
  const send = upstream.protocol === 'https:' ? requestHttps : requestHttp;
  const base = upstream.pathname.replace(/\/$/, '');
  return (received: Received, bytes: Buffer): Promise<Forwarded> =>
    new Promise((resolve) => {
      const headers = { ...withoutConnection(received.headers), 'content-length': String(bytes.length) };
      const outgoing = send(upstream, {
        method: received.method,
        path: base + received.target,
        headers: { ...headers, 'accept-encoding': 'identity' },
        timeout: timeoutMs,
      });
      const giveUp = (why: string) => {
        outgoing.destroy();
        resolve({ reached: false, reply: unreachable(upstream, why) });
      };
      outgoing.on('timeout', () => giveUp(`no answer within ${timeoutMs / 1000} s`));
      outgoing.on('error', (error: NodeJS.ErrnoException) => giveUp(error.code ?? error.name));
      outgoing.on('response', (incoming) => {
        const chunks: Buffer[] = [];
        let size = 0;
        incoming.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > maxBytes) giveUp('the answer is over 16 MiB');
          else chunks.push(chunk);
        });
        incoming.on('error', (error: NodeJS.ErrnoException) => giveUp(error.code ?? error.name));
        incoming.on('end', () => {
          const reply = { status: incoming.statusCode ?? 502, body: Buffer.concat(chunks) };
          resolve({ reached: true, reply: { ...reply, headers: withoutConnection(incoming.headers) } });
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

function unreachable(upstream: URL, why: string): Reply {
  const body = `chat-sns-mock proxy: ${upstream.host} gave no answer (${why})\n`;
  return { status: 502, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}
