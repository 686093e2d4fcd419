import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { UsageError } from '../usage-error.ts';
import { type BodyLimits, type HttpRequest, type HttpResponse, parseTarget, readBody } from './request.ts';

export type Handler = (received: HttpRequest) => Promise<HttpResponse>;
type Failure = 'http-unparsable' | 'body-too-slow' | 'mock-failed';

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
  const { timeoutMs } = limits;
  const server = createServer({
    headersTimeout: timeoutMs,
    // Only for a body that readBody does not wait for, as that of a preflight: readBody has its own limit.
    requestTimeout: 3 * timeoutMs,
    connectionsCheckingInterval: Math.min(500, timeoutMs),
    requireHostHeader: false,
  });
  /** The request of each connection that is being read, and its response. */
  const current = new WeakMap<Duplex, readonly [IncomingMessage, ServerResponse]>();
  server.on('request', (request, response) => {
    current.set(request.socket, [request, response]);
    serve(safely, limits, request, response)
      .catch(() => response.destroy())
      .finally(() => {
        if (!response.writableFinished) destroyLater(response, timeoutMs * patience);
      });
  });
  // Without a listener Node responds to an unknown Expect header with 417.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const kind = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'body-too-slow' : 'http-unparsable';
    const [request, response] = current.get(socket) ?? [];
    // A second response would be taken for that of the next request.
    const responded = request && !request.complete && response?.headersSent;
    if (responded || error.code === 'ECONNRESET') socket.destroy();
    else if (!socket.writableEnded) refuse(socket, onFailure(kind, error));
  });
  server.on('connect', (_request, socket: Duplex) => {
    // Node hands this socket over without an error listener: a caller that resets it would end the whole process.
    socket.on('error', () => {});
    refuse(socket, onFailure('http-unparsable', new Error('CONNECT is not supported')));
  });
  return server;
}

/** How often a caller may take the time of a request to read a response that fills its connection. */
const patience = 10;

/** How long a refused caller has to read why. Closing at once could take the response away again. */
const lingerMs = 500;

function destroyLater(stream: Duplex | ServerResponse, ms: number) {
  const timer = setTimeout(() => stream.destroy(), ms).unref();
  stream.once('close', () => clearTimeout(timer));
}

/** Responds outside of Node's own cycle and gives the connection up, whatever the caller does. */
function refuse(socket: Duplex, { status, headers, body }: HttpResponse) {
  const lines = Object.entries({
    ...headers,
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  destroyLater(socket, lingerMs);
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
  const { status, statusText = STATUS_CODES[status] ?? 'unknown' } = made;
  response.writeHead(status, statusText, { 'content-length': String(bytes.length), ...made.headers });
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
  const OfCode = ['EADDRNOTAVAIL', 'ENOTFOUND'].includes(error.code as string) ? UsageError : Error;
  return new OfCode(reasons[error.code as string] ?? `Cannot listen on ${host}:${port}: ${error.message}`, {
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
