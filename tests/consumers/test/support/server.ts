import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '0', ErrorDisplay: '' };
const items = ['id1', 'id2', 'id3'].map((account) => ({
  To_Account: account,
  ResultCode: account === 'id2' ? 31704 : 0,
  ResultInfo: '',
}));
const bomb = gzipSync(' '.repeat(64 * 1024 * 1024));
const json = (value: unknown) => (response: ServerResponse) => response.end(JSON.stringify(value));

/** The faults, chosen by the account that asks. */
const answers: Record<string, (response: ServerResponse) => unknown> = {
  success: json({ ...ok, ResultItem: items, CurrentSequence: 4 }),
  refused: json({ ...ok, ActionStatus: 'FAIL', ErrorCode: 30003 }),
  html: (response) => response.end('<html></html>'),
  empty: (response) => response.end(),
  gateway: (response) => response.writeHead(502).end('<html></html>'),
  redirect: (response) => response.writeHead(302, { location: 'http://localhost:1/' }).end(),
  bomb: (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  slow: (response) => response.writeHead(200).write('{"ActionStatus":'),
  reset: (response) => response.socket?.resetAndDestroy(),
};

/** What the same calls have to come to on every runtime. */
export const expected = {
  success: { deleted: ['id1', 'id3'], notFriends: ['id2'] },
  refused: 'ChatApiError AccountNotFound',
  html: 'ChatResponseError HtmlBody',
  empty: 'ChatResponseError EmptyBody',
  gateway: 'ChatHttpError Http502',
  redirect: 'ChatHttpError RedirectRefused',
  bomb: 'ChatResponseError BodyTooLarge',
  slow: 'ChatTimeoutError TimedOut',
  reset: 'ChatNetworkError ConnectionLost',
  aborted: 'ChatAbortError Aborted',
  bulk: 'deleted notFriend deleted failed failed failed unknown unknown unknown 3',
  lists: 4,
  nobodyThere: 'ChatNetworkError NoConnection',
  forbiddenPort: 'ChatNetworkError NoConnection',
  stubbed: 30003,
  verified: true,
  webhook: [{ From_Account: 'id', To_Account: 'id1' }],
  explained: 'NotFriend',
};

/** An address that nobody listens on. */
export async function findDesertedUrl(): Promise<string> {
  await using server = await startServer();
  return server.url;
}

/** The service, and whatever else `serve` answers with for a page. */
export async function startServer(serve?: RequestListener) {
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') return void serve?.(request, response);
    let body = '';
    for await (const chunk of request) body += chunk;
    const { From_Account } = JSON.parse(body) as { From_Account: string };
    answers[From_Account]?.(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
