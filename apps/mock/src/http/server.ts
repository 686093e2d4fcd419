import { createServer, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type Handler, type Reply, serve } from './front.ts';
import type { BodyLimits } from './read-body.ts';

export type Failure = 'http-unparsable' | 'body-too-slow' | 'mock-failed';

export interface FrontOptions {
  handler: Handler;
  limits: BodyLimits;
  /** Answer to bytes that are no HTTP request, to headers that do not end, and to a handler that failed. */
  onFailure(kind: Failure, error: Error): Reply;
}

/** The HTTP server in front of the mock: every request gets an answer, also one that Node's parser gives up on. */
export function createFront({ handler, limits, onFailure }: FrontOptions): Server {
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
  // Without a listener Node answers an unknown Expect header with 417.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const kind = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'body-too-slow' : 'http-unparsable';
    if (socket.writable && error.code !== 'ECONNRESET') writeRaw(socket as Socket, onFailure(kind, error));
    else socket.destroy();
  });
  return server;
}

function writeRaw(socket: Socket, { status, headers, body }: Reply) {
  const lines = Object.entries({
    ...headers,
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
