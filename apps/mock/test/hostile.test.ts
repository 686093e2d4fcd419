import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { createHttpServer, type Handler, listen } from '../src/http/server.ts';
import { startMock } from '../src/index.ts';
import { loadEngine } from '../src/prism.ts';
import { respond, respondToFault } from '../src/respond.ts';
import { call, canary } from './support/call.ts';
import { problemsOfMock } from './support/contract.ts';
import { request, requests } from './support/hostile.ts';
import { sendRaw } from './support/raw.ts';

const lines: string[] = [];
const mock = await startMock({ log: (line) => lines.push(line) });
afterAll(() => mock.close());

describe('hostile input', () => {
  it.each(Object.entries(requests))('%s gets HTTP 200 and the envelope', async (name, bytes) => {
    const { status, body } = await sendRaw(mock.url, bytes);
    expect(status, body).toBe(200);
    const envelope = JSON.parse(body);
    expect(problemsOfMock('deleteFriends', envelope)).toEqual([]);
    expect(body, name).not.toContain(canary);
  });

  it('does not disturb other requests', async () => {
    await Promise.all(Object.values(requests).map((bytes) => sendRaw(mock.url, bytes)));
    expect((await call(mock.url, 'deleteFriends')).envelope.ErrorCode).toBe(0);
  });

  it('never shows the usersig in the log', () => {
    expect(lines.length).toBeGreaterThan(60);
    expect(
      lines.filter((line) => line.includes(canary) || line.includes(encodeURIComponent(canary))),
    ).toEqual([]);
  });

  it('does not pollute prototypes', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).From_Account).toBeUndefined();
  });

  it('HTTP that cannot be parsed gets 60002', async () => {
    const { body } = await sendRaw(mock.url, 'HELLO\r\n\r\n');
    expect(JSON.parse(body)).toMatchObject({ ErrorCode: 60002, ErrorInfo: 'HTTP parse Error' });
  });

  it('a body over 1 MiB gets 60002 and a message with the limit', async () => {
    const { body } = await sendRaw(mock.url, request({ body: ' '.repeat(1024 * 1024 + 1) }));
    expect(JSON.parse(body)).toMatchObject({ ErrorCode: 60002, ErrorInfo: expect.stringContaining('1 MiB') });
  });

  it('160 MiB of body are not kept in memory', async () => {
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    const before = process.memoryUsage().arrayBuffers;
    const kept: number[] = [];
    const body = ReadableStream.from(
      (function* () {
        for (let sent = 0; sent < 160; sent += 1) {
          kept.push(process.memoryUsage().arrayBuffers - before);
          yield chunk;
        }
      })(),
    );
    const response = await fetch(`${mock.url}/v4/sns/friend_delete`, {
      method: 'POST',
      body,
      duplex: 'half',
    });
    expect(await response.json()).toMatchObject({ ErrorCode: 60002 });
    expect(Math.max(...kept)).toBeLessThan(110 * 1024 * 1024);
  });

  it('a body of exactly 1 MiB is read', async () => {
    const valid = '{"From_Account":"id","To_Account":["id1"]}';
    const { body } = await sendRaw(mock.url, request({ body: valid.padEnd(1024 * 1024) }));
    expect(JSON.parse(body).ErrorCode).toBe(0);
  });

  it('a caller who leaves in the middle does no harm', async () => {
    const { hostname, port } = new URL(mock.url);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((sent) => socket.write(request().subarray(0, -5), () => sent()));
    socket.resetAndDestroy();
    expect((await call(mock.url, 'deleteFriends')).envelope.ErrorCode).toBe(0);
  });
});

