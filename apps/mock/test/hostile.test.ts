import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { createHttpServer, listen } from '../src/http/server.ts';
import { startMock } from '../src/index.ts';
import { loadEngine } from '../src/prism.ts';
import { respond, respondToFault } from '../src/respond.ts';
import { call, canary } from './support/call.ts';
import { problemsOf } from './support/contract.ts';
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
    expect(problemsOf('deleteFriends', envelope)).toEqual([]);
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
  async function startImpatient(handler?: () => never) {
    const engine = await loadEngine();
    const server = createHttpServer({
      limits: { maxBytes: 1000, timeoutMs: 100 },
      handler: handler ?? (async (request) => (await respond(engine, request)).response),
      onFailure: (kind, { message }) => respondToFault({ kind, message }).response,
    });
    return listen(server, { port: 0, host: '127.0.0.1' });
  }

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
    expect(JSON.parse(body)).toMatchObject({ ErrorCode: 30006, ErrorInfo: 'the reason' });
  });
});
