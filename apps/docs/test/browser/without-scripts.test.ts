import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { catalogue, operationIds, pathOf } from './support/contract.ts';
import {
  allButColours,
  expectGoodLook,
  expectNoOverflow,
  findViolations,
  isWhole,
  nameOf,
  phone,
} from './support/looks.ts';
import { docs, takeScreenshot } from './support/pages.ts';

const withoutScripts = { javaScriptEnabled: false, viewport: phone };
const shown = (page: Page, selector: string) => page.locator(selector).filter({ visible: true });
// The tabs of the samples work without scripts: samples.test.ts switches them.
const controls =
  'button, input:not(.tabs [name="sample"]), select, textarea, [role="button"], [contenteditable]';

/** Without scripts timers never fire, and axe waits for some. It treats the content of a noscript as hidden. */
const withoutTimers = { preload: false };
const prepareForAxe = (page: Page) =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll('noscript')) element.replaceWith(...element.childNodes);
    const setTimeout = (callback: () => void) => void Promise.resolve().then(callback);
    Object.assign(globalThis, { setTimeout });
  });

/**
 * Without scripts the same elements have the same colours, in which looks.test.ts sees them. Seen here are those that
 * only a phone shows, which the first page has for all (the menu, the folded headings, the way back to them), those
 * that scripts hide, and what stands in a noscript.
 */
const ownColours = ['guides/errors-and-retries/', 'disagreements/'];

/** A page and what it must contain. */
const pages: [path: string, contains: string[]][] = [
  ['', ['Delete friends of an account', 'HTTP 200 does not mean success.']],
  ['guides/errors-and-retries/', ['ChatApiError']],
  ['operations/', operationIds.map(pathOf)],
  ['operations/deleteFriends/', ['From_Account', '31704', 'createChatClient']],
  ['webhooks/friendDeleted/', ['Sns.CallbackFriendDelete']],
  ['sandbox-control/', ['/sandbox/state']],
  ['errors/', catalogue.map(({ code }) => String(code))],
  ['errors/31704/', ['Err_SNS_FriendDelete_Not_Friend', 'What to do.', 'mock-31704', '/sandbox/faults']],
  ['disagreements/', ['The contract.']],
  ['sources/', ['friend-delete']],
  ['claims/', ['From_Account']],
  ['workflows/', ['redocly respect']],
  ['explorer/', ['The explorer needs JavaScript', 'Delete friends of an account']],
  ['explorer/usersig/', ['UserSig']],
  ['reference/', operationIds.map(pathOf)],
  ['ko/operations/deleteFriends/', ['From_Account', '31704', '계정']],
  ['ko/errors/31704/', ['Err_SNS_FriendDelete_Not_Friend', '계정']],
  ['ko/reference/', operationIds.map(pathOf)],
];

test.each(pages)(
  'without JavaScript the page has its content and no dead control: /%s',
  async (path, contains) => {
    await using opened = await docs.open(path, withoutScripts);
    const { page } = opened;
    await takeScreenshot(page, `${nameOf(path)}-without-scripts`);
    const main = shown(page, 'main');
    expect(await shown(page, 'h1').count()).toBe(1);
    const text = ((await main.textContent()) ?? '').replace(/\s+/g, ' ');
    expect(contains.filter((part) => !text.includes(part))).toEqual([]);
    expect(await shown(page, controls).evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))).toEqual(
      [],
    );
    if (path.startsWith('ko/') && !isWhole) return await expectNoOverflow(page);
    const hasOwnColours = ownColours.includes(path) || (await page.locator('noscript').count()) > 0;
    await prepareForAxe(page);
    await expectGoodLook(page, { ...(hasOwnColours || isWhole ? {} : allButColours), ...withoutTimers });
  },
);

test('axe finds a planted fault on a page without JavaScript, whose own scripts do not run', async () => {
  await using opened = await docs.open('guides/first-call/', withoutScripts);
  const { page } = opened;
  expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
  await page.evaluate(() => document.querySelector('h1')?.insertAdjacentHTML('afterend', '<img src="x">'));
  await prepareForAxe(page);
  expect((await findViolations(page, withoutTimers)).join()).toContain('image-alt:');
});

test.each(['', 'reference/'])(
  'the first stop of /%s skips to the content without JavaScript',
  async (path) => {
    await using opened = await docs.open(path, { javaScriptEnabled: false });
    const { page } = opened;
    for (const key of ['Tab', 'Enter', 'Tab']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  },
);
