import { expect, test } from 'vitest';
import { createSandbox } from '../../src/create-sandbox.ts';
import { maxBodyBytes } from '../../src/gateway/admit.ts';
import type { Fault } from '../../src/observe/faults.ts';
import { urlOf } from '../support/service.ts';

const body = JSON.stringify({ From_Account: 'alice', To_Account: ['bob'] });
const ask = (sandbox: ReturnType<typeof createSandbox>, init: RequestInit = {}) =>
  sandbox.fetch(urlOf('deleteFriends'), { method: 'POST', body, ...init });

test('a response has the headers that it has over HTTP', async () => {
  const { headers } = await ask(createSandbox());
  expect(Object.fromEntries(headers)).toEqual({
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'X-Requested-With, Content-Type',
  });
});

test('a dropped connection fails with the TypeError of fetch and its cause', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'drop' });
  await expect(ask(sandbox)).rejects.toMatchObject({
    name: 'TypeError',
    message: 'fetch failed',
    cause: { message: 'other side closed' },
  });
});

test('half of a truncated response arrives before the connection breaks', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'truncate' });
  const reader = (await ask(sandbox)).body?.getReader();
  const whole = '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"0","ErrorDisplay":""}';
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe(whole.slice(0, whole.length / 2));
  await expect(reader?.read()).rejects.toMatchObject({
    name: 'TypeError',
    message: 'terminated',
    cause: { message: 'other side closed' },
  });
});

test('the response of a bad gateway is HTML', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'bad-gateway' });
  const response = await ask(sandbox);
  expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html']);
});

test.each<[Fault, string]>([
  [{ kind: 'drop' }, 'never'],
  [{ kind: 'truncate' }, 'half'],
  [{ kind: 'bad-gateway' }, 'whole'],
])('the call of %j is recorded with arrived: %s', async (fault, arrived) => {
  const sandbox = createSandbox();
  sandbox.faults.add(fault);
  await ask(sandbox).catch(() => {});
  expect(sandbox.calls.list()).toMatchObject([{ arrived }]);
});

test('a signal that is already aborted makes no call', async () => {
  const sandbox = createSandbox();
  await expect(ask(sandbox, { signal: AbortSignal.abort(new Error('gave up')) })).rejects.toThrow('gave up');
  expect(sandbox.calls.list()).toEqual([]);
});

test('a delay delays the response', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'delay', milliseconds: 30 });
  const start = performance.now();
  expect((await ask(sandbox)).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(28);
});

test.each([
  [maxBodyBytes, 'is read'],
  [maxBodyBytes + 1, 'is too large'],
])('a body of %i bytes %s', async (length) => {
  const sandbox = createSandbox();
  const body = '{"From_Account":"alice","To_Account":["bob"]}'.padEnd(length);
  const response = await sandbox.fetch(urlOf('deleteFriends'), { method: 'POST', body });
  const fits = length === maxBodyBytes;
  expect(await response.json()).toMatchObject({ ActionStatus: fits ? 'OK' : 'FAIL' });
  const read = { From_Account: 'alice', To_Account: ['bob'] };
  expect(sandbox.calls.list()[0]?.body).toEqual(fits ? read : null);
});
