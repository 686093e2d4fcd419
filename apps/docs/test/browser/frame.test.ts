import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { phone } from './support/looks.ts';
import { docs, plainDocs } from './support/pages.ts';

const wide = { width: 1440, height: 900 };
const call = 'operations/deleteFriends/';
const kinds = ['', call, 'errors/', 'guides/partial-failure/', 'explorer/', 'disagreements/', 'reference/'];
const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox();
  return box ?? { x: -1, y: -1, width: -1, height: -1 };
};
const currentOf = (page: Page, selector: string) =>
  page
    .locator(`${selector} [aria-current]`)
    .evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('aria-current')]));

describe('the bar', () => {
  let left: number | undefined;
  test.each(kinds)(
    'has one place on all pages, and on a phone is one row of at most 56 pixels that stays: /%s',
    async (path) => {
      await using opened = await docs.open(path, { viewport: wide });
      const { page } = opened;
      const { x } = await boxOf(page, '.sections a');
      left ??= x;
      expect(x).toBe(left);
      expect(x).toBeGreaterThan(0);
      await page.setViewportSize(phone);
      const { height } = await boxOf(page, '.site-header');
      expect(height).toBeLessThanOrEqual(56);
      const [brand, menu] = [await boxOf(page, '.brand'), await boxOf(page, '.menu summary')];
      expect(Math.abs(brand.y + brand.height / 2 - (menu.y + menu.height / 2))).toBeLessThan(4);
      expect(menu.x + menu.width).toBeLessThanOrEqual(phone.width);
      await page.evaluate(() => scrollTo(0, 2000));
      expect((await boxOf(page, '.site-header')).y).toBe(0);
    },
  );

  test('leads to each section, and marks the one that is open', async () => {
    await using opened = await docs.open('', { viewport: wide });
    const { page } = opened;
    const titles = ['Guides', 'API reference', 'Error codes', 'Explorer', 'Evidence'];
    expect(await page.locator('.sections a').allTextContents()).toEqual(titles);
    await page.goto(`${docs.origin}/${call}`);
    expect(await currentOf(page, '.sections')).toEqual([['API reference', 'true']]);
    await page.goto(`${docs.origin}/errors/`);
    expect(await currentOf(page, '.sections')).toEqual([['Error codes', 'page']]);
  });

  test.each([call, 'reference/'])('has a menu that needs no script: /%s', async (path) => {
    await using opened = await plainDocs.open(path, { viewport: phone, javaScriptEnabled: false });
    const { page, place } = opened;
    const menu = page.locator('.menu');
    const target = menu.getByRole('link', { name: 'Limits and rate' });
    expect(await target.isVisible()).toBe(false);
    await menu.getByText('Menu', { exact: true }).click();
    expect(await menu.getByRole('link', { name: '한국어' }).isVisible()).toBe(true);
    await target.click();
    expect(place()).toBe('guides/limits-and-rate/');
  });

  test('has a menu that covers the page, and that Escape closes', async () => {
    await using opened = await docs.open('reference/', { viewport: phone });
    const { page } = opened;
    await page.getByTestId('floating-button').waitFor();
    const summary = page.locator('.menu summary');
    await summary.press('Enter');
    const isCovered = ({ x, y }: { x: number; y: number }) =>
      document.elementFromPoint(x, y)?.closest('.menu-panel') !== null;
    const { x, y, width, height } = await boxOf(page, '[data-testid="floating-button"]');
    expect(await page.evaluate(isCovered, { x: x + width / 2, y: y + height / 2 })).toBe(true);
    await page.locator('.menu').getByRole('link', { name: 'Limits and rate' }).focus();
    await page.keyboard.press('Escape');
    expect(await page.locator('.menu').getAttribute('open')).toBeNull();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('the tree', () => {
  test('marks the page, and is as wide as the menu of Redoc', async () => {
    await using opened = await docs.open(call, { viewport: wide });
    const { page } = opened;
    expect(await currentOf(page, '.sidebar')).toEqual([['Delete friends of an account', 'page']]);
    const { width } = await boxOf(page, '.sidebar');
    await page.goto(`${docs.origin}/reference/`);
    await page.locator('#redoc .menu-content').waitFor();
    expect((await boxOf(page, '#redoc .menu-content')).width).toBe(width);
  });

  test('shows the mark of a page at its end', async () => {
    await using opened = await docs.open('changelog/', { viewport: { width: 1440, height: 600 } });
    const { page } = opened;
    const { y } = await boxOf(page, '.sidebar [aria-current]');
    expect(y).toBeGreaterThan(56);
    expect(y).toBeLessThan(580);
  });

  test('leads from the home page and from each call to the reference in Redoc', async () => {
    for (const path of ['', call]) {
      await using opened = await docs.open(path, { viewport: wide });
      await opened.page.locator('.sidebar').getByRole('link', { name: 'Reference in Redoc' }).click();
      await opened.page.locator('#redoc main').waitFor();
    }
  });
});

describe('a page', () => {
  test('lists its headings beside it, where they stay; on a narrow screen they are folded', async () => {
    await using opened = await docs.open('webhooks/friendDeleted/', { viewport: wide });
    const { page } = opened;
    const links = page.locator('.toc a');
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const sections = ['#request', '#response', '#limits', '#examples', '#guides'];
    expect(hrefs.filter((href) => !href?.startsWith('#example-'))).toEqual(sections);
    await links.filter({ hasText: 'Limits' }).click();
    const { y } = await boxOf(page, '#limits h2');
    expect(y).toBeGreaterThan(56);
    expect(y).toBeLessThan(200);
    expect((await boxOf(page, '.toc')).y).toBe(56);
    await page.setViewportSize(phone);
    const folded = page.locator('.on-page');
    expect(await page.locator('.toc').isVisible()).toBe(false);
    expect(await folded.getByRole('link', { name: 'Limits' }).isVisible()).toBe(false);
    await folded.locator('summary').click();
    expect(await folded.getByRole('link', { name: 'Limits' }).isVisible()).toBe(true);
  });

  test('of an operation has its samples beside it, where they stay, and its headings folded', async () => {
    await using opened = await docs.open(call, { viewport: wide });
    const { page } = opened;
    await page.locator('.on-page summary').click();
    const links = page.locator('.on-page a');
    const sections = ['#samples', '#request', '#response', '#limits', '#codes', '#examples'];
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(hrefs.filter((href) => !href?.startsWith('#example-'))).toEqual([
      ...sections,
      '#guides',
      '#related',
    ]);
    await links.filter({ hasText: 'Limits' }).click();
    const [samples, heading] = [await boxOf(page, '#samples'), await boxOf(page, '#limits h2')];
    expect(samples.y).toBe(56);
    expect(samples.x).toBeGreaterThan(heading.x + heading.width);
    await page.setViewportSize(phone);
    expect((await boxOf(page, '#samples')).x).toBe((await boxOf(page, '#limits h2')).x);
  });

  test('says where it is', async () => {
    await using opened = await docs.open(call);
    const { page } = opened;
    const crumbs = page.getByRole('navigation', { name: 'Where this page is' });
    const steps = () => crumbs.getByRole('listitem').allTextContents();
    expect(await steps()).toEqual(['chat-sns', 'API reference', 'Delete friends of an account']);
    await crumbs.getByRole('link', { name: 'API reference' }).click();
    expect(page.url()).toBe(`${docs.origin}/operations/`);
    expect(await steps()).toEqual(['chat-sns', 'API reference']);
    await page.goto(`${docs.origin}/sources/`);
    expect(await steps()).toEqual(['chat-sns', 'Evidence', 'Sources']);
    await page.goto(`${docs.origin}/`);
    expect(await crumbs.count()).toBe(0);
  });

  test('leads to all pages, one after the other, and back', async () => {
    await using opened = await docs.open('', { javaScriptEnabled: false, viewport: wide });
    const { page } = opened;
    const listed = await page.locator('.sidebar a').count();
    expect(listed).toBeGreaterThan(25);
    const seen = [page.url()];
    // Read, not shown: that takes a tenth of the time.
    const turn = async (kind: 'next' | 'previous', from = '') => {
      const html = await (await fetch(from)).text();
      const [, href] = new RegExp(`<a class="${kind}"[^>]* href="([^"]+)"`).exec(html) ?? [];
      return href === undefined ? undefined : new URL(href, from).href;
    };
    for (let next = await turn('next', seen[0]); next; next = await turn('next', next)) seen.push(next);
    // Redoc has a frame of its own below the bar, so its page is not among those to read.
    expect(seen.length).toBe(listed - 1);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await turn('previous', seen.at(-1))).toBe(seen.at(-2));
  });

  test.each([call, 'guides/clean-up/'])(
    'has code that is never below its button, nor cut off: /%s',
    async (path) => {
      await using opened = await docs.open(path, { viewport: phone });
      const faults = await opened.page.evaluate(() => {
        const overlaps = (one: DOMRect, other: DOMRect) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom;
        return [...document.querySelectorAll('pre')].flatMap((block) => {
          const button = block.querySelector('button')?.getBoundingClientRect();
          const range = document.createRange();
          range.selectNodeContents(block.querySelector('code') ?? block);
          const lines = [...range.getClientRects()];
          const isCovered = !button || lines.some((line) => overlaps(line, button));
          const isCut = block.scrollWidth > block.clientWidth || block.scrollHeight > block.clientHeight;
          return isCovered || isCut ? [block.textContent?.slice(0, 60)] : [];
        });
      });
      expect(faults).toEqual([]);
    },
  );

  test('breaks no line within an option', async () => {
    await using opened = await docs.open('guides/use-with-other-tools/');
    const { page } = opened;
    const options = page.locator('main :not(pre) > code .nb', { hasText: '--' });
    expect(await options.count()).toBeGreaterThan(2);
    for (let width = 320; width < 460; width += 20) {
      await page.setViewportSize({ width, height: 800 });
      const lines = await options.evaluateAll((all) => all.map((option) => option.getClientRects().length));
      expect(new Set(lines)).toEqual(new Set([1]));
    }
  });

  test('prints its content alone, with all of its code', async () => {
    await using opened = await docs.open(call, { viewport: wide });
    const { page } = opened;
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.site-header', '.sidebar', '.toc', '.crumbs', '.turn', '.copy'])
      expect(await page.locator(part).first().isVisible(), part).toBe(false);
    const cut = await page
      .locator('pre')
      .evaluateAll((all) => all.filter((pre) => pre.scrollWidth > pre.clientWidth));
    expect(cut).toEqual([]);
  });
});

describe('the colours', () => {
  const darkness = (page: Page) =>
    page.evaluate(() => [document.documentElement.className, localStorage.getItem('redoc.colorMode')]);

  test('are those of the system until the reader chooses, on all pages and in Redoc', async () => {
    await using opened = await docs.open(call, { viewport: wide, colorScheme: 'light' });
    const { page, complaints } = opened;
    const button = page.locator('.site-header > .switches .theme');
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await button.getAttribute('aria-label')).toBe('Colours: as the system');
    const light = await background();
    await button.click();
    expect(await darkness(page)).toEqual(['light', 'light']);
    await button.click();
    expect(await darkness(page)).toEqual(['dark', 'dark']);
    expect(await background()).not.toBe(light);
    await page.goto(`${docs.origin}/reference/`);
    await page.locator('#redoc main').waitFor();
    expect((await darkness(page))[0]).toContain('dark');
    expect(await button.getAttribute('aria-label')).toBe('Colours: dark');
    await button.click();
    await expect.poll(() => darkness(page)).toEqual(['light', null]);
    expect(complaints).toEqual([]);
  });

  test('follow what was chosen in Redoc', async () => {
    await using opened = await docs.open('reference/', { viewport: wide, colorScheme: 'light' });
    const { page } = opened;
    await page.locator('#redoc').getByRole('button', { name: 'Switch between light and dark' }).click();
    await expect.poll(() => darkness(page)).toEqual(['dark', 'dark']);
    await page.goto(`${docs.origin}/errors/`);
    expect(await darkness(page)).toEqual(['dark', 'dark']);
    expect(await page.locator('.theme').first().getAttribute('data-mode')).toBe('dark');
  });
});

describe('at the home page a browser', () => {
  const offer = (page: Page) => page.locator('.offer');

  test('that prefers Korean is told about it once, and stays', async () => {
    await using opened = await docs.open('', { locale: 'ko-KR' });
    const { page } = opened;
    await offer(page).getByText('이 사이트는 한국어로도').waitFor();
    expect(page.url()).toBe(`${docs.origin}/`);
    await offer(page).getByRole('button', { name: '닫기' }).click();
    await page.reload({ waitUntil: 'networkidle' });
    expect(await offer(page).isVisible()).toBe(false);
  });

  test.each(['en-US', 'fr-FR'])('that prefers %s is not', async (locale) => {
    await using opened = await docs.open('', { locale });
    await opened.page.waitForLoadState('networkidle');
    expect(await offer(opened.page).isVisible()).toBe(false);
  });
});
