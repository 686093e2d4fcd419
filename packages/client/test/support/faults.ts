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

/** 400 MB of blanks in about 400 KB. */
const gzipBomb: Responder = (response) => {
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

/** What can go wrong between the client and the service, and what the client has to make of it in two attempts. */
export const faults: { name: string; answer: Responder; expected: object; calls: number }[] = [
  {
    name: '502',
    answer: respondWithStatus(502),
    expected: { name: 'ChatHttpError', status: 502, title: 'Http502', retryable: true },
    calls: 2,
  },
  {
    name: '404',
    answer: respondWithStatus(404),
    expected: { name: 'ChatHttpError', status: 404, retryable: false },
    calls: 1,
  },
  {
    name: '503 with Retry-After',
    answer: respondWithStatus(503, { 'retry-after': '0' }),
    expected: { name: 'ChatHttpError', status: 503, retryAfterMs: 0 },
    calls: 2,
  },
  {
    name: '503 with a Retry-After beyond the limit',
    answer: respondWithStatus(503, { 'retry-after': '3600' }),
    expected: { name: 'ChatHttpError', status: 503, retryAfterMs: 3_600_000 },
    calls: 1,
  },
  {
    name: 'connection reset before the answer',
    answer: (response) => response.socket?.resetAndDestroy(),
    expected: { name: 'ChatNetworkError', title: 'ConnectionLost', retryable: true },
    calls: 2,
  },
  {
    name: 'connection reset in the middle of the body',
    answer: (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"ActionStatus":"OK"', () => response.socket?.resetAndDestroy());
    },
    expected: { name: 'ChatNetworkError', title: 'ConnectionLost' },
    calls: 2,
  },
  {
    name: 'no answer',
    answer: () => {},
    expected: { name: 'ChatTimeoutError', title: 'TimedOut' },
    calls: 2,
  },
  {
    name: 'slow body',
    answer: (response) => response.writeHead(200).write('{"ActionStatus":'),
    expected: { name: 'ChatTimeoutError', title: 'TimedOut' },
    calls: 2,
  },
  {
    name: 'endless body',
    answer: respondEndlessly(200),
    expected: { name: 'ChatResponseError', title: 'BodyTooLarge', retryable: false },
    calls: 1,
  },
  {
    name: '502 with an endless body',
    answer: respondEndlessly(502),
    expected: { name: 'ChatHttpError', status: 502 },
    calls: 2,
  },
  {
    name: 'gzip bomb',
    answer: gzipBomb,
    expected: { name: 'ChatResponseError', title: 'BodyTooLarge' },
    calls: 1,
  },
  {
    name: 'HTML',
    answer: respondWithStatus(200),
    expected: { name: 'ChatResponseError', title: 'HtmlBody' },
    calls: 1,
  },
  {
    name: 'empty',
    answer: (response) => response.end(),
    expected: { name: 'ChatResponseError', title: 'EmptyBody' },
    calls: 2,
  },
  {
    name: 'wrong JSON',
    answer: (response) => response.end('{"ActionStatus":"OK","ErrorCode":0,'),
    expected: { name: 'ChatResponseError', title: 'BrokenJson' },
    calls: 2,
  },
  {
    name: 'broken gzip',
    answer: (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
    expected: { name: 'ChatNetworkError', title: 'ConnectionLost' },
    calls: 2,
  },
];
