import { startMock } from '@chat-sns/mock';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { chooseJson, editorOf, operationOf, showEditor, textOf, typeBody } from './support/body-editor.ts';
import { docs, fillIn, plainDocs, send } from './support/pages.ts';

const mock = await startMock({ port: 0 });
afterAll(() => mock.close());

async function openEditor() {
  const opened = await docs.open('explorer/');
  await showEditor(opened.page, mock.url);
  return opened;
}

const controlValue = (page: Page, field: string) => page.locator(`#deleteFriends-${field}`).inputValue();

test('the two views show one body, and the editor is loaded on demand', async () => {
  await using opened = await docs.open('explorer/');
  const { page, complaints } = opened;
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await fillIn(page, mock.url);
  expect(requests).toEqual([]);
  await chooseJson(page);
  expect(requests).toEqual([expect.stringMatching(/\/assets\/json-editor\.[0-9a-f]+\.js$/)]);
  expect(JSON.parse(await textOf(page))).toEqual({
    From_Account: 'alice',
    To_Account: ['bob'],
    DeleteType: 'Delete_Type_Single',
  });
  await typeBody(page, { From_Account: 'carol', To_Account: ['dave', 'erin'] });
  await page.getByRole('radio', { name: 'Form' }).check();
  expect(await controlValue(page, 'From_Account')).toBe('carol');
  expect(await controlValue(page, 'To_Account')).toBe('dave\nerin');
  expect(await controlValue(page, 'DeleteType')).toBe('');
  expect(await editorOf(page).isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});

test('the two views find the editor below any sub-path of a plain file server', async () => {
  await using opened = await plainDocs.open('explorer/');
  const { page, complaints } = opened;
  await chooseJson(page);
  expect(complaints).toEqual([]);
});

test('the JSON view stays where the form would lose something, and says why', async () => {
  await using opened = await openEditor();
  const { page } = opened;
  const reasons = [
    ['{"From_Account": "carol"', 'the form cannot show text that is not a JSON object'],
    ['["carol"]', 'the form cannot show text that is not a JSON object'],
    ['{"From_Account": "carol", "Extra": 1}', 'the form has no field Extra'],
    ['{"From_Account": 7}', 'the form cannot show this value of From_Account'],
    ['{"To_Account": ["a", " b"]}', 'the form cannot show this value of To_Account'],
    ['{"DeleteType": "Delete_Type_None"}', 'the form cannot show this value of DeleteType'],
  ] as const;
  for (const [text, reason] of reasons) {
    await typeBody(page, text);
    // Not check(): the choice does not stay.
    await page.getByRole('radio', { name: 'Form' }).click();
    expect(await page.locator('.view-status').textContent(), text).toBe(`Still JSON: ${reason}.`);
    expect(await page.getByRole('radio', { name: 'JSON' }).isChecked()).toBe(true);
    expect(await textOf(page)).toBe(text);
  }
  expect(await controlValue(page, 'From_Account')).toBe('alice');
});

test('the two views keep what was typed for another operation, even what the form cannot show', async () => {
  await using opened = await openEditor();
  const { page } = opened;
  await typeBody(page, { From_Account: 'carol', Extra: 1 });
  await operationOf(page).selectOption('deleteFriendLists');
  expect(JSON.parse(await textOf(page))).toEqual({
    From_Account: 'alice',
    GroupName: ['family'],
  });
  await page.getByRole('radio', { name: 'Form' }).check();
  await operationOf(page).selectOption('deleteFriends');
  expect(JSON.parse(await textOf(page))).toEqual({ From_Account: 'carol', Extra: 1 });
});

test('the form works when the editor cannot be loaded, and the page says so', async () => {
  await using opened = await docs.open('explorer/');
  const { page } = opened;
  await page.route('**/json-editor.*.js', (route) => route.abort());
  await fillIn(page, mock.url);
  await page.getByRole('radio', { name: 'JSON' }).click();
  await page.getByText('The editor could not be loaded. The form works without it').waitFor();
  expect(await page.getByRole('radio', { name: 'Form' }).isChecked()).toBe(true);
  await send(page);
  await page.getByRole('status').getByText('OK · HTTP 200').waitFor();
});
