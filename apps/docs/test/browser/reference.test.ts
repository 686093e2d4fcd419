import { expect, test } from 'vitest';
import { document as contract } from './support/contract.ts';
import { drawAll, findMissed, tabTo, walkByTab } from './support/keyboard.ts';
import { docs } from './support/pages.ts';

async function openCall(language: string, operation: string) {
  const opened = await docs.open(`${language}reference/#operation/${operation}`);
  await opened.page.locator('main').getByText('From_Account').first().waitFor();
  return opened;
}

test('Tab reaches every control of a call in order with a visible focus ring', async () => {
  await using opened = await openCall('', 'deleteFriends');
  const { page } = opened;
  await drawAll(page);
  // The address leads into the middle of the page, and a walk starts at its beginning.
  await page.locator('.skip').press('Shift+Tab');
  const stops = await walkByTab(page);
  expect(stops[0]?.element).toContain('class="skip"');
  expect(stops.filter(({ faults }) => faults.length > 0)).toEqual([]);
  expect(await findMissed(page)).toEqual([]);
});

test('the search opens by keyboard, keeps the focus, and returns it', async () => {
  await using opened = await openCall('', 'deleteFriends');
  const { page } = opened;
  const trigger = page.getByTestId('search-trigger');
  await trigger.getByText('Search').waitFor();
  await page.locator('.skip').focus();
  await tabTo(page, trigger);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Search the reference' });
  await dialog.waitFor();
  await page.keyboard.type('31704');
  await dialog.getByText('response 200 fields').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"] a') !== null)).toBe(true);
  for (let presses = 0; presses < 6; presses++) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('header, #redoc') === null)).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await trigger.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('Redoc and the page of a call show the signature, and it alone, as a secret', async () => {
  await using opened = await openCall('', 'deleteFriends');
  const secret = opened.page.locator('main').getByText('(password)');
  await secret.waitFor();
  expect(await opened.page.locator('main').textContent()).toMatch(
    /usersigstring, \(password\).{0,30}required.{0,200}It is a secret/,
  );
  await using other = await docs.open('operations/deleteFriends/');
  const marked = other.page.locator('dt:has(.secret)');
  expect(await marked.count()).toBe(1);
  expect((await marked.textContent())?.trim().split(/\s+/).join(' ')).toBe(
    'usersig string required secret, keep it out of logs',
  );
});

/** Every text and label of Redoc's page, without code. */
function readTexts(): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) {
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(node.getAttribute(name) ?? '');
    } else if (!node.parentElement?.closest('.site-header, script, style, noscript, pre, code')) {
      texts.push(node.textContent?.trim() ?? '');
    }
  }
  return texts.filter(Boolean);
}

/** Names and values of the contract, the same in every language, and what Redoc makes of types and keys. */
const facts = JSON.stringify(contract);
const marks = [
  /^https:|[=/]|\[\]$/,
  /^(API|POST|post|curl|Redocly|Esc|Ctrl\+K)$/,
  /^(integer|string|object)(, \(int(32|64)\))?(, (\[|>=|<=)[^a-z]*)?$/,
];
const isEnglish = (text: string) =>
  /[A-Za-z]{2}/.test(text) &&
  !/[가-힣]/.test(text) &&
  !marks.some((mark) => mark.test(text)) &&
  !facts.includes(`"${text.replace(/^["(]|[")]$/g, '')}"`);

test('the Korean page has no English words of Redoc’s own', async () => {
  await using opened = await openCall('ko/', 'deleteFriends');
  const { page } = opened;
  const found = new Set<string>();
  const read = async () => {
    for (const text of await page.evaluate(readTexts)) found.add(text);
  };
  for (const call of ['deletefriends', 'frienddeleted']) {
    await page.evaluate((fragment) => location.assign(`#/friends/${fragment}`), call);
    const section = page.locator(`[data-section-id="/friends/${call}"]`);
    await section.getByTestId('schema-expand-all-button').first().waitFor();
    for (const button of await section.getByText('모두 펼치기', { exact: true }).all()) await button.click();
    for (const menu of await section.locator('[aria-haspopup="menu"]').all()) await menu.press('Enter');
    await read();
  }
  await page.keyboard.press('Control+k');
  await read();
  await page.keyboard.type('31704');
  await page.getByRole('dialog').getByText('응답 200 필드').first().waitFor();
  await read();
  expect(found.size).toBeGreaterThan(150);
  expect([...found].filter(isEnglish)).toEqual([]);
});
