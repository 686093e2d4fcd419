import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startMock } from '@chat-sns/mock';
import { createSandbox } from '@chat-sns/sandbox';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { addresses } from '../../src/browser/explorer/data.ts';
import { catalogue } from './support/contract.ts';
import { docs, fillIn, send, takeScreenshot } from './support/pages.ts';

const mock = await startMock({ port: 0 });
const sandbox = createSandbox({ allowOrigins: [docs.origin] });
const { url: sandboxUrl } = await sandbox.listen({ port: 0 });
const closed = createSandbox();
const { url: closedUrl } = await closed.listen({ port: 0 });
beforeEach(() => sandbox.reset());
afterAll(async () => {
  for (const server of [mock, sandbox, closed]) await server.close();
});

async function openExplorer(address: string, operation = 'deleteFriends') {
  const opened = await docs.open(`explorer/?operation=${operation}`);
  await fillIn(opened.page, address);
  return opened;
}

/** The command of the sandbox as a process of its own. */
async function startSandboxCommand(flags: string[]) {
  const cli = fileURLToPath(import.meta.resolve('@chat-sns/sandbox/package.json')).replace(
    'package.json',
    'dist/cli.js',
  );
  const child = spawn(process.execPath, [cli, ...flags, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) =>
    child.stdout.on('data', (text) => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(text)) ?? [];
      if (found) resolve(found);
    }),
  );
  return { url, [Symbol.dispose]: () => child.kill() };
}

const verdict = (page: Page) => page.locator('[data-part="verdict"]');
const edges = (page: Page, figure: number) =>
  page
    .locator('.graphs figure')
    .nth(figure)
    .locator('[data-edge]')
    .evaluateAll((drawn) => drawn.map((edge) => edge.getAttribute('data-edge')));

/** The page knows the default ports; this run has others. `undefined` stands for a port on which nobody listens. */
async function redirect(page: Page, from: string, to: () => string | undefined) {
  await page.route(`${from}/**`, (route) => {
    const address = to();
    const url = route.request().url();
    return address ? route.continue({ url: url.replace(from, address) }) : route.abort('connectionrefused');
  });
}

describe('the first call', () => {
  test('needs one click, and the command that the page names when nothing listens', async () => {
    await using opened = await docs.open('explorer/');
    const { page } = opened;
    const { sandbox: address } = addresses;
    let started: string | undefined;
    await redirect(page, address, () => started);
    await page.getByText("the demo key in the vendor's public UserSig libraries").waitFor();
    await send(page);
    await verdict(page).getByText(`Nothing seems to listen at ${address}`).waitFor();
    expect(await verdict(page).locator('.explained').count()).toBe(0);
    await verdict(page).getByRole('button', { name: 'Copy code' }).click();
    await verdict(page).getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const [npx, name, ...flags] = copied.split(' ');
    expect([npx, name]).toEqual(['npx', 'chat-sns-sandbox']);
    using server = await startSandboxCommand(flags);
    started = server.url;
    await send(page);
    await page.getByText('alice no longer has bob').waitFor();
    expect(await page.locator('.status').textContent()).toMatch(/^OK · HTTP 200/);
  });

  test('with another app stays as it is when the page is left and opened again', async () => {
    await using opened = await docs.open('explorer/');
    const { page } = opened;
    await page.getByLabel('App id').fill('1400000001');
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    expect(await page.getByLabel('Secret key', { exact: true }).inputValue()).toBe('');
  });
});

