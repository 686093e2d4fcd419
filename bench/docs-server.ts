// The documentation pages that are compared, and the one server that serves them all alike.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import scalar from '@scalar/fastify-api-reference';
import fastify from 'fastify';

const require = createRequire(import.meta.url);
const specification = require.resolve('@chat-sns/spec/openapi.json');
const site = fileURLToPath(new URL('../apps/docs/dist/', import.meta.url));
const swagger = dirname(require.resolve('swagger-ui-dist/package.json'));

/** What is visited, by name. The hash is the one that the page itself links the operation by: not every page shows all. */
export const pages: Record<string, string> = {
  'ours, operation page': '/ours/operations/deleteFriends/',
  'ours, reference (Redoc)': '/ours/reference/#/friends/deletefriends',
  'redocly build-docs': '/redocly/#/friends/deletefriends',
  Scalar: '/scalar/#tag/friends/POST/v4/sns/friend_delete',
  'Swagger UI': '/swagger/#/Friends/deleteFriends',
};

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** The page of `redocly build-docs`, with its script inside: the default names a CDN, which is out of reach. */
function buildRedocly(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'bench-docs-'));
  try {
    const file = join(folder, 'index.html');
    const tool = fileURLToPath(new URL('node_modules/.bin/redocly', import.meta.url));
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const options = { cwd: folder, env, stdio: 'pipe', timeout: 60_000 } as const;
    execFileSync(tool, ['build-docs', specification, '-o', file, '--inlineBundle'], options);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Scalar's own page and standalone bundle, as its Fastify plugin serves them. */
async function buildScalar(): Promise<{ page: Buffer; script: Buffer }> {
  const app = fastify();
  try {
    await app.register(scalar, { routePrefix: '/scalar', configuration: { url: '/openapi.json' } });
    const page = await app.inject('/scalar/');
    const script = await app.inject('/scalar/js/scalar.js');
    if (page.statusCode !== 200 || script.statusCode !== 200) throw new Error('Scalar serves no page');
    return { page: page.rawPayload, script: script.rawPayload };
  } finally {
    await app.close();
  }
}

/** Swagger UI's own page needs another document than the pet store, and nothing else. */
function initializeSwagger(): Buffer {
  const text = readFileSync(join(swagger, 'swagger-initializer.js'), 'utf8');
  const changed = text.replace('https://petstore.swagger.io/v2/swagger.json', '/openapi.json');
  if (changed === text)
    throw new Error('swagger-initializer.js no longer names the pet store; replace its URL here by hand');
  return Buffer.from(changed);
}

/** A file below a folder, or nothing. */
function readBelow(folder: string, path: string): Buffer | undefined {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined;
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Starts the server; each file is compressed once, so that no visit waits for that. */
export async function startDocsServer(): Promise<{ server: Server; url: string }> {
  const { page, script } = await buildScalar();
  const own = new Map<string, Buffer>([
    ['/openapi.json', readFileSync(specification)],
    ['/redocly/index.html', buildRedocly()],
    ['/scalar/index.html', page],
    ['/scalar/js/scalar.js', script],
    ['/swagger/swagger-initializer.js', initializeSwagger()],
  ]);
  const compressed = new Map<string, Buffer>();
  const find = (path: string): Buffer | undefined => {
    const known = compressed.get(path);
    if (known) return known;
    const [, folder, rest = ''] = path.match(/^\/(ours|swagger)\/(.*)$/) ?? [];
    const content = own.get(path) ?? (folder && readBelow(folder === 'ours' ? site : swagger, rest));
    if (!content) return undefined;
    const bytes = gzipSync(content);
    compressed.set(path, bytes);
    return bytes;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const content = find(path);
    if (!content) return response.writeHead(404).end();
    const type = types[extname(path)] ?? 'application/octet-stream';
    const length = content.length;
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'content-length': length });
    return response.end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
