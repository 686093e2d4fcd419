import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Call, decodeBody, type Reply, tooLarge } from '../call.ts';
import { type Guard, isControlPath, longestDocument } from '../control/guard.ts';
import { longestBody } from '../gateway/admit.ts';
import { answer, bug, refusal } from '../service/envelope.ts';
import { demoKey } from '../settings.ts';

export interface Listener {
  /** Where it listens, for instance `http://127.0.0.1:4020`. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

interface Options {
  readonly answerCall: (call: Call) => Reply | Promise<Reply>;
  readonly answerControl: (call: Call) => Reply;
  readonly guard: Guard;
  readonly port: number;
  readonly host: string;
  readonly requestTimeout: number;
}

/** Serves both interfaces over `node:http`. Even what Node cannot parse gets the envelope. */
export async function listen(options: Options): Promise<Listener> {
  const { requestTimeout, port, host } = options;
  const server = createServer(
    {
      requestTimeout,
      requireHostHeader: false,
      headersTimeout: requestTimeout,
      connectionsCheckingInterval: Math.min(500, requestTimeout),
      // Longer than what clients keep idle connections for, so that none writes into a connection that just closed.
      keepAliveTimeout: 65_000,
    },
    (request, response) => receive(request, response, options),
  );
  server.on('checkExpectation', (request, response) => receive(request, response, options));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    answerRaw(
      socket,
      error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? refusal('TimeoutOrBadRequest') : refusal('HttpParseError'),
    );
  });
  for (const event of ['upgrade', 'connect'] as const) {
    server.on(event, (_request, socket: Duplex) => {
      // Node hands these over with nobody listening, and a caller who has gone would end the whole process.
      socket.on('error', () => {});
      answerRaw(socket, refusal('HttpParseError'));
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

/** URL of what a server listens on; an IPv6 address stands in brackets. */
export function writeUrl({ family, address, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

const preflightReply: Reply = { ...answer(''), status: 204 };

function isPreflight({ method, headers }: IncomingMessage, forControl: boolean): boolean {
  return !forControl && method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

function route(call: Call, request: IncomingMessage, forControl: boolean, options: Options) {
  return forControl ? options.guard(request, () => options.answerControl(call)) : options.answerCall(call);
}

// Node sets both on every request that a server receives.
type Received = IncomingMessage & { readonly method: string; readonly url: string };

function receive(request: IncomingMessage, response: ServerResponse, options: Options): void {
  const { method, url, socket } = request as Received;
  const cut = `${url}?`.indexOf('?');
  const path = url.slice(0, cut);
  const forControl = isControlPath(path);
  const limit = forControl ? longestDocument : longestBody;
  let chunks: Buffer[] | undefined = [];
  let size = 0;
  // What is too much is read to its end and thrown away: an answer in the middle of a body gets lost in many clients.
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
        (error) => send(response, bug(error)),
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
  // A flat list is what Node needs least time for.
  const own = ['Content-Type', type, 'Content-Length', String(Buffer.byteLength(body))];
  response.writeHead(status, headers ? own.concat(...Object.entries(headers)) : own);
  // As text, because Node then sends head and body in one piece.
  if (arrives === 'whole') response.end(body);
  else response.write(body.slice(0, body.length / 2), () => response.destroy());
}

function answerRaw(socket: Duplex, { body }: Reply): void {
  const length = Buffer.byteLength(body);
  socket.end(
    `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`,
  );
}

const loopback = /^(?:127(?:\.\d+){3}|::1|localhost)$/;

/** @throws when anybody in the network could sign calls, because the key is public. */
export function refuseOpenDoor(host: string, secretKey: string): void {
  if (secretKey !== demoKey || loopback.test(host)) return;
  throw new Error(
    `Listening on ${host} needs a secret key of your own: the demo key is public. See --secret-key-file.`,
  );
}
