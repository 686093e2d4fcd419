import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Call, decodeBody, type Reply, tooLarge } from '../call.ts';
import { type Guard, isControlPath, maxDocumentBytes } from '../control/guard.ts';
import { maxBodyBytes } from '../gateway/admit.ts';
import { createBugReply, createRefusal, createReply } from '../service/envelope.ts';
import { demoKey } from '../settings.ts';

export interface Listener {
  /** Where it listens, for instance `http://127.0.0.1:4020`. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

interface Options {
  readonly handleCall: (call: Call) => Reply | Promise<Reply>;
  readonly handleControl: (call: Call) => Reply;
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
  server.on('checkExpectation', (request, response) => receive(request, response, options));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    sendRaw(
      socket,
      error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? createRefusal('TimeoutOrBadRequest')
        : createRefusal('HttpParseError'),
    );
  });
  for (const event of ['upgrade', 'connect'] as const) {
    server.on(event, (_request, socket: Duplex) => {
      // Node hands this socket over without an error listener: a caller that resets it would end the whole process.
      socket.on('error', () => {});
      sendRaw(socket, createRefusal('HttpParseError'));
    });
  }
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

function isPreflight({ method, headers }: IncomingMessage, forControl: boolean): boolean {
  return !forControl && method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

function route(call: Call, request: IncomingMessage, forControl: boolean, options: Options) {
  return forControl ? options.guard(request, () => options.handleControl(call)) : options.handleCall(call);
}

// Node sets both on every request that a server receives.
type Received = IncomingMessage & { readonly method: string; readonly url: string };

function receive(request: IncomingMessage, response: ServerResponse, options: Options): void {
  const { method, url, socket } = request as Received;
  const cut = `${url}?`.indexOf('?');
  const path = url.slice(0, cut);
  const forControl = isControlPath(path);
  const limit = forControl ? maxDocumentBytes : maxBodyBytes;
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
    const call: Call = {
      method,
      path,
      query: url.slice(cut + 1),
      body: chunks ? decodeBody(Buffer.concat(chunks)) : tooLarge,
      clientIp: socket.remoteAddress ?? '',
    };
    const reply = isPreflight(request, forControl)
      ? preflightReply
      : route(call, request, forControl, options);
    if (reply instanceof Promise)
      reply.then(
        (late) => send(response, late),
        (error) => send(response, createBugReply(error)),
      );
    else send(response, reply);
  });
}

function send(response: ServerResponse, { status, type, body, headers, arrives }: Reply): void {
  if (arrives === 'never') {
    response.destroy();
    return;
  }
  if (status === 204) {
    response.writeHead(status, headers).end();
    return;
  }
  // A flat list is the fastest form for Node.
  const own = ['Content-Type', type, 'Content-Length', String(Buffer.byteLength(body))];
  response.writeHead(status, headers ? own.concat(...Object.entries(headers)) : own);
  // As a string, because Node then sends head and body in one piece.
  if (arrives === 'whole') response.end(body);
  else response.write(body.slice(0, body.length / 2), () => response.destroy());
}

function sendRaw(socket: Duplex, { body }: Reply): void {
  const length = Buffer.byteLength(body);
  socket.end(
    `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`,
  );
}

const loopback = /^(?:127(?:\.\d+){3}|::1|localhost)$/;

/** @throws when others on the network could sign calls, because the demo key is public. */
export function requireOwnKey(host: string, secretKey: string): void {
  if (secretKey !== demoKey || loopback.test(host)) return;
  throw new Error(
    `Listening on ${host} requires your own secret key, because the demo key is public. See --secret-key-file.`,
  );
}
