import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type BodyLimits, type HttpRequest, type HttpResponse, parseTarget, readBody } from './request.ts';

export type Handler = (received: HttpRequest) => Promise<HttpResponse>;
export type Failure = 'http-unparsable' | 'body-too-slow' | 'mock-failed';

export interface HttpServerOptions {
  handler: Handler;
  limits: BodyLimits;
  /** The response to bytes that are not HTTP, to headers that do not end, and to a request whose handler failed. */
  onFailure(kind: Failure, error: Error): HttpResponse;
}

/** An HTTP server that responds to every request, even to one that Node's parser gives up on. */
export function createHttpServer({ handler, limits, onFailure }: HttpServerOptions): Server {
  const safely: Handler = async (received) => {
    try {
      return await handler(received);
    } catch (error) {
      return onFailure('mock-failed', error as Error);
    }
  };
  const server = createServer({ headersTimeout: limits.timeoutMs, connectionsCheckingInterval: 500 });
  server.on('request', (request, response) => {
    serve(safely, limits, request, response).catch(() => response.destroy());
  });
  // Without a listener Node responds to an unknown Expect header with 417.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const kind = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'body-too-slow' : 'http-unparsable';
    if (socket.writable && error.code !== 'ECONNRESET') writeRaw(socket as Socket, onFailure(kind, error));
    else socket.destroy();
  });
  return server;
}

function writeRaw(socket: Socket, { status, headers, body }: HttpResponse) {
  const lines = Object.entries({
    ...headers,
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}

/** Handles one request: reads it within the limits, calls the handler, and adds what browsers need. */
async function serve(
  handler: Handler,
  limits: BodyLimits,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Both are only absent from a message that a client received.
  const { method, url: target, headers } = request as IncomingMessage & { method: string; url: string };
  setCorsHeaders(request, response);
  if (method === 'OPTIONS') {
    request.resume();
    response.writeHead(204).end();
    return;
  }
  const body = await readBody(request, limits);
  if (body === 'aborted') return;
  // Otherwise the rest of the body would be read as the next request.
  if ('failed' in body) response.setHeader('Connection', 'close');
  const made = await handler({ method, target, ...parseTarget(target), headers, body });
  const bytes = Buffer.from(made.body);
  response.writeHead(made.status, { ...made.headers, 'Content-Length': String(bytes.length) });
  response.end(bytes);
}

function setCorsHeaders(request: IncomingMessage, response: ServerResponse) {
  const requested = request.headers['access-control-request-headers'];
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', '*');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('Access-Control-Allow-Methods', 'POST');
  response.setHeader('Access-Control-Allow-Headers', requested ?? '*');
}

/** A running server. `await using` closes it. */
export interface RunningServer {
  /** Base URL without a slash at the end. */
  url: string;
  /** Stops listening, gives pending requests half a second to finish, and closes every connection. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const graceMs = 500;

/** Listens, or throws an error whose message says why the port cannot be used and what to do. */
export async function listen(
  server: Server,
  { port, host }: { port: number; host: string },
): Promise<RunningServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port, host)));
    server.listen(port, host, resolve);
  });
  const close = () => closeServer(server);
  return { url: urlOf(server.address() as AddressInfo), close, [Symbol.asyncDispose]: close };
}

function portError(error: NodeJS.ErrnoException, port: number, host: string) {
  const remedy = 'Choose another port, or 0 for any free one.';
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is in use by another program. ${remedy}`,
    EACCES: `Port ${port} on ${host} requires rights that this process does not have. ${remedy}`,
    EADDRNOTAVAIL: `${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all addresses.`,
    ENOTFOUND: `${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all addresses.`,
  };
  return new Error(reasons[error.code as string] ?? `Cannot listen on ${host}:${port}: ${error.message}`, {
    cause: error,
  });
}

function urlOf({ address, port, family }: AddressInfo) {
  if (address === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (address === '::') return `http://[::1]:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function closeServer(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
