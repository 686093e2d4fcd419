import { createSandbox } from '@chat-sns/sandbox';
import { afterAll, beforeEach, expect, test } from 'vitest';
import {
  allButColours,
  colours,
  englishPages,
  expectGoodLook,
  findViolations,
  isWhole,
  koreanPages,
  longPages,
  nameOf,
  phone,
} from './support/looks.ts';
import { docs, fillIn, send, takeScreenshot } from './support/pages.ts';

const sandbox = createSandbox({ allowOrigins: [docs.origin] });
const { url: sandboxUrl } = await sandbox.listen({ port: 0 });
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

test('axe finds a planted fault', async () => {
  await using opened = await docs.open('guides/');
  const { page } = opened;
  await page.evaluate(() => {
    document.querySelector('h1')?.insertAdjacentHTML('afterend', '<input><p class="faint">text</p>');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.faint { color: #bbb; background: #fff }');
    document.adoptedStyleSheets = [sheet];
  });
  const found = (await findViolations(page)).join();
  expect(found).toContain('label:');
  expect(found).toContain('color-contrast:');
});

test.skipIf(isWhole).each(longPages)('axe finds no violation in light: /%s', async (path) => {
  await using opened = await docs.open(path, { colorScheme: 'light' });
  await expectGoodLook(opened.page);
  expect(opened.complaints).toEqual([]);
});

test.each([...englishPages, ...koreanPages, ...(isWhole ? longPages : [])])(
  'axe finds no violation in light, in dark and on a phone: /%s',
  async (path) => {
    await using opened = await docs.open(path, { colorScheme: 'light' });
    const { page, complaints } = opened;
    await takeScreenshot(page, `${nameOf(path)}-light`);
    await expectGoodLook(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, `${nameOf(path)}-dark`);
    await expectGoodLook(page, colours);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(phone);
    await takeScreenshot(page, `${nameOf(path)}-phone`);
    await expectGoodLook(page, allButColours);
    expect(complaints).toEqual([]);
  },
);

test('the explorer with a result and a drawing has no violation in any look', async () => {
  await using opened = await docs.open('explorer/', { colorScheme: 'light' });
  const { page } = opened;
  await fillIn(page, sandboxUrl);
  await page.locator('#deleteFriends-To_Account').fill('bob\nerin\ncarol');
  await send(page);
  await page.getByText('31704 NotFriend').waitFor();
  await page.getByText('alice no longer has carol').waitFor();
  await takeScreenshot(page, 'explorer-result-light', true);
  await expectGoodLook(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await takeScreenshot(page, 'explorer-result-dark', true);
  await expectGoodLook(page, colours);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(phone);
  await takeScreenshot(page, 'explorer-result-phone', true);
  await expectGoodLook(page, allButColours);
});
