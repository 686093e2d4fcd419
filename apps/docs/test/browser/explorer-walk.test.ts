import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox, demoKey } from '@chat-sns/sandbox';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { docs, fillIn, send } from './support/pages.ts';

const sandbox = createSandbox({ allowOrigins: [docs.origin], rateLimit: 1 });
const { url } = await sandbox.listen({ port: 0 });
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const statusOf = (page: Page) => page.locator('.status');
const accounts = (count: number) => Array.from({ length: count }, (_, index) => `user${index}`).join('\n');

/** As a reader does it: typed text would arrive line by line. */
async function paste(page: Page, control: Locator, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await control.press('Control+a');
  await control.press('Control+v');
}

async function openExplorer(address = url) {
  const opened = await docs.open('explorer/');
  await fillIn(opened.page, address);
  return opened;
}

test('a response is summarised where the focus is, and shown in full below', async () => {
  await using opened = await openExplorer();
  const { page } = opened;
  await send(page);
  await page
    .getByRole('status')
    .getByText(/^OK · HTTP 200 in \d+ ms$/)
    .waitFor();
  expect(await page.locator(':focus').textContent()).toBe('Send');
  await send(page);
  await page
    .getByRole('status')
    .getByText(/^Failed · 60007 RateLimited · HTTP 200 in \d+ ms$/)
    .waitFor();
  await page.locator('[data-part="verdict"]').getByText('Slow down, then retry').waitFor();
});

test('1000 accounts are sent, and for 1001 the problem names the line of the last one, blank lines counted', async () => {
  await using opened = await openExplorer();
  const { page } = opened;
  const list = page.locator('#deleteFriends-To_Account');
  const problem = page.locator('#deleteFriends-To_Account-problem');
  await paste(page, list, `\n${accounts(1001)}\n\n`);
  expect(await problem.textContent()).toBe('Line 1002: At most 1000.');
  await paste(page, list, accounts(1000));
  expect(await problem.textContent()).toBe('');
  await send(page);
  await statusOf(page).getByText('OK, but not for every account').waitFor();
  const call = sandbox.calls.list().findLast(({ operation }) => operation === 'deleteFriends');
  expect(call?.body).toMatchObject({ To_Account: { length: 1000 } });
});

test('a pasted UserSig works with blanks around it', async () => {
  await using opened = await openExplorer();
  const { page } = opened;
  const copied = page.locator('[data-copy="typescript"]');
  await expect.poll(() => copied.textContent()).toContain("userSig: 'eJ");
  const [, userSig = ''] = /userSig: '([^']+)'/.exec((await copied.textContent()) ?? '') ?? [];
  await page.getByLabel('Paste a UserSig').check();
  await page.getByLabel('UserSig', { exact: true }).fill(`  ${userSig} `);
  await send(page);
  await statusOf(page).getByText('OK · HTTP 200').waitFor();
});

test('a secret is removed when the page is left, even if the browser keeps the page for the way back', async () => {
  await using opened = await openExplorer();
  const { page } = opened;
  const secretKey = 'the key of an own app';
  await page.getByLabel('Secret key', { exact: true }).fill(secretKey);
  await page.getByLabel('Include the UserSig').check();
  await expect.poll(() => page.locator('[data-copy="curl"]').textContent()).toContain('usersig=eJ');
  // The event before a browser keeps a page aside, which a browser under test never does.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  expect(await page.getByLabel('Secret key', { exact: true }).inputValue()).toBe('');
  await expect.poll(() => page.locator('[data-copy="curl"]').textContent()).not.toContain('usersig=eJ');
  expect(await page.content()).not.toContain(secretKey);
  // On the way back the page starts with the demo app again.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  expect(await page.getByLabel('Secret key', { exact: true }).inputValue()).toBe(demoKey);
});

test('an IPv6 address leads to localhost, which reaches a server that listens on ::1 alone', async () => {
  const ipv6 = createSandbox({ allowOrigins: [docs.origin] });
  // A machine without IPv6 has only the other localhost.
  const { url: ipv6Url } = await ipv6
    .listen({ port: 0, host: '::1' })
    .catch(() => ipv6.listen({ port: 0, host: 'localhost' }));
  const { port } = new URL(ipv6Url);
  await using opened = await openExplorer(`http://[::1]:${port}`);
  const { page, complaints } = opened;
  await send(page);
  const address = page.getByLabel('Address', { exact: true });
  expect(await address.evaluate((control) => control === document.activeElement)).toBe(true);
  await page.getByText(`Use http://localhost:${port} instead`).waitFor();
  await address.fill(`http://localhost:${port}`);
  expect(await page.getByText(`Use http://localhost:${port} instead`).count()).toBe(0);
  await send(page);
  await statusOf(page).getByText('OK · HTTP 200').waitFor();
  expect(complaints).toEqual([]);
  await ipv6.close();
});

test('a server without CORS looks as if it did not respond, and the page says so', async () => {
  const silent = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  await using opened = await openExplorer(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
  const { page } = opened;
  await send(page);
  await page.getByText('A browser also hides the response of a server without CORS').waitFor();
  silent.close();
  silent.closeAllConnections();
});

test('an operation in the address that does not exist is ignored', async () => {
  await using opened = await docs.open('explorer/?operation=constructor');
  const { page, complaints } = opened;
  expect(await page.locator('[name="operation"]').inputValue()).toBe('deleteFriends');
  expect(complaints).toEqual([]);
});
