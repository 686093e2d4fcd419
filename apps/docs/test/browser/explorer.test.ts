import { startMock } from '@chat-sns/mock';
import { createSandbox, demoKey } from '@chat-sns/sandbox';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
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

const verdict = (page: Page) => page.locator('[data-part="verdict"]');
const edges = (page: Page, figure: number) =>
  page
    .locator('.graphs figure')
    .nth(figure)
    .locator('[data-edge]')
    .evaluateAll((drawn) => drawn.map((edge) => edge.getAttribute('data-edge')));

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

describe('a drawing that is not current', () => {
  const figures = (page: Page) => page.locator('.graphs figure').count();

  async function openDrawn() {
    const opened = await openExplorer(sandboxUrl);
    await send(opened.page);
    await opened.page.getByText('alice no longer has bob').waitFor();
    return opened;
  }

  async function readGraph(page: Page) {
    await page.getByRole('button', { name: 'Read the graph' }).click();
    await page.locator('.graphs').getByText('Now').waitFor();
  }

  async function expectNothingDrawn(page: Page) {
    expect(await figures(page)).toBe(0);
    expect(await page.locator('.changes').textContent()).toBe('');
  }

  test('goes when target, address or operation changes, and the summary of the call with it', async () => {
    await using opened = await openDrawn();
    const { page } = opened;
    const summary = page.locator('.status');
    expect(await summary.textContent()).toMatch(/^OK/);
    await page.locator('[name="operation"]').selectOption('deleteAllFriends');
    await expectNothingDrawn(page);
    expect(await summary.textContent()).toBe('');
    for (const change of [
      () => page.getByLabel('Address', { exact: true }).fill(sandboxUrl.replace('127.0.0.1', 'localhost')),
      () => page.getByRole('radio', { name: 'Mock' }).check(),
    ]) {
      await readGraph(page);
      await change();
      await expectNothingDrawn(page);
    }
  });

  test('goes when the next read fails, and when a call is not sent', async () => {
    await using opened = await openDrawn();
    const { page } = opened;
    await page.locator('#deleteFriends-From_Account').fill('');
    await send(page);
    await expectNothingDrawn(page);
    expect(await page.locator('#result').isVisible()).toBe(false);
    await readGraph(page);
    await page.route('**/sandbox/state', (route) => route.abort());
    await page.getByRole('button', { name: 'Read the graph' }).click();
    await page.getByText('The graph could not be read').waitFor();
    await expectNothingDrawn(page);
  });

  test('is not made of a read that another one overtook', async () => {
    await using opened = await openExplorer(sandboxUrl);
    const { page } = opened;
    const late = Promise.withResolvers<void>();
    const isRead = Promise.withResolvers<void>();
    const isOver = Promise.withResolvers<void>();
    await page.route(
      '**/sandbox/state',
      async (route) => {
        const response = await route.fetch();
        isRead.resolve();
        await late.promise;
        await route.fulfill({ response }).catch(() => {});
        isOver.resolve();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Read the graph' }).click();
    await isRead.promise;
    await send(page);
    await page.getByText('alice no longer has bob').waitFor();
    late.resolve();
    await isOver.promise;
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await figures(page)).toBe(2);
    expect(await page.locator('.graph-status').textContent()).toBe('');
  });

  test('is not made for a call during which the operation changed', async () => {
    await using opened = await openExplorer(sandboxUrl);
    const { page } = opened;
    await page.route('**/v4/sns/**', async (route) => {
      await page.locator('[name="operation"]').selectOption('deleteAllFriends');
      await route.continue();
    });
    await send(page);
    await verdict(page).getByText('OK').waitFor();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await expectNothingDrawn(page);
    expect(sandbox.state.read().accounts.alice?.friends).not.toHaveProperty('bob');
  });
});

describe('the explorer', () => {
  test('sends to the mock without sending or storing the key or putting it into the address', async () => {
    await using opened = await openExplorer(mock.url);
    const { page } = opened;
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
    expect(`${seen.join()} ${kept} ${page.url()}`).not.toContain(demoKey);
    await page.reload();
    expect(await page.getByLabel('Secret key', { exact: true }).inputValue()).toBe('');
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
