import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  allButColours,
  colours,
  type Exception,
  expectGoodLook,
  findViolations,
  isWhole,
  nameOf,
  phone,
} from './support/looks.ts';
import { docs, takeScreenshot } from './support/pages.ts';

/** All that axe finds on the Redoc page. A finding that is not here fails a test, and so does one that is gone. */
const tooltip: Exception = {
  rule: 'region',
  place: 'body > span[data-testid]',
  reason:
    'A tooltip, which Redoc draws outside of every landmark. It says no more than the name of its button.',
};

/** Each way to look at the Redoc page, which reads the colour scheme of the machine when it starts. */
const looks = [
  { look: 'light', context: { colorScheme: 'light' }, rules: {} },
  { look: 'dark', context: { colorScheme: 'dark' }, rules: colours },
  { look: 'phone', context: { colorScheme: 'light', viewport: phone }, rules: allButColours },
] as const;
const landing = { path: 'reference/', shown: 'https://adminapiidn.im.qcloud.com' };
const call = { path: 'reference/#operation/deleteFriends', shown: 'CallbackFriendDelete' };
const folders = isWhole ? ['', 'ko/'] : [''];

async function isDrawn(page: Page, text: string): Promise<void> {
  await page.locator('#redoc main').getByText(text).first().waitFor();
  // Comes last. A phone has it in a menu that is closed.
  await page.getByTestId('search-trigger').getByText('Ctrl+K').waitFor({ state: 'attached' });
}

// Light and dark of a call come before its menus, because Redoc takes two seconds to draw.
const cases = folders.flatMap((folder) => [
  ...looks.map((look) => ({ ...landing, ...look, path: folder + landing.path })),
  ...looks
    .filter(({ look }) => look === 'phone')
    .map((look) => ({ ...call, ...look, path: folder + call.path })),
]);

test.each(cases)('axe finds no violation: /$path, $look', async ({ path, shown, look, context, rules }) => {
  await using opened = await docs.open(path, context);
  const { page, complaints } = opened;
  await isDrawn(page, shown);
  await takeScreenshot(page, `${nameOf(path)}-${look}`);
  await expectGoodLook(page, rules);
  expect(complaints).toEqual([]);
});

test.each([
  ...folders.map((folder) => ({ folder, colorScheme: 'dark' as const })),
  { folder: '', colorScheme: 'light' as const },
])(
  'axe finds no violation in a call, its menus and dialogs, and the known one in a tooltip: /$folder, $colorScheme',
  async ({ folder, colorScheme }) => {
    await using opened = await docs.open(folder + call.path, { colorScheme });
    const { page, complaints } = opened;
    await isDrawn(page, call.shown);
    await takeScreenshot(page, `${nameOf(folder + call.path)}-${colorScheme}`);
    await expectGoodLook(page, colorScheme === 'dark' ? colours : {});
    expect(complaints).toEqual([]);
    for (const button of await page.locator('main').getByText('Expand all', { exact: true }).all())
      await button.click();
    await page.locator('main [aria-haspopup="menu"]').first().click();
    expect(await findViolations(page)).toEqual([]);
    // Ctrl+K opens the search of the whole site.
    await page.getByTestId('search-trigger').getByText('Search').click();
    await page.keyboard.type('account');
    await page.getByTestId('search-dialog').getByText('request fields').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await takeScreenshot(page, `${folder && 'ko-'}reference-search-${colorScheme}`);
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByTestId('color-mode-switcher').hover();
    await page.locator(tooltip.place).waitFor();
    expect(await findViolations(page, {}, [tooltip])).toEqual([`region: ${tooltip.reason}`]);
    await page.getByRole('button', { name: 'Hide sidebar' }).click();
    await page.mouse.move(0, 0);
    await page.locator(tooltip.place).waitFor({ state: 'detached' });
    expect(await findViolations(page)).toEqual([]);
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: 'Open navigation menu' }).click();
    await takeScreenshot(page, `${folder && 'ko-'}reference-menu-phone-${colorScheme}`);
    expect(await findViolations(page, allButColours)).toEqual([]);
  },
);
