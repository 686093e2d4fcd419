import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './support/browser.ts';
import { operationIds, repository } from './support/contract.ts';
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

async function open(path: string, options: { javaScriptEnabled?: boolean; width?: number } = {}) {
  const { javaScriptEnabled = true, width = 1200 } = options;
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site.url) && !/^(data|blob|about):/.test(url)) complaints.push(`asks ${url}`);
  });
  await page.goto(site.url + path, { waitUntil: 'networkidle' });
  const place = () => page.url().slice(site.url.length);
  return { page, complaints, place };
}

const pages = [
  '',
  'operations/',
  ...operationIds.map((id) => `operations/${id}/`),
  'webhooks/friendDeleted/',
  'errors/',
  'disagreements/',
  'sources/',
  'claims/',
  'reference/',
];

describe.each(pages)('the Korean page /%s', (path) => {
  test('is marked as Korean and as a machine translation, without an error or an outside request', async () => {
    const { page, complaints } = await open(`ko/${path}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    await page.getByText('기계 번역').first().waitFor();
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text.match(/[가-힣]/g)?.length ?? 0).toBeGreaterThan(100);
    expect(complaints).toEqual([]);
    // Two ranges written as 1~30 would strike out what stands between them.
    expect(await page.locator('del').count()).toBe(0);
  });

  test('does not scroll sideways on a phone', async () => {
    const { page } = await open(`ko/${path}`, { width: 360 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });
});

describe('the language switch', () => {
  test.each([
    ['errors/#31704', 'ko/errors/#31704'],
    ['errors/?q=timeout#60008', 'ko/errors/?q=timeout#60008'],
    ['operations/deleteFriends/#codes', 'ko/operations/deleteFriends/#codes'],
  ])('leads from %s to %s and back', async (english, korean) => {
    const { page, place } = await open(english);
    await page.getByRole('link', { name: '한국어' }).click();
    await expect.poll(place).toBe(korean);
    await page.getByRole('link', { name: 'English', exact: true }).click();
    await expect.poll(place).toBe(english);
  });

  test('takes an anchor along that was reached on the page, by keyboard too', async () => {
    const { page, place } = await open('operations/deleteFriends/');
    await page.locator('nav.on-page a').last().click();
    const [, anchor] = place().split('#');
    expect(anchor).toBeTruthy();
    await page.getByRole('link', { name: '한국어' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(place).toBe(`ko/operations/deleteFriends/#${anchor}`);
  });

  test('leads to the same page without JavaScript', async () => {
    const { page, place } = await open('errors/#31704', { javaScriptEnabled: false });
    await page.getByRole('link', { name: '한국어' }).click();
    await expect.poll(place).toBe('ko/errors/');
  });

  test('keeps the operation that the Redoc reference shows', async () => {
    const { page, place } = await open('reference/#operation/deleteFriends');
    await page.getByText('/v4/sns/friend_delete').first().waitFor();
    const shown = place();
    await page.getByRole('link', { name: '한국어' }).click();
    await expect.poll(place).toBe(`ko/${shown}`);
    await page.getByText('계정의 친구 삭제').first().waitFor();
  });
});

test('links between Korean pages stay in Korean, and links to English pages say so', async () => {
  const { page } = await open('ko/operations/deleteFriends/');
  const hrefs = await page
    .locator('main a[href*="errors/"]')
    .evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href));
  expect(hrefs.filter((href) => !href.includes('/ko/'))).toEqual([]);
  expect(await page.getByRole('link', { name: 'Guides' }).first().getAttribute('hreflang')).toBe('en');
});

test('the Korean catalogue filters by Korean words', async () => {
  const { page } = await open('ko/errors/');
  await page.getByRole('searchbox').fill('만료');
  await expect.poll(() => page.locator('[id="70001"]').isVisible()).toBe(true);
  await expect.poll(() => page.locator('[id="31704"]').isVisible()).toBe(false);
});
