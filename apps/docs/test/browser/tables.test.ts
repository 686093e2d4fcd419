import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { docs } from './support/pages.ts';

const widths = [390, 768, 1024, 1280, 1440];
const lists = ['operations/deleteFriends/', 'ko/operations/deleteFriends/', 'errors/', 'claims/', 'hosts/'];

/** Tables that are wider than their place, and meanings and hosts that are too narrow. */
const findFaults = (page: Page) =>
  page.evaluate(() => {
    for (const family of document.querySelectorAll('details')) family.open = true;
    const rooms = [...document.querySelectorAll<HTMLElement>('.room')];
    const wide = rooms.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    const meanings = [...document.querySelectorAll<HTMLElement>('.codes td:nth-child(2)')];
    const narrow = meanings.filter(({ offsetWidth }) => offsetWidth < 300);
    const hosts = [...document.querySelectorAll<HTMLElement>('.claims [data-group="hosts"] td, .hosts td')]
      .flatMap((cell) => [...cell.querySelectorAll<HTMLElement>(':scope > code')])
      .filter((code) => code.getClientRects().length > 1);
    return [rooms.length > 0 ? [] : ['no table'], wide, narrow, hosts].flat().map(String);
  });

test.each(lists)('a long table fits, and its words have room: /%s', async (path) => {
  await using opened = await docs.open(path);
  const { page } = opened;
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect(await findFaults(page), `${width} pixels`).toEqual([]);
  }
});

test.each([
  [390, true],
  [390, false],
  [1280, true],
])('no table of the comparison is cut off: %i pixels, scripts %s', async (width, javaScriptEnabled) => {
  await using opened = await docs.open('disagreements/', {
    viewport: { width, height: 900 },
    javaScriptEnabled,
  });
  const { page } = opened;
  const tables = page.locator('.compared');
  expect(
    await tables.evaluateAll((all) =>
      all.map(({ scrollWidth, clientWidth }) => Math.max(0, scrollWidth - clientWidth)),
    ),
  ).toEqual([0, 0, 0, 0]);
  const mumbai = tables.last().locator('tr').nth(1).locator('td').last();
  const label = await mumbai.evaluate((cell) => getComputedStyle(cell, '::before').content);
  expect(label).toBe(width === 390 ? '"Mumbai: "' : 'none');
});

test('a link to a host marks its row, whose headings stay in sight, and leads to the pages that lack it', async () => {
  await using opened = await docs.open('hosts/#tokyo', { viewport: { width: 1440, height: 600 } });
  const { page } = opened;
  const colourOf = (selector: string) =>
    page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await colourOf('#tokyo')).not.toBe(await colourOf('#seoul'));
  const [heading, row] = await Promise.all(
    ['.hosts thead th', '#tokyo'].map((selector) => page.locator(selector).first().boundingBox()),
  );
  expect(heading?.y).toBe(56);
  expect(row?.y).toBeGreaterThanOrEqual((heading?.y ?? 0) + (heading?.height ?? Infinity) - 1);
  await page.locator('#tokyo').getByRole('link', { name: 'not on every page of the vendor' }).click();
  await page.waitForURL(/disagreements\/#region-tokyo$/);
});

test.each([
  ['claims/', 390],
  ['operations/deleteFriends/', 390],
])('a long page leads back to its headings, which stand below its title: /%s', async (path, width) => {
  await using opened = await docs.open(path, { viewport: { width, height: 900 }, javaScriptEnabled: false });
  const { page } = opened;
  const [title, folded] = await Promise.all(
    ['h1', '.on-page'].map((selector) => page.locator(selector).boundingBox()),
  );
  expect(folded?.y).toBeGreaterThan(title?.y ?? Infinity);
  const back = page.locator('.back a');
  const seen = async () => {
    const { y = -1 } = (await back.boundingBox()) ?? {};
    return y > 0 && y < 900;
  };
  expect(await seen()).toBe(false);
  await page.mouse.wheel(0, 9000);
  await expect.poll(seen).toBe(true);
  await back.click();
  expect(await page.locator('#on-page').isVisible()).toBe(true);
});

test('on a wide screen the way back to the headings of an operation is beside the samples', async () => {
  await using opened = await docs.open('operations/deleteFriends/', {
    viewport: { width: 1440, height: 900 },
  });
  const { page } = opened;
  await page.mouse.wheel(0, 9000);
  const [back, samples] = await Promise.all(
    ['.back a', '.samples'].map((selector) => page.locator(selector).boundingBox()),
  );
  expect((back?.x ?? Infinity) + (back?.width ?? 0)).toBeLessThan(samples?.x ?? 0);
});
