import { expect, test } from 'vitest';
import { type Body, tooLarge } from '../../src/call.ts';
import { createControl } from '../../src/control/routes.ts';
import { createSandbox } from '../../src/create-sandbox.ts';
import { maxBodyBytes } from '../../src/gateway/admit.ts';

const ask = (method: string, path: string, body: Body = { text: '' }, parts = {}) =>
  createControl({ ...createSandbox(), ...parts })({ method, path, query: '', body, clientIp: '127.0.0.1' });

const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

test('an answer is JSON that nobody keeps', () => {
  expect(ask('GET', '/sandbox/faults')).toEqual({
    status: 200,
    type: 'application/json',
    body: '[]\n',
    headers,
    arrives: 'whole',
  });
  expect(ask('GET', '/sandbox/state').body).toMatch(/^{\n {2}"accounts": {\n/);
});

test('what is done has nothing to say', () => {
  expect(ask('POST', '/sandbox/reset')).toMatchObject({ status: 204, body: '', headers });
});

test.each<[Body, string]>([
  [tooLarge, 'The body is too large.'],
  [{ text: '{}', problem: 'not-utf8' }, 'The body is not UTF-8.'],
  [{ text: '{' }, 'The body is not JSON.'],
])('a body that cannot be read, as %j, is told off', (body, error) => {
  for (const [method, path] of [
    ['PUT', '/sandbox/state'],
    ['POST', '/sandbox/faults'],
  ] as const) {
    const reply = ask(method, path, body);
    expect([reply.status, JSON.parse(reply.body)]).toEqual([400, { error }]);
  }
});

test('a state may be larger than the body of any call', async () => {
  const sandbox = createSandbox();
  const body = '{"accounts":{"ann":{}}}'.padEnd(2 * maxBodyBytes);
  const response = await sandbox.fetch('http://sandbox/sandbox/state', { method: 'PUT', body });
  expect(response.status).toBe(204);
  expect(Object.keys(sandbox.state.read().accounts)).toEqual(['ann']);
});

test('a body that nobody asked for is not looked at', () => {
  expect(ask('POST', '/sandbox/reset', tooLarge).status).toBe(204);
});

test.each([
  [new Error('oops'), /^A bug in the sandbox: Error: oops\n\s+at /],
  ['oops', /^A bug in the sandbox: oops$/],
])('what goes wrong inside, as %s, is not put down to the caller', (fault, message) => {
  const reset = () => {
    throw fault;
  };
  const reply = ask('POST', '/sandbox/reset', { text: '' }, { reset });
  expect(reply.status).toBe(500);
  expect(JSON.parse(reply.body)).toEqual({ error: expect.stringMatching(message) });
});
