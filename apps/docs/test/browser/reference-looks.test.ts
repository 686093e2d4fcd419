import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { allButColours, colours, expectGoodLook, findViolations, nameOf, phone } from './support/looks.ts';
import { docs, takeScreenshot } from './support/pages.ts';

/** Each way to look at the Redoc page, which reads the colour scheme of the machine when it starts. */
const looks = [
  { look: 'light', context: { colorScheme: 'light' }, rules: {} },
  { look: 'dark', context: { colorScheme: 'dark' }, rules: colours },
  { look: 'phone', context: { colorScheme: 'light', viewport: phone }, rules: allButColours },
] as const;
const landing = { path: 'reference/', shown: 'https://adminapiidn.im.qcloud.com' };
const call = { path: 'reference/#operation/deleteFriends', shown: 'CallbackFriendDelete' };
const languages = [
  { folder: '', showAll: 'Expand all', menu: 'Open navigation menu' },
  { folder: 'ko/', showAll: '모두 펼치기', menu: '목차 열기' },
];

async function isDrawn(page: Page, text: string): Promise<void> {
  await page.locator('#redoc main').getByText(text).first().waitFor();
  // Comes last. A phone has it in a menu that is closed.
  await page.getByTestId('search-trigger').getByText('Ctrl+K').waitFor({ state: 'attached' });
}

test.each(
  languages.flatMap(({ folder }) =>
    [landing, call].map(({ path, shown }) => ({ path: folder + path, shown })),
  ),
)('axe finds no violation in light, in dark and on a phone: /$path', async ({ path, shown }) => {
  for (const { look, context, rules } of looks) {
    await using opened = await docs.open(path, context);
    const { page, complaints } = opened;
    await isDrawn(page, shown);
    await takeScreenshot(page, `${nameOf(path)}-${look}`);
    await expectGoodLook(page, rules);
    expect(complaints).toEqual([]);
  }
});

test.each(languages)(
  'menus and dialogs of the reference have no violation: $menu',
  async ({ folder, showAll, menu }) => {
    await using opened = await docs.open(folder + call.path, { colorScheme: 'dark' });
    const { page } = opened;
    await isDrawn(page, call.shown);
    for (const button of await page.locator('main').getByText(showAll, { exact: true }).all())
      await button.click();
    await page.locator('main [aria-haspopup="menu"]').first().click();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('31704');
    await page.getByTestId('search-dialog').getByText('31704').first().waitFor();
    await takeScreenshot(page, `${folder && 'ko-'}reference-search-dark`);
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: menu }).click();
    await takeScreenshot(page, `${folder && 'ko-'}reference-menu-phone`);
    expect(await findViolations(page, allButColours)).toEqual([]);
  },
);
