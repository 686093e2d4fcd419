import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { headersFor } from './csp.ts';
import { notFoundPath } from './paths.ts';

export interface ServeOptions {
  /** 0 takes a free port. */
  port: number;
  host?: string;
  /** Folder to serve. The built site by default. */
  folder?: string;
}

export interface RunningDocs extends AsyncDisposable {
  url: string;
  close(): Promise<void>;
}

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
};

/**
 * Serves the built site over HTTP.
 * @throws when the port is taken (`code: 'EADDRINUSE'`).
 */
export async function serveDocs({ port, host = '127.0.0.1', folder }: ServeOptions): Promise<RunningDocs> {
  const root = resolve(folder ?? fileURLToPath(new URL('../dist', import.meta.url)));
  const server = createServer((request, response) => {
    respond(root, request, response).catch(() => response.destroy());
  });
  server.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://${host}:${taken}/`, close, [Symbol.asyncDispose]: close };
}

async function respond(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const path = pathOf(request);
  if (path === undefined) return refuse(response, 400);
  const found = await findFile(root, path);
  if (found === undefined) return await refuseMissing(root, response);
  if (found === 'folder') return redirect(response, request.url ?? '/');
  response.writeHead(200, {
    'content-type': contentTypes[extname(found)] ?? 'application/octet-stream',
    ...headersFor(path),
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(found), response);
}

/** The decoded path below the root, or nothing when it is malformed or points outside. */
function pathOf(request: IncomingMessage): string | undefined {
  const [raw = ''] = (request.url ?? '').split('?', 1);
  let path: string;
  try {
    path = decodeURIComponent(raw).replace(/^\//, '');
  } catch {
    return undefined;
  }
  const steps = path.split(/[/\\]/);
  return path.includes('\0') || steps.includes('..') ? undefined : path;
}

/** The file of a path. A folder without its slash is distinguished, because relative links would break there. */
async function findFile(root: string, path: string): Promise<string | 'folder' | undefined> {
  const file = join(root, path.endsWith('/') || path === '' ? `${path}index.html` : path);
  if (!file.startsWith(root + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return 'folder';
  return found?.isFile() ? file : undefined;
}

function redirect(response: ServerResponse, url: string): void {
  const [path = '', query] = url.split('?', 2);
  // Only the last step, so that the address stays on this host whatever the path contains.
  const last = path.slice(path.lastIndexOf('/') + 1);
  response.writeHead(308, { location: `./${last}/${query === undefined ? '' : `?${query}`}` }).end();
}

/** Says what is missing with the site's own page, where it has one. */
async function refuseMissing(root: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(root, notFoundPath), 'utf8').catch(() => undefined);
  if (page === undefined) return refuse(response, 404);
  response.writeHead(404, { 'content-type': contentTypes['.html'], ...headersFor(notFoundPath) }).end(page);
}

function refuse(response: ServerResponse, status: number): void {
  const texts: Record<number, string> = { 400: 'Bad request', 404: 'Not found', 405: 'Method not allowed' };
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      ...(status === 405 && { allow: 'GET, HEAD' }),
    })
    .end(`${texts[status]}\n`);
}
