import { expect, test } from 'vitest';
import { createSandbox } from '../../src/create-sandbox.ts';
import { createWindow } from '../../src/gateway/limits.ts';
import { type Envelope, urlOf } from '../support/service.ts';

test('allows as many as the limit in any span, even when the clock starts at 0', () => {
  let time = 0;
  const allow = createWindow(2, 10, () => time);
  const at = (when: number) => {
    time = when;
    return allow();
  };
  expect([at(0), at(3), at(9), at(10), at(12), at(13)]).toEqual([true, true, false, true, false, true]);
});

test('a limit of 0 allows everything', () => {
  const allow = createWindow(0, 10, () => 0);
  expect([allow(), allow(), allow()]).toEqual([true, true, true]);
});

test('a system clock that steps back by an hour leaves the limit of a second as it is', async () => {
  const realNow = Date.now;
  let stepped = 0;
  Date.now = () => realNow() - stepped;
  const sandbox = createSandbox({ rateLimit: 2, state: { accounts: { ann: {} } } });
  const attempt = async () => {
    const body = JSON.stringify({ From_Account: 'ann' });
    const response = await sandbox.fetch(urlOf('deleteAllFriends'), { method: 'POST', body });
    return ((await response.json()) as Envelope).ErrorCode;
  };
  try {
    expect([await attempt(), await attempt()]).toEqual([0, 0]);
    stepped = 3_600_000;
    await expect.poll(attempt, { timeout: 20_000 }).toBe(0);
  } finally {
    Date.now = realNow;
  }
});

test('a clock that steps back blocks nothing for longer than the span', () => {
  let time = 3_600_000;
  const allow = createWindow(2, 10, () => time);
  expect([allow(), allow(), allow()]).toEqual([true, true, false]);
  time = 0;
  expect([allow(), allow(), allow()]).toEqual([true, true, false]);
  time = 10;
  expect(allow()).toBe(true);
});
