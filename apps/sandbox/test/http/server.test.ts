import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { createGuard } from '../../src/control/guard.ts';
import { createSandbox } from '../../src/create-sandbox.ts';
import { listen, requireOwnKey, writeUrl } from '../../src/http/server.ts';
import { demoKey } from '../../src/settings.ts';
import { bodyOf, sendRaw, slowRequest } from '../support/raw-request.ts';
import { codeOf, urlOf } from '../support/service.ts';

async function serve(options: Parameters<typeof createSandbox>[0] = {}) {
  const sandbox = createSandbox({ port: 0, ...options });
  return { sandbox, ...(await sandbox.listen()), [Symbol.asyncDispose]: sandbox.close };
}

const close = 'Connection: close';
const write = (...lines: string[]) => `${lines.join('\r\n')}\r\n\r\n`;

test.each<[what: string, request: string, title: Parameters<typeof codeOf>[0]]>([
  ['what is not HTTP', write('nonsense'), 'HttpParseError'],
  [
    'an upgrade',
    write('GET / HTTP/1.1', 'Connection: Upgrade, close', 'Upgrade: websocket'),
    'InvalidResource',
  ],
  ['CONNECT', write('CONNECT a:1 HTTP/1.1', 'Host: a'), 'HttpParseError'],
  ['an unknown expectation', write('POST /v4/x HTTP/1.1', 'Expect: magic', close), 'InvalidResource'],
  ['a preflight without a method', write('OPTIONS /v4/x HTTP/1.1', close), 'InvalidResource'],
  [
    'a POST that names a method as a preflight does',
    write('POST /v4/x HTTP/1.1', 'Access-Control-Request-Method: POST', close),
    'InvalidResource',
  ],
])('%s gets the envelope', async (_what, request, title) => {
  await using server = await serve();
  const response = await sendRaw(server.port, request);
  expect(response).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  const body = response.slice(response.indexOf('\r\n\r\n') + 4);
  expect(response).toContain('\r\nContent-Type: application/json\r\n');
  expect(response).toContain(`\r\nContent-Length: ${body.length}\r\n`);
  expect(JSON.parse(body)).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: codeOf(title) });
});

test('a request that does not arrive in time gets its response soon after, however short the time is', async () => {
  await using server = await serve({ requestTimeout: 1 });
  const late = new Promise((resolve) => setTimeout(resolve, 490, 'no response within half a second'));
  const response = sendRaw(server.port, slowRequest).then(bodyOf);
  expect(await Promise.race([response, late])).toMatchObject({ ErrorCode: codeOf('TimeoutOrBadRequest') });
});

/** Sends the start of a request and then a byte every 40 ms. Resolves to what arrived when the server hangs up. */
async function sendSlowly(port: number, start: string, byte = 'x'): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => {});
  let received = '';
  socket.on('data', (chunk: Buffer) => (received += chunk.toString('latin1')));
  if (start) socket.write(start);
  const slowly = setInterval(() => socket.write(byte), 40);
  try {
    await new Promise((resolve) => socket.once('close', resolve));
  } finally {
    clearInterval(slowly);
  }
  return received;
}

const unfinished = (line: string, ...headers: string[]) =>
  `${write(`${line} HTTP/1.1`, 'Host: localhost', 'Content-Length: 1000', ...headers)}{`;

test.each<[what: string, start: string, response: RegExp]>([
  ['a body', unfinished('POST /v4/sns/friend_delete'), /60008/],
  ['a body in chunks', `${write('POST /v4/x HTTP/1.1', 'Transfer-Encoding: chunked')}1;`, /60008/],
  ['a head', 'POST /v4/x HTTP/1.1\r\nHost: loc', /60008/],
  ['no request at all', '', /60002|60008/],
  [
    'the head of a second request',
    `${write('POST /v4/x HTTP/1.1')}POST /v4/x HTTP/1.1\r\nHost: loc`,
    /60008/,
  ],
  ['what is not HTTP', write('nonsense'), /60002/],
  ['after CONNECT', write('CONNECT a:1 HTTP/1.1', 'Host: a'), /60002/],
  ['the body of a preflight', unfinished('OPTIONS /v4/x', 'Access-Control-Request-Method: POST'), / 204 /],
  ['the body of a rejected page', unfinished('PUT /sandbox/state', 'Origin: http://evil.example'), / 403 /],
  ['a state', unfinished('PUT /sandbox/state'), /60008/],
  ['after an expectation', unfinished('POST /v4/x', 'Expect: 100-continue'), / 100 Continue\r\n[\s\S]*60008/],
])(
  'a caller that sends %s a byte at a time has its response and then no connection',
  async (_what, start, response) => {
    await using server = await serve({ requestTimeout: 200 });
    const received = await sendSlowly(server.port, start);
    expect(received).toMatch(response);
    // Nothing follows the response, because the caller would take it for that of its next request.
    const requests = start.includes('\r\n\r\nPOST') ? 2 : 1;
    expect(received.match(/HTTP\/1\.1 (?!100)/g)).toHaveLength(requests);
  },
);

