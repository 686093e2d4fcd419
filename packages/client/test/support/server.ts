import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as received. */
export interface Received {
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Responder = (response: ServerResponse, received: Received) => void;

/** A real server on a free port. Uses the responders in order, the last one for all further requests. */
export async function startServer(...responders: Responder[]) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const url = new URL(request.url ?? '', 'http://localhost');
    const entry = { path: url.pathname, query: url.searchParams, headers: request.headers, body };
    const respond = responders[Math.min(received.push(entry), responders.length) - 1];
    respond?.(response, entry);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    openConnections: () =>
      new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count))),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Responds with HTTP 200 and JSON. */
export const respondWithJson =
  (value: unknown): Responder =>
  (response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(value));

export const okBody = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ErrorDisplay: '' };

export const createFailBody = (ErrorCode: number, ErrorInfo = '') => ({
  ActionStatus: 'FAIL',
  ErrorCode,
  ErrorInfo,
  ErrorDisplay: '',
});

export const createItem = (To_Account: string, ResultCode = 0, ResultInfo = '') => ({
  To_Account,
  ResultCode,
  ResultInfo,
});

/** Responds with success for the accounts of the request. */
export const respondOkForAll: Responder = (response, { body }) => {
  const { To_Account = [] } = JSON.parse(body) as { To_Account?: string[] };
  respondWithJson({
    ResultItem: To_Account.map((account) => createItem(account)),
    CurrentSequence: 4,
    ...okBody,
    ErrorInfo: '0',
  })(response, { body } as Received);
};
