import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { listen } from '../src/http/server.ts';
import { startMock } from '../src/index.ts';
import { call, firstRequest, send } from './support/call.ts';
import { pathOf } from './support/contract.ts';
import { request } from './support/hostile.ts';
import { sendRaw } from './support/raw.ts';

const mock = await startMock();
afterAll(() => mock.close());

describe('browsers', () => {
  it('may read every response and its headers', async () => {
    const { headers } = await call(mock.url, 'deleteFriends', { headers: { Origin: 'https://app.example' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toBe('*');
  });

  it('are allowed to send the headers that they ask for', async () => {
    const response = await fetch(mock.url + pathOf('deleteFriends'), {
      method: 'OPTIONS',
      headers: {
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,prefer',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toBe('POST');
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type,prefer');
  });

  it('leave no call behind with a preflight request', async () => {
    await using own = await startMock();
    await fetch(own.url, { method: 'OPTIONS' });
    expect(own.calls()).toEqual([]);
  });
});

describe('HTTP', () => {
  it('HEAD gets the headers of the refusal and no body', async () => {
    const head = await send(mock.url, 'deleteFriends', { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    const refusal = await send(mock.url, 'deleteFriends', { method: 'GET' });
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(refusal.text)));
  });

  it('keeps a connection for the next call, after a refusal too', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = [];
    for (const path of ['/', '/nowhere', pathOf('deleteFriends')]) {
      const [response] = await once(get(mock.url + path, { agent }), 'response');
      ports.push(response.socket.localPort);
      response.resume();
      await once(response, 'end');
    }
    expect(new Set(ports).size).toBe(1);
    agent.destroy();
  });

  it('reads a body in chunks', async () => {
    const body = JSON.stringify(firstRequest('deleteFriends'));
    const head = request().toString().split('Content-Length')[0];
    const { body: text } = await sendRaw(
      mock.url,
      `${head}Transfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    );
    expect(JSON.parse(text).ErrorCode).toBe(0);
  });

  it('accepts a target that names the host, as a client behind a proxy sends it', async () => {
    const target = request().toString().split(' ')[1];
    const { body } = await sendRaw(mock.url, request({ target: `http://console.example${target}` }));
    expect(JSON.parse(body).ErrorCode).toBe(0);
  });
});

describe('startMock', () => {
  it('listens on this machine only, unless told otherwise', async () => {
    expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await using open = await startMock({ host: '0.0.0.0' });
    expect((await call(open.url, 'deleteFriends')).envelope.ErrorCode).toBe(0);
  });

  it('says what to do about a port that is in use', async () => {
    const port = Number(new URL(mock.url).port);
    await expect(startMock({ port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use by another program.`,
    );
  });

  it('says what to do about a host that is not of this machine', async () => {
    await expect(startMock({ host: '203.0.113.1' })).rejects.toThrow('not an address of this machine');
  });

  it('closes with connections open, and can be closed twice', async () => {
    const own = await startMock();
    await call(own.url, 'deleteFriends');
    const unfinished = sendRaw(own.url, request().subarray(0, -5)).then(
      () => 'responded',
      () => 'closed',
    );
    await call(own.url, 'deleteFriends');
    await own.close();
    await own.close();
    expect(await unfinished).toBe('closed');
    await expect(fetch(own.url)).rejects.toThrow();
  });
});

describe('listen', () => {
  const here = { port: 0, host: '127.0.0.1' };
  const failures: [code: string, message: string][] = [
    [
      'EADDRINUSE',
      'Port 0 on 127.0.0.1 is in use by another program. Choose another port, or 0 for any free one.',
    ],
    [
      'EACCES',
      'Port 0 on 127.0.0.1 requires rights that this process does not have. Choose another port, or 0 for any free one.',
    ],
    [
      'EADDRNOTAVAIL',
      '127.0.0.1 is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all addresses.',
    ],
    [
      'ENOTFOUND',
      '127.0.0.1 is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all addresses.',
    ],
    ['ENOBUFS', 'Cannot listen on 127.0.0.1:0: the reason'],
  ];
  it.each(failures)('says what to do about %s', async (code, message) => {
    const server = createServer();
    const cause = Object.assign(new Error('the reason'), { code });
    const listening = listen(server, here);
    server.emit('error', cause);
    await expect(listening).rejects.toThrow(new Error(message, { cause }));
    server.close();
  });

  it('gives the URL of an IPv6 address', async () => {
    await using server = await listen(createServer(), { port: 0, host: '::1' });
    expect(server.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  });

  it('gives a URL of this machine for all addresses', async () => {
    await using server = await listen(createServer(), { port: 0, host: '::' });
    expect(server.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    await using other = await listen(createServer(), { port: 0, host: '0.0.0.0' });
    expect(other.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});
