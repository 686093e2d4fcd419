import { startMock } from '@chat-sns/mock';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { chooseJson, editorOf, operationOf, showEditor, textOf, typeBody } from './support/body-editor.ts';
import { expectGoodLook, phone } from './support/looks.ts';
import { docs, send, takeScreenshot } from './support/pages.ts';

const mock = await startMock({ port: 0 });
afterAll(() => mock.close());

async function openEditor(options: BrowserContextOptions = {}) {
  const opened = await docs.open('explorer/', options);
  await showEditor(opened.page, mock.url);
  return opened;
}

const faultsOf = (page: Page) => page.locator('.editor-problems li').allTextContents();
const marksOf = (page: Page) => page.locator('.cm-lintRange').allTextContents();

/** Accepts a completion by keyboard. The editor ignores keys for a moment after its list appears. */
async function acceptCompletion(page: Page, name: string): Promise<void> {
  const chosen = page.locator('[role="option"][aria-selected="true"]');
  await chosen.waitFor();
  await page.clock.fastForward(1000);
  if ((await chosen.textContent()) !== name) await page.keyboard.press('ArrowDown');
  expect(await chosen.textContent()).toBe(name);
  await page.keyboard.press('Enter');
}

describe('the editor', () => {
  test('marks while typing where the text is not JSON and where it violates the contract', async () => {
    await using opened = await openEditor();
    const { page } = opened;
    await typeBody(page, '{\n  "From_Account": alice\n}');
    expect(await marksOf(page)).toEqual(['alice']);
    expect(await faultsOf(page)).toEqual([expect.stringMatching(/^Line 2, Not JSON from here on: \S.*\.$/)]);
    await typeBody(page, { To_Account: ['bob', 'no spaces', 7], DeleteType: 'Both', DeletType: 'x' });
    expect(await marksOf(page)).toEqual(['{', '"no spaces"', '7', '"Both"', '"DeletType"']);
    const faults = await faultsOf(page);
    expect(faults.slice(0, 2)).toEqual([
      'Line 1, From_Account: Required.',
      'Line 4, To_Account[1]: Letters, digits, _ and - only.',
    ]);
    expect(faults[3]).toContain('Line 7, DeleteType: One of Delete_Type_Single, Delete_Type_Both.');
    await operationOf(page).selectOption('deleteFriendLists');
    await typeBody(page, { From_Account: 'alice', GroupName: ['good', '가나다라마바사아자차카'] });
    expect(await faultsOf(page)).toEqual(['Line 5, GroupName[1]: At most 30 bytes of UTF-8.']);
    expect(await marksOf(page)).toEqual(['"가나다라마바사아자차카"']);
  });

  test('works by keyboard alone: it offers names and values, undoes, and Tab moves to the next field', async () => {
    await using opened = await openEditor();
    const { page } = opened;
    const press = (key: string) => page.keyboard.press(key);
    await page.clock.install();
    await page.getByRole('radio', { name: 'JSON' }).focus();
    await press('Tab');
    await press('Control+a');
    await page.keyboard.type('{"From_Account": "alice", "');
    await acceptCompletion(page, '"DeleteType"');
    await press('Control+Space');
    await acceptCompletion(page, '"Delete_Type_Both"');
    await page.keyboard.type('}');
    const text = await textOf(page);
    expect(text).toBe('{"From_Account": "alice", "DeleteType": "Delete_Type_Both"}');
    await press('Control+z');
    expect(await textOf(page)).not.toBe(text);
    await press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('unchecked');
    await press('Shift+Tab');
    await press('Shift+Tab');
    await press('ArrowLeft');
    expect(await page.getByRole('status').getByText('Still JSON').isVisible()).toBe(true);
  });

  test('sends unknown fields only when the checks are skipped, and never anything but an object', async () => {
    await using opened = await openEditor();
    const { page } = opened;
    const body = { From_Account: 'alice', To_Account: ['bob'], Extra: { deep: [1, null, 'x'] } };
    const calls = mock.calls().length;
    await typeBody(page, body);
    await send(page);
    expect(await editorOf(page).evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.getByLabel('Send it even if it breaks a limit').check();
    await typeBody(page, '[1]');
    await send(page);
    await page.getByRole('status').getByText('Only a JSON object can be sent from here').waitFor();
    expect(await page.locator('[data-copy="curl"]').textContent()).toContain("--data-raw '[1]'");
    expect(mock.calls().length).toBe(calls);
    await typeBody(page, body);
    await send(page);
    await page.getByRole('status').getByText('OK · HTTP 200').waitFor();
    expect(mock.calls().at(-1)?.body).toEqual(body);
  });

  test('takes over the demo app, and keeps what the form cannot show', async () => {
    await using opened = await docs.open('explorer/');
    const { page } = opened;
    await chooseJson(page);
    await typeBody(page, { From_Account: '', To_Account: [] });
    await page.getByRole('button', { name: 'Use the demo app' }).click();
    expect(JSON.parse(await textOf(page))).toMatchObject({
      From_Account: 'alice',
      To_Account: ['bob'],
    });
    await typeBody(page, '{"Extra": 1');
    await page.getByRole('button', { name: 'Use the demo app' }).click();
    expect(await textOf(page)).toBe('{"Extra": 1');
  });
});

test.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['phone', { colorScheme: 'light', viewport: phone }],
] as const)(
  'in %s axe finds no violation in the editor with faults and completions',
  async (look, context) => {
    await using opened = await openEditor(context);
    const { page, complaints } = opened;
    await typeBody(page, '{\n  "From_Account": "al ice",\n  "To_Account": [true, 7, null],\n  "Dele');
    await page.keyboard.press('Control+Space');
    await page.locator('[role="option"]').first().waitFor();
    await takeScreenshot(page, `explorer-json-${look}`, true);
    await expectGoodLook(page);
    expect(complaints).toEqual([]);
  },
);
