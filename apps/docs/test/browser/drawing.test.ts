import { createSandbox } from '@chat-sns/sandbox';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { docs, fillIn, send } from './support/pages.ts';

const sandbox = createSandbox({ allowOrigins: [docs.origin] });
const { url: sandboxUrl } = await sandbox.listen({ port: 0 });
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

async function openExplorer() {
  const opened = await docs.open('explorer/');
  await fillIn(opened.page, sandboxUrl);
  return opened;
}

describe('a drawing that is not current', () => {
  const figures = (page: Page) => page.locator('.graphs figure').count();

  async function openDrawn() {
    const opened = await openExplorer();
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
    await using opened = await openExplorer();
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
    await using opened = await openExplorer();
    const { page } = opened;
    await page.route('**/v4/sns/**', async (route) => {
      await page.locator('[name="operation"]').selectOption('deleteAllFriends');
      await route.continue();
    });
    await send(page);
    await page.locator('[data-part="verdict"]').getByText('OK').waitFor();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await expectNothingDrawn(page);
    expect(sandbox.state.read().accounts.alice?.friends).not.toHaveProperty('bob');
  });
});
