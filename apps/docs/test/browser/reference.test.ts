import { afterAll, beforeEach, expect, test } from 'vitest';
import { drawAll, findMissed, tabTo, walkByTab } from './support/keyboard.ts';
import { docs } from './support/pages.ts';

async function openCall(language: string, operation: string) {
  const opened = await docs.open(`${language}reference/#operation/${operation}`);
  await opened.page.locator('main').getByText('From_Account').first().waitFor();
  return opened;
}

/** One page for all that only looks: Redoc takes two seconds to draw. What changes it comes last. */
const opened = await openCall('', 'deleteFriends');
const { page } = opened;
afterAll(() => opened[Symbol.asyncDispose]());
beforeEach(() => page.evaluate(() => scrollTo(0, 0)));

test('Tab reaches every control of a call in order with a visible focus ring', async () => {
  await drawAll(page);
  // The address leads into the middle of the page, and a walk starts at its beginning.
  await page.locator('.skip').press('Shift+Tab');
  const stops = await walkByTab(page);
  expect(stops[0]?.element).toContain('class="skip"');
  expect(stops.filter(({ faults }) => faults.length > 0)).toEqual([]);
  expect(await findMissed(page)).toEqual([]);
});

test('the search opens by keyboard, keeps the focus, and returns it', async () => {
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
  const call = page.locator('[id="friends/deletefriends"]');
  await call.getByText('(password)').waitFor();
  expect(await call.textContent()).toMatch(
    /usersigstring, \(password\).{0,30}required.{0,200}It is a secret/,
  );
  await using other = await docs.open('operations/deleteFriends/');
  const marked = other.page.locator('dt:has(.secret)');
  expect(await marked.count()).toBe(1);
  expect((await marked.textContent())?.trim().split(/\s+/).join(' ')).toBe(
    'usersig string required secret, keep it out of logs',
  );
});

test('the headings of a call start at the first level, and the menu is a landmark with a name', async () => {
  const main = page.locator('main');
  await main.locator('[aria-level="1"]').getByText('Delete friends of an account').waitFor();
  await main.locator('[aria-level="2"]').getByText('Request').first().waitFor();
  await main.locator('[aria-level="3"]').getByText('Query').first().waitFor();
  const menu = page.getByRole('navigation', { name: 'Contents of the reference' });
  await menu.getByRole('link', { name: 'Friend lists' }).waitFor();
  await menu.getByRole('button', { name: 'Hide sidebar' }).click();
  await menu.getByRole('button', { name: 'Show sidebar' }).waitFor();
});

test('no link of Redoc leads away from its page or the site when it is opened in a new tab', async () => {
  await drawAll(page);
  const site = new URL('.', page.url()).href;
  const links = await page
    .locator('#redoc a[href]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const inside = [...new Set(links)].filter((link) => link.startsWith(docs.origin));
  expect(inside.filter((link) => link.startsWith(`${site}#/`)).length).toBeGreaterThan(5);
  for (const link of inside.filter((link) => !link.startsWith(site)))
    expect((await page.request.get(link)).ok(), link).toBe(true);
  expect(await page.context().cookies()).toEqual([]);
});

test('controls that react to a pointer only react to keys, and those that open say whether they are open', async () => {
  const columns = page.getByRole('button', { name: 'Switch between one column and two' });
  const panel = page.getByTestId('middle-panel').first();
  const widthOf = async () => (await panel.boundingBox())?.width ?? 0;
  const width = await widthOf();
  await columns.press('Enter');
  await expect.poll(widthOf).toBeGreaterThan(width);
  await columns.press('Space');
  await expect.poll(widthOf).toBe(width);

  const mode = page.getByRole('button', { name: 'Switch between light and dark' });
  await mode.press('Enter');
  await expect.poll(() => page.locator('html').getAttribute('class')).toBe('dark');
  expect(await mode.count()).toBe(1);

  const field = page.getByRole('button', { name: /^\+\s*Show/, expanded: false }).first();
  await field.press('Enter');
  const details = page.locator('[data-schema-nested-open="true"]');
  await details.getByRole('button', { name: 'Details', expanded: true }).first().waitFor();
  const code = page.locator('pre').getByRole('button', { name: 'Details', expanded: false }).first();
  const all = await page.locator('pre').getByRole('button', { name: 'Details', expanded: true }).count();
  await code.press('Enter');
  await expect
    .poll(() => page.locator('pre').getByRole('button', { name: 'Details', expanded: true }).count())
    .toBeGreaterThan(all);
});

/** Every text and label of the page outside code, with the language that it is marked as. */
function readTexts(): [text: string, language: string][] {
  const texts: [string, string][] = [];
  const note = (text: string | null, element: Element | null) => {
    if (text?.trim()) texts.push([text.trim(), element?.closest<HTMLElement>('[lang]')?.lang ?? '']);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) {
      for (const name of ['aria-label', 'title', 'placeholder']) note(node.getAttribute(name), node);
    } else if (!node.parentElement?.closest('header:has(> .brand), script, style, noscript, pre, code')) {
      note(node.textContent, node.parentElement);
    }
  }
  return texts;
}

test('the Korean page marks the English words of Redoc as English, and Korean as Korean', async () => {
  await using opened = await openCall('ko/', 'deleteFriends');
  const { page } = opened;
  const found = new Map<string, string>();
  const read = async () => {
    for (const [text, language] of await page.evaluate(readTexts)) found.set(`${text} ${language}`, text);
  };
  for (const menu of await page.locator('main [aria-haspopup="menu"]').all())
    if (await menu.isVisible()) await menu.press('Enter');
  await read();
  // Ctrl+K opens the search of the whole site.
  await page.getByTestId('search-trigger').getByText('Search').click();
  await read();
  // The results change while one types: elements are drawn again with text of the other language.
  for (const text of ['3', '1704', ' 계정']) {
    await page.keyboard.type(text);
    await page.getByTestId('search-item').or(page.getByTestId('search-message')).first().waitFor();
    await read();
  }
  const marks = [...found].map(([mark]) => mark);
  expect(marks).toEqual(expect.arrayContaining(['Responses en', 'Search docs... en', '레퍼런스 검색 ko']));
  expect(marks.length).toBeGreaterThan(150);
  const wrong = [...found].filter(([mark, text]) => {
    if (/[가-힣]/.test(text)) return !mark.endsWith(' ko');
    return /\p{L}/u.test(text) && !mark.endsWith(' en');
  });
  expect(wrong).toEqual([]);
});
