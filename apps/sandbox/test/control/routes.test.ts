import { expect, test } from 'vitest';
import { type Body, type Reply, tooLarge } from '../../src/call.ts';
import { createControl } from '../../src/control/routes.ts';
import { createSandbox } from '../../src/create-sandbox.ts';
import { maxBodyBytes } from '../../src/gateway/admit.ts';

const decide = (method: string, path: string, parts = {}) =>
  createControl({ ...createSandbox(), ...parts })({ method, path, query: '', clientIp: '127.0.0.1' });

/** A request that is decided without its body. */
function request(method: string, path: string, parts = {}): Reply {
  const decision = decide(method, path, parts);
  if ('respond' in decision) throw new Error('not decided by its head');
  return decision;
}

const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

test('a response is JSON that is not cached', () => {
  expect(request('GET', '/sandbox/faults')).toEqual({
    status: 200,
    type: 'application/json',
    body: '[]\n',
    headers,
    arrives: 'whole',
  });
  expect(request('GET', '/sandbox/state').body).toMatch(/^{\n {2}"accounts": {\n/);
});

test('a change responds without a body', () => {
  expect(request('POST', '/sandbox/reset')).toMatchObject({ status: 204, body: '', headers });
});

test.each<[Body, string]>([
  [tooLarge, 'The body is too large.'],
  [{ text: '{}', problem: 'not-utf8' }, 'The body is not UTF-8.'],
  [{ text: '{' }, 'The body is not JSON.'],
])('the unreadable body %j is rejected', async (body, error) => {
  for (const [method, path] of [
    ['PUT', '/sandbox/state'],
    ['POST', '/sandbox/faults'],
  ] as const) {
    const decision = decide(method, path);
    if (!('respond' in decision)) throw new Error('decided without its body');
    const reply = await decision.respond(body);
    expect([reply.status, JSON.parse(reply.body)]).toEqual([400, { error }]);
  }
});

test('a state can be larger than the body of a call', async () => {
  const sandbox = createSandbox();
  const body = '{"accounts":{"ann":{}}}'.padEnd(2 * maxBodyBytes);
  const response = await sandbox.fetch('http://sandbox/sandbox/state', { method: 'PUT', body });
  expect(response.status).toBe(204);
  expect(Object.keys(sandbox.state.read().accounts)).toEqual(['ann']);
});

test.each([
  ['POST', '/sandbox/reset', 204],
  ['DELETE', '/sandbox/calls', 204],
  ['PUT', '/sandbox/nothing', 404],
  ['PATCH', '/sandbox/state', 405],
])('%s %s does not need a body', (method, path, status) => {
  expect(request(method, path).status).toBe(status);
});

test.each([
  [new Error('oops'), /^A bug in the sandbox: Error: oops\n\s+at /],
  ['oops', /^A bug in the sandbox: oops$/],
])('an internal error such as %s is an HTTP 500', (fault, message) => {
  const reset = () => {
    throw fault;
  };
  const reply = request('POST', '/sandbox/reset', { reset });
  expect(reply.status).toBe(500);
  expect(JSON.parse(reply.body)).toEqual({ error: expect.stringMatching(message) });
});
