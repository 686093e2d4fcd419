import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import type { Decision } from '../../src/call.ts';
import { createGuard, isControlPath } from '../../src/control/guard.ts';
import { createJsonReply } from '../../src/control/json.ts';

const origin = 'http://127.0.0.1:4000';
const guard = createGuard({ allowHosts: ['Sandbox.local'], allowOrigins: [origin] });
const behind = createJsonReply(200, { a: 1 });

function ask(headers: IncomingHttpHeaders, method = 'POST'): { reply: Decision; passed: number } {
  let passed = 0;
  const reply = guard({ headers: { host: 'localhost', ...headers }, method } as IncomingMessage, () => {
    passed += 1;
    return behind;
  });
  return { reply, passed };
}

const siteHint = 'Pages of other sites cannot use the control interface.';
const originHint = 'is not allowed. Allow it with --allow-origin.';
const hostHint = 'is not allowed. Use a loopback name, or allow it with --allow-host.';
test.each([
  ['no Host', { host: undefined }, `Host (none) ${hostHint}`],
  ['an unknown Host', { host: 'evil.example' }, `Host evil.example ${hostHint}`],
  ['an unknown Host with a port', { host: 'localhost:1:2' }, `Host localhost:1:2 ${hostHint}`],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }, siteHint],
  ['a page of a sibling site', { 'sec-fetch-site': 'same-site' }, siteHint],
  [
    'a page of another origin',
    { origin: 'https://evil.example' },
    `Origin https://evil.example ${originHint}`,
  ],
  [
    'a page of another local port',
    { origin: 'http://127.0.0.1:1' },
    `Origin http://127.0.0.1:1 ${originHint}`,
  ],
  ['a sandboxed page', { origin: 'null' }, `Origin null ${originHint}`],
])('%s is rejected with the reason', (_what, headers, error) => {
  expect(ask(headers)).toEqual({ reply: createJsonReply(403, { error }), passed: 0 });
});

test.each([
  ['a program that is not a browser', {}],
  ['a page of the sandbox itself', { 'sec-fetch-site': 'same-origin' }],
  ['the address bar', { 'sec-fetch-site': 'none' }],
  ['an allowed Host in any case', { host: 'SANDBOX.local:4020' }],
  ['localhost in any case', { host: 'LOCALHOST' }],
  ['an IPv6 loopback address', { host: '[::1]:4020' }],
])('%s is allowed, and the response is unchanged', (_what, headers) => {
  expect(ask(headers)).toEqual({ reply: behind, passed: 1 });
});

test('an allowed page gets CORS headers', () => {
  const headers = {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'GET, PUT, POST, DELETE',
    'Access-Control-Allow-Headers': 'Content-Type',
    Vary: 'Origin',
  };
  expect(ask({ origin })).toEqual({ reply: { ...behind, headers }, passed: 1 });
  expect(ask({ origin }, 'OPTIONS')).toEqual({ reply: { ...createJsonReply(204), headers }, passed: 0 });
});

test('an allowed page gets CORS headers for a request whose body is read', async () => {
  const respond = () => behind;
  const decision = guard(
    { headers: { host: 'localhost', origin }, method: 'PUT' } as IncomingMessage,
    () => ({
      limit: 7,
      respond,
    }),
  );
  if (!('respond' in decision)) throw new Error('decided without the body');
  expect(decision.limit).toBe(7);
  const { reply } = ask({ origin });
  expect(await decision.respond({ text: '' })).toEqual(reply);
});

test('the control interface is /sandbox and everything below it', () => {
  const paths = ['/sandbox', '/sandbox/', '/sandbox/state', '/sandboxes', '/v4/sandbox/state', '/'];
  expect(paths.map(isControlPath)).toEqual([true, true, true, false, false, false]);
});