describe('time limits and failures of the mock', () => {
  async function startImpatient(handler?: Handler) {
    const engine = await loadEngine();
    const server = createHttpServer({
      limits: { maxBytes: 1000, timeoutMs: 100 },
      handler:
        handler ?? (async (request) => (await respond(engine, request, { requireRandom: false })).response),
      onFailure: (kind, { message }) => respondToFault({ kind, message }).response,
    });
    return listen(server, { port: 0, host: '127.0.0.1' });
  }

  // Unlike once() of node:events, it does not mind a connection that is reset.
  const closing = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

  /** Sends the start of a request and then a byte every 40 ms. Resolves to what arrived when the server hangs up. */
  async function sendSlowly(url: string, start: string) {
    const { hostname: host, port } = new URL(url);
    const socket = connect({ port: Number(port), host, allowHalfOpen: true }).on('error', () => {});
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString('latin1')));
    if (start) socket.write(start);
    const slowly = setInterval(() => socket.write('x'), 40);
    await closing(socket).finally(() => clearInterval(slowly));
    return received;
  }

  const head = (line: string, ...headers: string[]) =>
    [`${line} HTTP/1.1`, 'Host: mock', ...headers, '', ''].join('\r\n');
  const length = 'Content-Length: 1000';
  const slow: [what: string, start: string, response: RegExp, responses?: number][] = [
    ['a body', head('POST /v4/sns/friend_delete', length), /60008/],
    ['a body in chunks', `${head('POST /v4/sns/friend_delete', 'Transfer-Encoding: chunked')}1;`, /60008/],
    ['a head', 'POST /v4/sns/friend_delete HTTP/1.1\r\nHost: mo', /60008/],
    ['no request at all', '', /60002|60008/],
    [
      'the head of a second request',
      `${head('POST /v4/sns/friend_delete')}POST /v4/sns/friend_delete HTTP/1.1\r\nHost: mo`,
      /60008/,
      2,
    ],
    ['what is not HTTP', 'nonsense\r\n\r\n', /60002/],
    [
      'after an upgrade',
      head('GET /', 'Connection: Upgrade', 'Upgrade: websocket'),
      /60009[\s\S]*6000[28]/,
      2,
    ],
    ['the body of a preflight', head('OPTIONS /v4/x', length), / 204 /],
    ['after an expectation', head('POST /v4/sns/friend_delete', 'Expect: 100-continue', length), /60008/],
  ];
  it.each(slow)(
    'a caller that sends %s a byte at a time has its response and then no connection',
    async (_what, start, response, responses = 1) => {
      await using server = await startImpatient();
      const received = await sendSlowly(server.url, start);
      expect(received).toMatch(response);
      expect(received.match(/HTTP\/1\.1 (?!100)/g)).toHaveLength(responses);
    },
  );

  it('a caller that does not read its response is disconnected', async () => {
    const bytes = 32 * 1024 * 1024;
    await using server = await startImpatient(async () => ({
      status: 200,
      headers: {},
      body: Buffer.alloc(bytes),
    }));
    const { hostname: host, port } = new URL(server.url);
    const socket = connect({ port: Number(port), host }).on('error', () => {});
    socket.write(head('GET /'));
    await once(socket, 'readable');
    await new Promise((resolve) => setTimeout(resolve, 100 * 10 + 500));
    let size = 0;
    socket.on('data', (chunk) => (size += chunk.length));
    await closing(socket);
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThan(bytes);
  });

  it('a body that does not end gets 60008', async () => {
    await using server = await startImpatient();
    const { head, body } = await sendRaw(server.url, request().subarray(0, -5));
    expect(JSON.parse(body)).toMatchObject({
      ErrorCode: 60008,
      ErrorInfo: expect.stringContaining('timeout'),
    });
    expect(head).toMatch(/^connection: close$/im);
  });

  it('headers that do not end get 60008', async () => {
    await using server = await startImpatient();
    const { body } = await sendRaw(server.url, 'POST /v4/sns/friend_delete HTTP/1.1\r\nHost: mock\r\n');
    expect(JSON.parse(body).ErrorCode).toBe(60008);
  });

  it('an endless body that is too large gets 60002', async () => {
    await using server = await startImpatient();
    const { body } = await sendRaw(server.url, request({ body: ' '.repeat(5000) }).subarray(0, -5));
    expect(JSON.parse(body).ErrorCode).toBe(60002);
  });

  it('a failure of the mock itself gets 30006', async () => {
    await using server = await startImpatient(() => {
      throw new Error('the reason');
    });
    const { body } = await sendRaw(server.url, request());
    expect(JSON.parse(body)).toMatchObject({ ErrorCode: 30006, ErrorInfo: 'mock: the reason' });
  });
});