test('a caller that does not read its response is disconnected', async () => {
  await using server = await serve({ requestTimeout: 50 });
  const body = 'x'.repeat(1_000_000);
  for (let count = 0; count < 8; count += 1) {
    await server.sandbox.fetch('http://sandbox/v4/x', { method: 'POST', body });
  }
  const socket = connect({ port: server.port, host: '127.0.0.1' }).on('error', () => {});
  socket.write(write('GET /sandbox/calls HTTP/1.1', 'Host: localhost'));
  await once(socket, 'readable');
  await new Promise((resolve) => setTimeout(resolve, 50 * 10 + 500));
  let size = 0;
  socket.on('data', (chunk: Buffer) => (size += chunk.length));
  await new Promise((resolve) => socket.once('close', resolve));
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThan(8 * body.length);
});

test('a request that arrives after its time is not carried out', async () => {
  await using server = await serve({ requestTimeout: 200 });
  const body = '{"From_Account":"alice","To_Account":["bob"]}';
  const { pathname, search } = new URL(urlOf('deleteFriends', {}, server.url));
  const socket = connect(server.port, '127.0.0.1').on('error', () => {});
  socket.write(
    write(`POST ${pathname}${search} HTTP/1.1`, 'Host: localhost', `Content-Length: ${body.length}`),
  );
  const [response] = await once(socket, 'data');
  expect(String(response)).toContain('60008');
  socket.write(body);
  await new Promise((resolve) => socket.once('close', resolve));
  expect(server.sandbox.calls.list()).toEqual([]);
  expect(server.sandbox.state.read().accounts.alice?.friends).toHaveProperty('bob');
});

test('a request that asks for HTTP/2 in clear text is served, as the one of a Java client', async () => {
  await using server = await serve();
  const body = '{"From_Account":"alice","To_Account":["bob"]}';
  const { pathname, search } = new URL(urlOf('deleteFriends', {}, server.url));
  const head = write(
    `POST ${pathname}${search} HTTP/1.1`,
    'Connection: Upgrade, HTTP2-Settings, close',
    'Upgrade: h2c',
    'HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
    `Content-Length: ${body.length}`,
  );
  expect(bodyOf(await sendRaw(server.port, head + body))).toMatchObject({ ErrorCode: 0 });
});

test.each([
  ['names the host', (target: string) => `http://console.example${target}`],
  ['has a fragment', (target: string) => `${target}#?x=1`],
])('a target that %s is read', async (_what, change) => {
  await using server = await serve();
  const body = '{"From_Account":"alice","To_Account":["bob"]}';
  const { pathname, search } = new URL(urlOf('deleteFriends', {}, server.url));
  const head = write(`POST ${change(pathname + search)} HTTP/1.1`, close, `Content-Length: ${body.length}`);
  expect(bodyOf(await sendRaw(server.port, head + body))).toMatchObject({ ErrorCode: 0 });
});

test('a target that names the host does not lead around the guard', async () => {
  await using server = await serve();
  const head = write('POST http://localhost/sandbox/reset HTTP/1.1', 'Host: evil.example', close);
  expect(await sendRaw(server.port, head)).toMatch(/^HTTP\/1.1 403 /);
});

test('callers that reset their connection do no harm', async () => {
  await using server = await serve();
  const requests = [
    slowRequest,
    write('CONNECT a:1 HTTP/1.1', 'Host: a'),
    write('GET / HTTP/1.1', 'Connection: Upgrade', 'Upgrade: websocket'),
    'nonsense',
  ];
  for (const request of requests.flatMap((each) => Array<string>(5).fill(each))) {
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(request);
    socket.resetAndDestroy();
  }
  expect((await fetch(`${server.url}/sandbox/state`)).status).toBe(200);
});

test('a caller that continues after a rejection does no harm', async () => {
  await using server = await serve();
  const socket = connect(server.port, '127.0.0.1').on('error', () => {});
  socket.write(write('nonsense'));
  await once(socket, 'data');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(write('nonsense'));
  await closed;
  expect((await fetch(`${server.url}/sandbox/state`)).status).toBe(200);
});

