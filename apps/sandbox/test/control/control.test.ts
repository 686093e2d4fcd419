import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { createSandbox, type SandboxOptions } from '../../src/create-sandbox.ts';
import { sendRaw } from '../support/raw-request.ts';
import { call, urlOf } from '../support/service.ts';

async function serve(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ port: 0, ...options });
  const { url } = await sandbox.listen();
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return { sandbox, url, ask, [Symbol.asyncDispose]: sandbox.close };
}

test('the state is read, replaced and reset', async () => {
  await using server = await serve();
  const { ask, sandbox } = server;
  const first = await (await ask('GET', '/sandbox/state')).json();
  expect(first).toEqual(sandbox.state.read());
  const next = { accounts: { ann: { friends: { '@RBT#001': {} } }, '@RBT#001': {} } };
  expect((await ask('PUT', '/sandbox/state', next)).status).toBe(204);
  expect(Object.keys(sandbox.state.read().accounts)).toEqual(['ann', '@RBT#001']);
  expect((await ask('POST', '/sandbox/reset')).status).toBe(204);
  expect(sandbox.state.read()).toEqual(first);
});

test('faults are queued, listed and cleared', async () => {
  await using server = await serve();
  const { ask } = server;
  expect((await ask('POST', '/sandbox/faults', { kind: 'drop' })).status).toBe(204);
  expect(await (await ask('GET', '/sandbox/faults')).json()).toEqual([{ kind: 'drop' }]);
  expect((await ask('DELETE', '/sandbox/faults')).status).toBe(204);
  expect(await (await ask('GET', '/sandbox/faults')).json()).toEqual([]);
});

test('calls and webhooks are read and cleared, the usersig masked', async () => {
  await using server = await serve();
  const { ask, url } = server;
  const body = { From_Account: 'alice', To_Account: ['bob'] };
  const target = urlOf('deleteFriends', {}, url);
  await fetch(target, { method: 'POST', body: JSON.stringify(body) });
  await fetch(`${url}/v4/x?UserSig=secret`, { method: 'POST', body: '{' });
  const text = await (await ask('GET', '/sandbox/calls')).text();
  expect(text).not.toContain(new URL(target).searchParams.get('usersig'));
  expect(text).not.toContain('secret');
  expect(JSON.parse(text)).toMatchObject([
    {
      operation: 'deleteFriends',
      query: { usersig: '***', random: '1' },
      body,
      status: 200,
      response: { ErrorCode: 0 },
    },
    { operation: null, path: '/v4/x', body: '{', response: { ActionStatus: 'FAIL' } },
  ]);
  expect(await (await ask('GET', '/sandbox/webhooks')).json()).toMatchObject([
    {
      outcome: 'not-configured',
      url: null,
      body: { PairList: [{ From_Account: 'alice', To_Account: 'bob' }] },
    },
  ]);
  for (const path of ['/sandbox/calls', '/sandbox/webhooks']) {
    expect((await ask('DELETE', path)).status).toBe(204);
    expect(await (await ask('GET', path)).json()).toEqual([]);
  }
});

test('calls are listed however deep their bodies are', async () => {
  await using server = await serve();
  const body = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  await fetch(urlOf('deleteFriends', {}, server.url), { method: 'POST', body });
  const response = await server.ask('GET', '/sandbox/calls');
  expect([response.status, await response.json()]).toEqual([200, [expect.objectContaining({ body })]]);
});

test.each([
  ['PUT', '/sandbox/state', '{}', 400, /accounts/],
  ['POST', '/sandbox/faults', '{"kind":"dorp"}', 400, /kind must be one of code, .*drop, .* not "dorp"/],
  ['PUT', '/sandbox/webhooks', '{"url":"http://evil"}', 405, /GET or DELETE/],
])('%s %s with %s is rejected with %i', async (method, path, body, status, message) => {
  await using server = await serve();
  const response = await server.ask(method, path, body);
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error: expect.stringMatching(message) });
});

