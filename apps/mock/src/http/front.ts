import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { type Body, type BodyLimits, readBody } from './read-body.ts';
import { parseTarget, type Query } from './request.ts';

/** A request as the layers behind the HTTP server see it. */
export interface Received {
  method: string;
  /** Path and query as they came. Holds the usersig: never log it. */
  target: string;
  path: string;
  query: Query;
  headers: IncomingHttpHeaders;
  body: Body;
}
export interface Reply {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Buffer;
}
export type Handler = (received: Received) => Promise<Reply>;

/** Answers one request: reads it within the limits, asks the handler, and adds what browsers need. */
export async function serve(
  handler: Handler,
  limits: BodyLimits,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url: target = '/', headers } = request;
  setCorsHeaders(request, response);
  if (method === 'OPTIONS') {
    request.resume();
    response.writeHead(204).end();
    return;
  }
  const body = await readBody(request, limits);
  if (body === 'aborted') return;
  // The rest of the body would be read as the next request.
  if ('failed' in body) response.setHeader('Connection', 'close');
  const reply = await handler({ method, target, ...parseTarget(target), headers, body });
  const bytes = Buffer.from(reply.body);
  response.writeHead(reply.status, { ...reply.headers, 'Content-Length': String(bytes.length) });
  response.end(bytes);
}

function setCorsHeaders(request: IncomingMessage, response: ServerResponse) {
  const asked = request.headers['access-control-request-headers'];
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', '*');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('Access-Control-Allow-Methods', 'POST');
  response.setHeader('Access-Control-Allow-Headers', typeof asked === 'string' ? asked : '*');
}