describe('the explorer with the sandbox', () => {
  test('deletes a friend on both sides and draws the change', async () => {
    await using opened = await openExplorer(sandboxUrl);
    const { page, complaints } = opened;
    await page.locator('#deleteFriends-DeleteType').selectOption('Delete_Type_Both');
    await send(page);
    await page.getByText('alice no longer has bob').waitFor();
    await page.getByText('bob no longer has alice').waitFor();
    expect(await edges(page, 0)).toEqual(expect.arrayContaining(['alice bob', 'bob alice']));
    const after = await edges(page, 1);
    expect(after).not.toContain('alice bob');
    expect(after).not.toContain('bob alice');
    expect(await page.locator('.edge.gone').count()).toBe(2);
    expect(sandbox.state.read().accounts.alice?.friends).not.toHaveProperty('bob');
    expect(await verdict(page).textContent()).toMatch(/^OK HTTP 200 in \d+ ms/);
    await takeScreenshot(page, `explorer-sandbox`, true);

    await send(page);
    await page.getByText('31704 NotFriend').waitFor();
    await page.getByText('The call changed nothing.').waitFor();
    expect(await verdict(page).textContent()).toMatch(/^OK, nothing left to delete/);

    await page.getByRole('button', { name: 'Reset the sandbox' }).click();
    await page.getByText('The sandbox is in its initial state.').waitFor();
    expect(await edges(page, 0)).toContain('alice bob');
    await send(page);
    await page.getByText('alice no longer has bob').waitFor();
    expect(complaints).toEqual([]);
  });

  test('one-way keeps the other direction', async () => {
    await using opened = await openExplorer(sandboxUrl);
    const { page } = opened;
    await page.locator('#deleteFriends-DeleteType').selectOption('Delete_Type_Single');
    await send(page);
    await page.getByText('alice no longer has bob').waitFor();
    expect(await edges(page, 1)).toContain('bob alice');
    expect(await edges(page, 1)).not.toContain('alice bob');
  });

  test('deletes a list and keeps its members as friends', async () => {
    await using opened = await openExplorer(sandboxUrl, 'deleteFriendLists');
    const { page } = opened;
    await send(page);
    await page.getByText('alice no longer has the list family').waitFor();
    expect(await edges(page, 1)).toContain('alice bob');
  });

  test('explains 70009 for a wrong key and links to the catalogue', async () => {
    await using opened = await openExplorer(sandboxUrl);
    const { page } = opened;
    await page.getByLabel('Secret key', { exact: true }).fill('the key of another app');
    await send(page);
    await page.getByText('ChatApiError: 70009 UserSigWrongKey').waitFor();
    const entry = catalogue.find(({ code }) => code === 70009);
    await page.getByText(entry?.meaning ?? '').waitFor();
    await page.getByText(entry?.action ?? '').waitFor();
    await page.getByRole('link', { name: 'More about 70009' }).click();
    await page.waitForURL('**/errors/70009/');
  });

  test('names the option that lets the page in when a sandbox refuses it', async () => {
    await using opened = await openExplorer(closedUrl);
    const { page } = opened;
    await page.getByRole('button', { name: 'Read the graph' }).click();
    await page.getByText(`--allow-origin ${docs.origin}`).waitFor();
  });
});

describe('the explorer', () => {
  test('sends to the mock without sending or storing the key or putting it into the address', async () => {
    await using opened = await openExplorer(mock.url);
    const { page } = opened;
    const secretKey = 'the key of an own app';
    await page.getByLabel('Secret key', { exact: true }).fill(secretKey);
    const seen: string[] = [];
    page.on('request', (request) =>
      seen.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`),
    );
    await send(page);
    await verdict(page).getByText('OK').waitFor();
    expect(mock.calls().at(-1)).toMatchObject({
      operation: 'deleteFriends',
      body: { From_Account: 'alice', To_Account: ['bob'] },
    });
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(`${seen.join()} ${kept} ${page.url()}`).not.toContain(secretKey);
    await page.reload();
    expect(await page.getByLabel('Secret key', { exact: true }).inputValue()).not.toBe(secretKey);
  });

  test('cannot send to another machine, whatever its script does', async () => {
    await using opened = await docs.open('explorer/');
    const blocked = await opened.page.evaluate(async () => {
      const seen = new Set<string>();
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        seen.add(`${effectiveDirective} ${blockedURI}`),
      );
      await fetch('http://192.0.2.1/key').catch(() => {});
      await new Promise((resolve) =>
        Object.assign(new Image(), { onerror: resolve, src: 'http://192.0.2.1/key' }),
      );
      return [...seen];
    });
    expect(blocked).toEqual(['connect-src http://192.0.2.1/key', 'img-src http://192.0.2.1/key']);
  });

  test('says what is wrong while typing, counts bytes, and does not send', async () => {
    await using opened = await openExplorer(mock.url, 'deleteFriendLists');
    const { page } = opened;
    const calls = mock.calls().length;
    await page.locator('#deleteFriendLists-From_Account').fill('no spaces please');
    await page.getByText('Letters, digits, _ and - only.').waitFor();
    await page.locator('#deleteFriendLists-GroupName').fill('good\n가나다라마바사아자차카');
    await page.getByText('Line 2: At most 30 bytes of UTF-8.').waitFor();
    await send(page);
    expect(await page.locator(':focus').getAttribute('id')).toBe('deleteFriendLists-From_Account');
    expect(mock.calls().length).toBe(calls);
    await page.getByLabel('Send it even if it breaks a limit').check();
    await send(page);
    await verdict(page).getByText('30001 InvalidParameter').waitFor();
  });

  test('reports a failure without a response, and refuses an address that is not on this machine', async () => {
    await using opened = await openExplorer('http://127.0.0.1:9');
    const { page } = opened;
    await send(page);
    await page.getByText('No response from http://127.0.0.1:9').waitFor();
    await page.getByLabel('Address', { exact: true }).fill('https://example.com');
    await send(page);
    await page
      .getByText('Must be an address on this machine: http://127.0.0.1 or http://localhost')
      .waitFor();
  });
});
