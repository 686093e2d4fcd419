import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './support/browser.ts';
import { document, operationIds, pathOf, repository } from './support/contract.ts';
import { serveFolder } from './support/serve-folder.ts';

const site = await serveFolder(new URL('apps/docs/dist/', repository), '/some/sub-path/');
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site.close();
});

/** Opens a page and notes what a reader would never see: errors, and requests to anybody else. */
async function open(path: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site.url) && !/^(data|blob|about):/.test(url)) complaints.push(`asks ${url}`);
  });
  await page.goto(site.url + path, { waitUntil: 'networkidle' });
  return { page, complaints };
}

const text = (page: Page) => page.locator('body').textContent();
const pages = [
  '',
  'reference/',
  'errors/',
  'disagreements/',
  ...operationIds.map((id) => `operations/${id}/`),
];

test.each(pages)(
  '/%s opens from a plain file server below a sub-path, without an error or an outside request',
  async (path) => {
    const { page, complaints } = await open(path);
    expect((await text(page))?.length ?? 0).toBeGreaterThan(200);
    expect(complaints).toEqual([]);
  },
);

describe('the Redoc reference', () => {
  test.each(operationIds)('shows %s', async (operation) => {
    const { page, complaints } = await open(`reference/#operation/${operation}`);
    await page.getByText(pathOf(operation)).first().waitFor();
    await page.getByText('From_Account').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('shows every server', async () => {
    const { page } = await open('reference/');
    for (const server of document.servers) await page.getByText(server.url).first().waitFor();
  });

  test('finds 31704 by its search', async () => {
    const { page } = await open('reference/');
    await page.getByTestId('search-trigger').getByText('Search').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('31704');
    await page.getByText(/31704/).first().waitFor();
  });
});

test('the error catalogue filters as one types, and a link leads to its code', async () => {
  const { page } = await open('errors/');
  await page.getByRole('searchbox').fill('31704');
  await expect.poll(() => page.locator('[id="31704"]').isVisible()).toBe(true);
  await expect.poll(() => page.locator('[id="70001"]').isVisible()).toBe(false);
  const { page: linked } = await open('errors/#31704');
  expect(await linked.locator('[id="31704"]').isVisible()).toBe(true);
});
