import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Has } from './faults.ts';
import { admit } from './gateway.ts';
import { findAccount, operations } from './operations.ts';
import { Refusal } from './refusal.ts';
import { checkShape } from './shape.ts';
import { replaceState, type State, writeState } from './state.ts';
import { vendorCalls } from './vendor-calls.ts';

export interface WrongServer {
  readonly url: string;
  /** Targets of the requests received, with their queries. */
  readonly received: string[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** A server that does everything right except for the planted faults. */
export async function startWrongServer(...planted: Fault[]): Promise<WrongServer> {
  const has: Has = (fault) => planted.includes(fault);
  const state: State = new Map();
  const received: string[] = [];
  const server = createServer(async (request, response) => {
    const target = request.url ?? '/';
    received.push(target);
    const body = await read(request);
    try {
      response.end(
        JSON.stringify(respond(state, request.method, new URL(target, 'http://localhost'), body, has)),
      );
    } catch (error) {
      if (error === hangUp) {
        request.socket.destroy();
        return;
      }
      if (!(error instanceof Refusal)) throw error;
      response.statusCode = error.status;
      response.end(writeFail(error, has));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function writeFail({ code, message: ErrorInfo }: Refusal, has: Has): string {
  if (has('response-is-html')) return '<html><body>Bad Request</body></html>';
  const ActionStatus = has('ok-beside-an-error-code') ? 'OK' : 'FAIL';
  const known = has('code-that-nobody-lists') ? 60099 : code;
  const ErrorCode = has('error-code-as-string') ? String(known) : known;
  return JSON.stringify({ ActionStatus, ErrorCode, ErrorInfo, ErrorDisplay: '' });
}

const hangUp = Symbol('hang up');

function respond(
  state: State,
  method: string | undefined,
  { pathname, searchParams }: URL,
  body: string,
  has: Has,
) {
  if (pathname === '/sandbox/state') {
    if (method === 'PUT') replaceState(state, JSON.parse(body));
    return writeState(state);
  }
  const command = pathname.replace('/v4/sns/', '');
  const operation = Object.hasOwn(operations, command) ? operations[command] : undefined;
  const vendorCall = vendorCalls[pathname];
  if (method !== 'POST' || !(operation || vendorCall)) {
    throw new Refusal(60009, '', has('unknown-command-with-http-404') ? 404 : 200);
  }
  const json = parse(body, has);
  admit(searchParams, has);
  if (vendorCall) return vendorCall(state, json as never);
  const request = checkShape(command, json, has);
  const account = findAccount(state, request.From_Account, has);
  const fields = operation?.(state, account, request, has);
  return { ...fields, ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '0', ErrorDisplay: '' };
}

function parse(body: string, has: Has): unknown {
  try {
    if (body === '' && has('empty-body-accepted')) return { From_Account: 'administrator', GroupName: ['x'] };
    return JSON.parse(body);
  } catch {
    if (has('malformed-json-hangs-up')) throw hangUp;
    throw new Refusal(60003);
  }
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