/** Sends a request with any Host, which fetch does not allow. */
function askAs(url: string, headers: Record<string, string>, method = 'POST', path = '/sandbox/reset') {
  return new Promise<{ status: number | undefined; allowed: string | undefined }>((resolve, reject) => {
    const outgoing = request(`${url}${path}`, { method, headers }, (response) => {
      response
        .resume()
        .on('end', () =>
          resolve({ status: response.statusCode, allowed: response.headers['access-control-allow-origin'] }),
        );
    });
    outgoing.on('error', reject).end();
  });
}

test.each([
  ['a Host rebound to this machine', { host: 'evil.example:4020' }],
  ['a page of another origin', { origin: 'https://evil.example' }],
  ['a page of another site without an Origin', { 'sec-fetch-site': 'cross-site' }],
])('%s cannot use the control interface', async (_who, headers) => {
  await using server = await serve();
  await call(server.sandbox, 'deleteFriends', { From_Account: 'alice', To_Account: ['bob'] });
  expect(await askAs(server.url, headers)).toEqual({ status: 403, allowed: undefined });
  expect(await askAs(server.url, headers, 'GET', '/sandbox/state')).toEqual({
    status: 403,
    allowed: undefined,
  });
  expect(await askAs(server.url, headers, 'OPTIONS')).toEqual({ status: 403, allowed: undefined });
  expect(server.sandbox.calls.list()).toHaveLength(1);
});

test.each([
  ['PUT /sandbox/state', 'Origin: https://evil.example', 403],
  ['POST /sandbox/faults', 'Sec-Fetch-Site: cross-site', 403],
  ['PUT /sandbox/state', 'Host: evil.example', 403],
  ['PUT /sandbox/nothing', 'Host: localhost', 404],
  ['PATCH /sandbox/state', 'Host: localhost', 405],
  ['POST /sandbox/reset', 'Host: localhost', 204],
])('%s with %s is decided before its body arrives', async (line, header, status) => {
  await using server = await serve({ requestTimeout: 60_000 });
  const host = header.startsWith('Host') ? '' : 'Host: localhost\r\n';
  for (const expectation of ['', 'Expect: 100-continue\r\n']) {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(`${line} HTTP/1.1\r\n${host}${header}\r\n${expectation}Content-Length: 125829120\r\n\r\n`);
    const [response] = await once(socket, 'data');
    expect(String(response)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    socket.destroy();
  }
});

test('a document whose sender waits for leave to send it is read', async () => {
  await using server = await serve();
  const body = '{"accounts":{"ann":{}}}';
  const status = await new Promise((resolve) => {
    const headers = { expect: '100-continue', 'content-length': body.length };
    const outgoing = request(`${server.url}/sandbox/state`, { method: 'PUT', headers });
    outgoing.on('continue', () => outgoing.end(body));
    outgoing.on('response', (response) => resolve(response.resume().statusCode));
  });
  expect(status).toBe(204);
  expect(server.sandbox.state.read().accounts).toEqual({ ann: { friends: {}, lists: [], sequence: 0 } });
});

test('a request without a Host can use the service but not the control interface', async () => {
  await using server = await serve();
  const port = Number(new URL(server.url).port);
  expect(await sendRaw(port, 'POST /sandbox/reset HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 403 /);
  expect(await sendRaw(port, 'POST /v4/x HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /);
});

test('allowed Hosts and Origins can use the control interface', async () => {
  const origin = 'http://127.0.0.1:4000';
  await using server = await serve({ allowHosts: ['Sandbox.local'], allowOrigins: [origin] });
  expect(await askAs(server.url, { host: 'sandbox.local:4020' })).toMatchObject({ status: 204 });
  expect(await askAs(server.url, { origin })).toEqual({ status: 204, allowed: origin });
  expect(await askAs(server.url, { origin }, 'OPTIONS')).toEqual({ status: 204, allowed: origin });
});
