import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import type { Responder } from './server.ts';

const respondWithStatus =
  (code: number, headers: Record<string, string> = {}): Responder =>
  (response) =>
    response.writeHead(code, headers).end('<html>gateway</html>');

const respondEndlessly =
  (code: number): Responder =>
  async (response) => {
    response.writeHead(code);
    const chunk = Buffer.alloc(64 * 1024, ' ');
    const closed = once(response, 'close');
    while (!response.destroyed)
      if (!response.write(chunk)) await Promise.race([once(response, 'drain'), closed]);
  };

/** 400 MB of spaces in about 400 KB. */
const respondWithGzipBomb: Responder = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
  const gzip = createGzip({ level: 9 });
  gzip.pipe(response);
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  let left = 400;
  const pump = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!gzip.write(chunk)) return void gzip.once('drain', pump);
    }
    gzip.end();
  };
  pump();
};

/**
 * What can go wrong between the client and the service, and the error that the client must throw within two attempts.
 */
export const faults: { name: string; respond: Responder; expected: object; attempts: number }[] = [
  {
    name: '502',
    respond: respondWithStatus(502),
    expected: { name: 'ChatHttpError', status: 502, title: 'Http502', retryable: true },
    attempts: 2,
  },
  {
    name: '404',
    respond: respondWithStatus(404),
    expected: { name: 'ChatHttpError', status: 404, retryable: false },
    attempts: 1,
  },
  {
    name: '503 with Retry-After',
    respond: respondWithStatus(503, { 'retry-after': '0' }),
    expected: { name: 'ChatHttpError', status: 503, retryAfterMs: 0 },
    attempts: 2,
  },
  {
    name: '503 with a Retry-After beyond the limit',
    respond: respondWithStatus(503, { 'retry-after': '3600' }),
    expected: { name: 'ChatHttpError', status: 503, retryAfterMs: 3_600_000 },
    attempts: 1,
  },
  {
    name: 'connection reset before the response',
    respond: (response) => response.socket?.resetAndDestroy(),
    expected: { name: 'ChatNetworkError', title: 'ConnectionLost', retryable: true },
    attempts: 2,
  },
  {
    name: 'connection reset in the middle of the body',
    respond: (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"ActionStatus":"OK"', () => response.socket?.resetAndDestroy());
    },
    expected: { name: 'ChatNetworkError', title: 'ConnectionLost' },
    attempts: 2,
  },
  {
    name: 'no response',
    respond: () => {},
    expected: { name: 'ChatTimeoutError', title: 'TimedOut' },
    attempts: 2,
  },
  {
    name: 'slow body',
    respond: (response) => response.writeHead(200).write('{"ActionStatus":'),
    expected: { name: 'ChatTimeoutError', title: 'TimedOut' },
    attempts: 2,
  },
  {
    name: 'endless body',
    respond: respondEndlessly(200),
    expected: { name: 'ChatResponseError', title: 'BodyTooLarge', retryable: false },
    attempts: 1,
  },
  {
    name: '502 with an endless body',
    respond: respondEndlessly(502),
    expected: { name: 'ChatHttpError', status: 502 },
    attempts: 2,
  },
  {
    name: 'gzip bomb',
    respond: respondWithGzipBomb,
    expected: { name: 'ChatResponseError', title: 'BodyTooLarge' },
    attempts: 1,
  },
  {
    name: 'HTML',
    respond: respondWithStatus(200),
    expected: { name: 'ChatResponseError', title: 'HtmlBody' },
    attempts: 1,
  },
  {
    name: 'empty',
    respond: (response) => response.end(),
    expected: { name: 'ChatResponseError', title: 'EmptyBody' },
    attempts: 2,
  },
  {
    name: 'wrong JSON',
    respond: (response) => response.end('{"ActionStatus":"OK","ErrorCode":0,'),
    expected: { name: 'ChatResponseError', title: 'BrokenJson' },
    attempts: 2,
  },
  {
    name: 'broken gzip',
    respond: (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
    expected: { name: 'ChatNetworkError', title: 'ConnectionLost' },
    attempts: 2,
  },
];
