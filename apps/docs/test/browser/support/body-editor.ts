import type { Page } from 'playwright-core';
import { fillIn } from './pages.ts';

/** The editor of the explorer's body, which lives in a shadow root. */
export const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Body as JSON' });

export const textOf = async (page: Page) =>
  (await editorOf(page).locator('.cm-line').allTextContents()).join('\n');

export const operationOf = (page: Page) => page.locator('[name="operation"]');

export async function chooseJson(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'JSON' }).check();
  await editorOf(page).waitFor();
}

/** Replaces the text of the editor with a text, or with a body as JSON. */
export async function typeBody(page: Page, body: unknown): Promise<void> {
  await editorOf(page).fill(typeof body === 'string' ? body : JSON.stringify(body, null, 2));
}

/** Shows the explorer's demo app for a server, and its body in the editor. */
export async function showEditor(page: Page, address: string): Promise<void> {
  await fillIn(page, address);
  await chooseJson(page);
}
