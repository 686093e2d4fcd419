import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { document, operationIds, pathOf } from './support/contract.ts';
import { plainDocs } from './support/pages.ts';

const lengthOf = async (page: Page) => (await page.locator('body').textContent())?.length ?? 0;
const pages = ['', 'errors/', 'disagreements/', ...operationIds.map((id) => `operations/${id}/`)];

// Each waits for a quiet page, so a few wait at the same time.
describe.concurrent('below a sub-path of a plain file server', () => {
  test.each(pages)('/%s opens without an error or an outside request', async (path) => {
    await using opened = await plainDocs.open(path);
    const { page, complaints } = opened;
    expect(await lengthOf(page)).toBeGreaterThan(200);
    expect(complaints).toEqual([]);
  });

  test.each(operationIds)('the Redoc reference opens at %s', async (operation) => {
    await using opened = await plainDocs.open(`reference/#operation/${operation}`);
    const { page, complaints } = opened;
    await page.getByText(pathOf(operation)).first().waitFor();
    await page.getByText('From_Account').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('the Redoc reference shows every server, and finds 31704 by its search', async () => {
    await using opened = await plainDocs.open('reference/');
    const { page, complaints } = opened;
    expect(await lengthOf(page)).toBeGreaterThan(200);
    expect(complaints).toEqual([]);
    for (const server of document.servers) await page.getByText(server.url).first().waitFor();
    // Its keys open the search of the whole site.
    await page.getByTestId('search-trigger').getByText('Search').click();
    await page.keyboard.type('31704');
    await page.getByText(/31704/).first().waitFor();
  });
});

test('the error catalogue filters while typing, and a link leads to its code', async () => {
  await using opened = await plainDocs.open('errors/');
  const { page } = opened;
  await page.getByRole('searchbox').fill('31704');
  await expect.poll(() => page.locator('[id="31704"]').isVisible()).toBe(true);
  await expect.poll(() => page.locator('[id="70001"]').isVisible()).toBe(false);
  // The page of 30001 mentions it too; the table has first sentences only.
  expect(await page.locator('tr.code').filter({ visible: true }).count()).toBe(1);
  await using linked = await plainDocs.open('errors/#31704');
  expect(await linked.page.locator('[id="31704"]').isVisible()).toBe(true);
  await linked.page.getByRole('link', { name: '31704', exact: true }).click();
  await expect.poll(linked.place).toBe('errors/31704/');
});
