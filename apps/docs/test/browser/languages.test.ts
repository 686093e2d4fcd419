import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { operationIds } from './support/contract.ts';
import { plainDocs } from './support/pages.ts';

const narrow = { width: 360, height: 800 };
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
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

// Each waits for a quiet page, so a few wait at the same time.
describe.concurrent('a Korean page', () => {
  test.each(pages)(
    'is marked as Korean and as a machine translation, has no error or outside request, and fits a phone: /%s',
    async (path) => {
      await using opened = await plainDocs.open(`ko/${path}`);
      const { page, complaints } = opened;
      expect(await page.locator('html').getAttribute('lang')).toBe('ko');
      await page.getByText('기계 번역').first().waitFor();
      const text = (await page.locator('body').textContent()) ?? '';
      expect(text.match(/[가-힣]/g)?.length ?? 0).toBeGreaterThan(100);
      expect(complaints).toEqual([]);
      // Two ranges written as 1~30 would strike out the text between them.
      expect(await page.locator('del').count()).toBe(0);
      await page.setViewportSize(narrow);
      expect(await widthOf(page)).toBeLessThanOrEqual(360);
    },
  );

  test('of Redoc fits a phone on which it starts', async () => {
    await using opened = await plainDocs.open('ko/reference/', { viewport: narrow });
    expect(await widthOf(opened.page)).toBeLessThanOrEqual(360);
  });
});

describe('the language switch', () => {
  test.each([
    ['errors/#31704', 'ko/errors/#31704'],
    ['errors/?q=timeout#60008', 'ko/errors/?q=timeout#60008'],
    ['operations/deleteFriends/#codes', 'ko/operations/deleteFriends/#codes'],
  ])('leads from %s to %s and back', async (english, korean) => {
    await using opened = await plainDocs.open(english);
    const { page, place } = opened;
    await page.getByRole('link', { name: '한국어' }).click();
    await expect.poll(place).toBe(korean);
    await page.getByRole('link', { name: 'English', exact: true }).click();
    await expect.poll(place).toBe(english);
  });

  test('keeps an anchor that was reached on the page, by keyboard too', async () => {
    await using opened = await plainDocs.open('errors/');
    const { page, place } = opened;
    await page.locator('.toc a').last().click();
    const [, anchor] = place().split('#');
    expect(anchor).toBeTruthy();
    await page.getByRole('link', { name: '한국어' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(place).toBe(`ko/errors/#${anchor}`);
  });

  test('leads to the same page without JavaScript', async () => {
    await using opened = await plainDocs.open('errors/#31704', { javaScriptEnabled: false });
    const { page, place } = opened;
    await page.getByRole('link', { name: '한국어' }).click();
    await expect.poll(place).toBe('ko/errors/');
  });

  test('keeps the operation that the Redoc reference shows', async () => {
    await using opened = await plainDocs.open('reference/#operation/deleteFriends');
    const { page, place } = opened;
    await page.getByText('/v4/sns/friend_delete').first().waitFor();
    const shown = place();
    await page.getByRole('link', { name: '한국어' }).click();
    await expect.poll(place).toBe(`ko/${shown}`);
    await page.locator('#redoc').getByText('계정의 친구 삭제').first().waitFor();
  });
});

test('links between Korean pages stay in Korean, and links to English pages say so', async () => {
  await using opened = await plainDocs.open('ko/operations/deleteFriends/');
  const { page } = opened;
  const hrefs = await page
    .locator('main a[href*="errors/"]')
    .evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href));
  expect(hrefs.filter((href) => !href.includes('/ko/'))).toEqual([]);
  const foreign = page.getByRole('link', { name: /^Explorer/ });
  expect(await foreign.first().getAttribute('hreflang')).toBe('en');
  expect(await foreign.first().getAttribute('lang')).toBe('en');
});

test('the Korean catalogue filters by Korean words', async () => {
  await using opened = await plainDocs.open('ko/errors/');
  const { page } = opened;
  await page.getByRole('searchbox').fill('만료');
  await expect.poll(() => page.locator('[id="70001"]').isVisible()).toBe(true);
  await expect.poll(() => page.locator('[id="31704"]').isVisible()).toBe(false);
});
