import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectGoodLook, phone } from './support/looks.ts';
import { docs, plainDocs, takeScreenshot } from './support/pages.ts';

const field = (page: Page) => page.getByRole('combobox', { name: /^Search codes|^코드/ });
const titles = (page: Page) => page.getByRole('option').locator('.title').allTextContents();
const chosen = (page: Page) => page.locator('[role="option"][aria-selected="true"] .title').allTextContents();

/** Opens the search by a key and waits until it can be typed into. */
async function openByKey(page: Page, key = 'Control+k'): Promise<void> {
  await page.locator('button.search').waitFor();
  await page.keyboard.press(key);
  await field(page).waitFor();
}

describe('the search', () => {
  test('is used by keyboard alone, and loads its script and index at first use', async () => {
    await using opened = await docs.open('');
    const { page, complaints } = opened;
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.waitForLoadState('networkidle');
    expect(requests.filter((url) => /search-index|dialog/.test(url))).toEqual([]);
    await openByKey(page);
    expect(requests.filter((url) => /search-index-en|dialog/.test(url))).toHaveLength(2);
    await page.keyboard.type('To_Account');
    await page.getByText(/^\d+ results$/).waitFor();
    expect((await titles(page)).slice(0, 2)).toEqual(['To_Account', 'Type of To_Account']);
    const active = () => field(page).getAttribute('aria-activedescendant');
    expect(await active()).toBe('search-result-0');
    await page.keyboard.press('ArrowDown');
    expect(await active()).toBe('search-result-1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await active()).toBe(`search-result-${(await titles(page)).length - 1}`);
    await field(page).fill('31704');
    expect(await chosen(page)).toEqual(['31704 NotFriend']);
    await page.keyboard.press('Enter');
    await page.waitForURL(/errors\/(#31704|31704\/)$/);
    expect(complaints).toEqual([]);
  });

  test('opens by / outside a text field, and Escape gives the focus back', async () => {
    await using opened = await docs.open('errors/');
    const { page } = opened;
    const filter = page.getByRole('searchbox');
    await filter.press('/');
    expect(await filter.inputValue()).toBe('/');
    expect(await page.getByRole('dialog').count()).toBe(0);
    const button = page.getByRole('button', { name: /^Search/ });
    await button.focus();
    await openByKey(page, '/');
    expect(await field(page).inputValue()).toBe('');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('does not take / from the editor of the explorer', async () => {
    await using opened = await docs.open('explorer/');
    const { page } = opened;
    await page.getByRole('radio', { name: 'JSON' }).check();
    const editor = page.getByRole('textbox', { name: 'Body as JSON' });
    await editor.click();
    await page.keyboard.press('/');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await editor.textContent()).toContain('/');
  });

  test('closes when a result is on the page itself, and keeps the query', async () => {
    await using opened = await docs.open('hosts/');
    const { page } = opened;
    await page.getByRole('button', { name: /^Search/ }).click();
    await field(page).fill('Tokyo');
    await page.getByRole('option').first().click();
    expect(page.url()).toMatch(/hosts\/#tokyo$/);
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await openByKey(page);
    expect(await field(page).inputValue()).toBe('Tokyo');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
  });

  test.each(['light', 'dark'] as const)(
    'has no fault that axe finds, wide and narrow: %s',
    async (colorScheme) => {
      await using opened = await docs.open('', { colorScheme });
      const { page } = opened;
      await openByKey(page);
      await expectGoodLook(page);
      for (const query of ['delete', 'qqzzxx']) {
        await field(page).fill(query);
        await expectGoodLook(page);
        await takeScreenshot(page, `search-${query}-${colorScheme}-wide`);
      }
      expect(await page.locator('.search-dialog [role="status"]').textContent()).toBe('Nothing found.');
      await page.setViewportSize(phone);
      await field(page).fill('delete');
      await expectGoodLook(page);
      await takeScreenshot(page, `search-${colorScheme}-narrow`);
    },
  );

  test('is in the language of the page, and marks what is English', async () => {
    await using opened = await docs.open('ko/operations/deleteFriends/');
    const { page } = opened;
    await openByKey(page);
    await field(page).fill('친구삭제');
    expect(await chosen(page)).toEqual(['계정의 친구 삭제']);
    await field(page).fill('双向删除');
    const [first] = await page.getByRole('option').all();
    expect(await first?.getAttribute('lang')).toBe('en');
    await first?.click();
    await page.waitForURL(`${docs.origin}/guides/one-way-or-two-way/`);
  });
});

test.each(['reference/', 'ko/reference/', 'operations/deleteFriends/'])(
  'works below a sub-path, on the page of Redoc too, without an outside request: /%s',
  async (path) => {
    await using opened = await plainDocs.open(path);
    const { page, complaints, place } = opened;
    await openByKey(page);
    await page.keyboard.type('friend_delete_all');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(place).toBe(`${path.startsWith('ko/') ? 'ko/' : ''}operations/deleteAllFriends/`);
    expect(complaints).toEqual([]);
  },
);

test('without a script it is a link to the list of everything that it finds', async () => {
  await using opened = await plainDocs.open('guides/sign-in/', { javaScriptEnabled: false });
  const { page, place } = opened;
  await page.getByRole('link', { name: 'Search' }).click();
  expect(place()).toBe('contents/');
  for (const name of ['31704 NotFriend', 'Tokyo', 'Partial failure'])
    await page.locator('main').getByRole('link', { name }).first().waitFor();
  expect(await page.getByText('双向删除').isVisible()).toBe(true);
});
