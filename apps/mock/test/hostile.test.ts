import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { createFront, listen } from '../src/http/server.ts';
import { startMock } from '../src/index.ts';
import { loadEngine } from '../src/prism.ts';
import { answerRequest, fail } from '../src/respond.ts';
import { ask, canary } from './support/call.ts';
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

  it('is answered while the rest of the mock goes on working', async () => {
    await Promise.all(Object.values(requests).map((bytes) => sendRaw(mock.url, bytes)));
    expect((await ask(mock.url, 'deleteFriends')).envelope.ErrorCode).toBe(0);
  });

  it('never shows the usersig in the log', () => {
    expect(lines.length).toBeGreaterThan(60);
    expect(
      lines.filter((line) => line.includes(canary) || line.includes(encodeURIComponent(canary))),
    ).toEqual([]);
  });

  it('pollutes nothing', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).From_Account).toBeUndefined();
  });

  it('tells HTTP that cannot be read with 60002', async () => {
    const { body } = await sendRaw(mock.url, 'HELLO\r\n\r\n');
    expect(JSON.parse(body)).toMatchObject({ ErrorCode: 60002, ErrorInfo: 'HTTP parse Error' });
  });

  it('tells a body over 1 MiB with 60002 and names the limit', async () => {
    const { body } = await sendRaw(mock.url, request({ body: ' '.repeat(1024 * 1024 + 1) }));
    expect(JSON.parse(body)).toMatchObject({ ErrorCode: 60002, ErrorInfo: expect.stringContaining('1 MiB') });
  });

  it('does not hold what it throws away of 160 MiB', async () => {
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    const before = process.memoryUsage().arrayBuffers;
    const held: number[] = [];
    const body = ReadableStream.from(
      (function* () {
        for (let sent = 0; sent < 160; sent += 1) {
          held.push(process.memoryUsage().arrayBuffers - before);
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
    expect(Math.max(...held)).toBeLessThan(110 * 1024 * 1024);
  });

  it('reads a body of exactly 1 MiB', async () => {
    const valid = '{"From_Account":"id","To_Account":["id1"]}';
    const { body } = await sendRaw(mock.url, request({ body: valid.padEnd(1024 * 1024) }));
    expect(JSON.parse(body).ErrorCode).toBe(0);
  });

  it('survives a caller who leaves in the middle', async () => {
    const { hostname, port } = new URL(mock.url);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((sent) => socket.write(request().subarray(0, -5), () => sent()));
    socket.resetAndDestroy();
    expect((await ask(mock.url, 'deleteFriends')).envelope.ErrorCode).toBe(0);
  });
});

describe('what the mock cannot wait for or fails at', () => {
  async function startImpatient(handler?: () => never) {
    const engine = await loadEngine();
    const server = createFront({
      limits: { maxBytes: 1000, timeoutMs: 100 },
      handler: handler ?? (async (received) => (await answerRequest(engine, received)).reply),
      onFailure: (kind, { message }) => fail({ kind, text: message }).reply,
    });
    return listen(server, { port: 0, host: '127.0.0.1' });
  }

  it('tells a body that does not end with 60008', async () => {
    await using server = await startImpatient();
    const { head, body } = await sendRaw(server.url, request().subarray(0, -5));
    expect(JSON.parse(body)).toMatchObject({
      ErrorCode: 60008,
      ErrorInfo: expect.stringContaining('timeout'),
    });
    expect(head).toMatch(/^connection: close$/im);
  });

  it('tells headers that do not end with 60008', async () => {
    await using server = await startImpatient();
    const { body } = await sendRaw(server.url, 'POST /v4/sns/friend_delete HTTP/1.1\r\nHost: mock\r\n');
    expect(JSON.parse(body).ErrorCode).toBe(60008);
  });

  it('tells an endless body that is too large with 60002', async () => {
    await using server = await startImpatient();
    const { body } = await sendRaw(server.url, request({ body: ' '.repeat(5000) }).subarray(0, -5));
    expect(JSON.parse(body).ErrorCode).toBe(60002);
  });

  it('tells a failure of its own with 30006', async () => {
    await using server = await startImpatient(() => {
      throw new Error('the reason');
    });
    const { body } = await sendRaw(server.url, request());
    expect(JSON.parse(body)).toMatchObject({ ErrorCode: 30006, ErrorInfo: 'the reason' });
  });
});
