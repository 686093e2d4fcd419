import { expect, test } from 'vitest';
import { createSandbox } from '../../src/create-sandbox.ts';
import { maxBodyBytes } from '../../src/gateway/admit.ts';
import type { Fault } from '../../src/observe/faults.ts';
import { urlOf } from '../support/service.ts';

const body = JSON.stringify({ From_Account: 'alice', To_Account: ['bob'] });
const ask = (sandbox: ReturnType<typeof createSandbox>, init: RequestInit = {}) =>
  sandbox.fetch(urlOf('deleteFriends'), { method: 'POST', body, ...init });

test('an answer carries the headers that it has over HTTP', async () => {
  const { headers } = await ask(createSandbox());
  expect(Object.fromEntries(headers)).toEqual({
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'X-Requested-With, Content-Type',
  });
});

test('a dropped connection is the TypeError of fetch, with its cause', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'drop' });
  await expect(ask(sandbox)).rejects.toMatchObject({
    name: 'TypeError',
    message: 'fetch failed',
    cause: { message: 'other side closed' },
  });
});

test('of a truncated answer one half arrives before the connection breaks', async () => {
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

test('the answer of a gateway is HTML', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'bad-gateway' });
  const response = await ask(sandbox);
  expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html']);
});

test.each<[Fault, string]>([
  [{ kind: 'drop' }, 'never'],
  [{ kind: 'truncate' }, 'half'],
  [{ kind: 'bad-gateway' }, 'whole'],
])('%j is remembered as an answer of which %s arrived', async (fault, arrived) => {
  const sandbox = createSandbox();
  sandbox.faults.add(fault);
  await ask(sandbox).catch(() => {});
  expect(sandbox.calls.list()).toMatchObject([{ arrived }]);
});

test('a caller who had given up before calls nobody', async () => {
  const sandbox = createSandbox();
  await expect(ask(sandbox, { signal: AbortSignal.abort(new Error('gave up')) })).rejects.toThrow('gave up');
  expect(sandbox.calls.list()).toEqual([]);
});

test('a delay takes its time', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'delay', milliseconds: 30 });
  const start = performance.now();
  expect((await ask(sandbox)).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(28);
});

test.each([
  [maxBodyBytes, 'a body of 1 MiB is read'],
  [maxBodyBytes + 1, 'a longer one is not'],
])('%i bytes: %s', async (length) => {
  const sandbox = createSandbox();
  const body = '{"From_Account":"alice","To_Account":["bob"]}'.padEnd(length);
  const response = await sandbox.fetch(urlOf('deleteFriends'), { method: 'POST', body });
  const fits = length === maxBodyBytes;
  expect(await response.json()).toMatchObject({ ActionStatus: fits ? 'OK' : 'FAIL' });
  const read = { From_Account: 'alice', To_Account: ['bob'] };
  expect(sandbox.calls.list()[0]?.body).toEqual(fits ? read : null);
});