test('a web page of any origin gets the response of the service', async () => {
  await using server = await serve();
  const headers = { origin: 'https://app.example' };
  const response = await fetch(urlOf('deleteFriends', {}, server.url), {
    method: 'POST',
    headers,
    body: '{}',
  });
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
});

test('a preflight of the service gets its headers and no body', async () => {
  await using server = await serve();
  const request = write('OPTIONS /v4/x HTTP/1.1', 'Access-Control-Request-Method: POST', close);
  const response = await sendRaw(server.port, request);
  expect(response).toMatch(/^HTTP\/1.1 204 /);
  expect(response).toContain('\r\nAccess-Control-Allow-Origin: *\r\n');
  expect(response).toContain('\r\nAccess-Control-Allow-Methods: POST\r\n');
  expect(response).toContain('\r\nAccess-Control-Allow-Headers: X-Requested-With, Content-Type\r\n');
  expect(response).not.toMatch(/\ncontent-/i);
  expect(server.sandbox.calls.list()).toEqual([]);
});

test.each([0, 1])('over HTTP, a body of 1 MiB and %i bytes more is read only up to 1 MiB', async (more) => {
  await using server = await serve();
  const body = '{"From_Account":"alice","To_Account":["bob"]}'.padEnd(1024 * 1024 + more);
  const response = await fetch(urlOf('deleteFriends', {}, server.url), { method: 'POST', body });
  expect(await response.json()).toMatchObject({ ErrorCode: more ? codeOf('HttpParseError') : 0 });
  expect(server.sandbox.calls.list()).toMatchObject([{ clientIp: '127.0.0.1', query: { random: '1' } }]);
});

test('a response that takes time is sent when it is ready', async () => {
  await using server = await serve({ concurrentWrites: 'conflict' });
  const body = '{"From_Account":"alice","To_Account":["bob"]}';
  const response = await fetch(urlOf('deleteFriends', {}, server.url), { method: 'POST', body });
  expect(await response.json()).toMatchObject({ ErrorCode: 0 });
  expect((await (await fetch(`${server.url}/v4/x`)).text()).length).toBeGreaterThan(0);
});

test('a handler that fails is reported as a bug of the sandbox', async () => {
  const guard = createGuard({ allowHosts: [], allowOrigins: [] });
  const decide = () => ({ limit: 1, respond: () => Promise.reject('oops') });
  const options = { decide, guard, port: 0, host: '127.0.0.1', requestTimeout: 1000 };
  const listener = await listen(options);
  const response = await fetch(listener.url);
  await listener.close();
  expect([response.status, response.headers.get('content-type')]).toEqual([500, 'text/plain']);
  expect(await response.text()).toBe('A bug in the sandbox, not a response of the service.\noops\n');
});

test('listening on a port in use fails, and closing frees the port despite open connections', async () => {
  const server = await serve({ requestTimeout: 600_000 });
  await expect(server.sandbox.listen({ port: server.port })).rejects.toThrow('EADDRINUSE');
  const caller = connect(server.port, '127.0.0.1');
  await once(caller, 'connect');
  caller.write(slowRequest);
  const end = new Promise((resolve) => caller.on('error', () => {}).once('close', resolve));
  await server.sandbox.close();
  await end;
  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
});

test.each([
  ['IPv4', '127.0.0.1', 'http://127.0.0.1:80'],
  ['IPv6', '::1', 'http://[::1]:80'],
])('the URL of an %s address', (family, address, url) => {
  expect(writeUrl({ family, address, port: 80 })).toBe(url);
});

test.each(['127.0.0.1', '127.10.20.255', '::1', 'localhost'])('the demo key is allowed on %s', (host) => {
  expect(() => requireOwnKey(host, demoKey)).not.toThrow();
});

test.each([
  '0.0.0.0',
  '::',
  '192.168.0.1',
  'example.org',
  '127.0.0',
  '127.0.0.1.example.org',
  'localhost.example.org',
  'notlocalhost',
])('listening on %s requires your own secret key', (host) => {
  expect(() => requireOwnKey(host, demoKey)).toThrow(
    `Listening on ${host} requires your own secret key, because the demo key is public. See --secret-key-file.`,
  );
  expect(() => requireOwnKey(host, 'own')).not.toThrow();
});

test('a sandbox listens on all addresses only with its own secret key', async () => {
  await using demo = createSandbox();
  await expect(demo.listen({ port: 0, host: '0.0.0.0' })).rejects.toThrow(/requires your own secret key/);
  expect((await demo.listen({ port: 0, host: 'localhost' })).port).toBeGreaterThan(0);
  await using own = createSandbox({ secretKey: 'own' });
  expect((await own.listen({ port: 0, host: '0.0.0.0' })).url).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/);
});
