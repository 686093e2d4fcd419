import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type BodyReader, type Decision, decodeBody, type Head, type Reply, tooLarge } from '../call.ts';
import { type Guard, isControlPath } from '../control/guard.ts';
import { createFailureReply, createRefusal, createReply } from '../service/envelope.ts';
import { demoKey, UsageError } from '../settings.ts';

export interface Listener {
  /** Where it listens, for instance `http://127.0.0.1:4020`. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

interface Options {
  readonly decide: (head: Head) => Decision;
  readonly guard: Guard;
  readonly port: number;
  readonly host: string;
  readonly requestTimeout: number;
}

/** Serves both interfaces over `node:http`. Even a request that Node cannot parse gets the envelope. */
export async function listen(options: Options): Promise<Listener> {
  const { requestTimeout, port, host } = options;
  const server = createServer(
    {
      requestTimeout,
      requireHostHeader: false,
      headersTimeout: requestTimeout,
      connectionsCheckingInterval: Math.min(500, requestTimeout),
      // Longer than clients keep idle connections, so that none of them writes to a connection that just closed.
      keepAliveTimeout: 65_000,
    },
    (request, response) => receive(request, response, options),
  );
  for (const event of ['checkContinue', 'checkExpectation'] as const) {
    server.on(event, (request, response) => receive(request, response, options));
  }
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    refuse(
      socket,
      error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? createRefusal('TimeoutOrBadRequest')
        : createRefusal('HttpParseError'),
    );
  });
  // Nothing listens to upgrades, so that they are ignored: Java's HttpClient asks for one in its first request.
  server.on('connect', (_request, socket: Duplex) => {
    // Node hands this socket over without an error listener: a caller that resets it would end the whole process.
    socket.on('error', () => {});
    refuse(socket, createRefusal('HttpParseError'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address() as AddressInfo;
  return {
    url: writeUrl(address),
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** URL of an address that a server listens on; an IPv6 address is put in brackets. */
export function writeUrl({ family, address, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

const preflightReply: Reply = { ...createReply(''), status: 204 };

// Node sets both on every request that a server receives.
type Received = IncomingMessage & { readonly method: string; readonly url: string };

/** The request of each connection that is being read, and its response. */
const current = new WeakMap<Duplex, readonly [IncomingMessage, ServerResponse]>();

function receive(request: IncomingMessage, response: ServerResponse, options: Options): void {
  const { socket, headers } = request;
  current.set(socket, [request, response]);
  const decision = decide(request as Received, options);
  const isAwaited = headers.expect?.toLowerCase() === '100-continue';
  if ('respond' in decision) {
    if (isAwaited) response.writeContinue();
    read(request, response, decision, options);
    return;
  }
  // A caller that waits for leave to send its body does not get it, and its next bytes may be anything.
  if (isAwaited) response.shouldKeepAlive = false;
  request.resume();
  send(response, decision, options);
}

/** The path and query of a target that names the host, as a client behind a proxy sends it, or that has a fragment. */
const readTarget = (url: string) => url.replace(/#.*/s, '').replace(/^[a-z][a-z\d+.-]*:\/\/[^/?]*/i, '');

function decide(request: Received, options: Options): Decision {
  const { method, url, socket, headers } = request;
  const target = url.startsWith('/') && !url.includes('#') ? url : readTarget(url);
  const cut = `${target}?`.indexOf('?');
  const path = target.slice(0, cut);
  const next = () =>
    options.decide({ method, path, query: target.slice(cut + 1), clientIp: socket.remoteAddress ?? '' });
  if (isControlPath(path)) return options.guard(request, next);
  const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
  return isPreflight ? preflightReply : next();
}

function read(
  request: IncomingMessage,
  response: ServerResponse,
  { limit, respond }: BodyReader,
  options: Options,
): void {
  let chunks: Buffer[] | undefined = [];
  let size = 0;
  // The rest of a body that is too large is read and discarded: many clients lose a response that comes before they
  // have sent everything.
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > limit) chunks = undefined;
    chunks?.push(chunk);
  });
  request.on('end', () => {
    // The request took too long and has its response: it must not be carried out after that.
    if (request.socket.writableEnded) return;
    const reply = respond(chunks ? decodeBody(Buffer.concat(chunks)) : tooLarge);
    if (reply instanceof Promise)
      reply.then(
        (late) => send(response, late, options),
        (error) => send(response, createFailureReply(error), options),
      );
    else send(response, reply, options);
  });
}

function send(
  response: ServerResponse,
  { status, type, body, headers, arrives }: Reply,
  { requestTimeout }: Options,
): void {
  if (arrives === 'never') {
    response.destroy();
    return;
  }
  if (status === 204) response.writeHead(status, headers).end();
  else {
    // A flat list is the fastest form for Node.
    const own = ['Content-Type', type, 'Content-Length', String(Buffer.byteLength(body))];
    response.writeHead(status, headers ? own.concat(...Object.entries(headers)) : own);
    // As a string, because Node then sends head and body in one piece.
    if (arrives === 'whole') response.end(body);
    else response.write(body.slice(0, body.length / 2), () => response.destroy());
  }
  if (!response.writableFinished) destroyLater(response, requestTimeout * patience);
}

/** How often a caller may take the time of a request to read a response that fills its connection. */
const patience = 10;

/** How long a refused caller has to read why, in milliseconds. Closing at once could take the response away again. */
const lingerTime = 500;

/** Responds outside of Node's own cycle and gives the connection up, whatever the caller does. */
function refuse(socket: Duplex, { body }: Reply): void {
  const [request, response] = current.get(socket) ?? [];
  // A second response would be taken for that of the next request.
  if (request && !request.complete && response?.headersSent) {
    socket.destroy();
    return;
  }
  if (socket.writableEnded) return;
  const length = Buffer.byteLength(body);
  socket.end(
    `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`,
  );
  destroyLater(socket, lingerTime);
}

function destroyLater(stream: Duplex | ServerResponse, milliseconds: number): void {
  const timer = setTimeout(() => stream.destroy(), milliseconds).unref();
  stream.once('close', () => clearTimeout(timer));
}

const loopback = /^(?:127(?:\.\d+){3}|::1|localhost)$/;

/** @throws {UsageError} when others on the network could sign calls, because the demo key is public. */
export function requireOwnKey(host: string, secretKey: string): void {
  if (secretKey !== demoKey || loopback.test(host)) return;
  throw new UsageError(
    `Listening on ${host} requires your own secret key, because the demo key is public. See --secret-key-file.`,
  );
}
