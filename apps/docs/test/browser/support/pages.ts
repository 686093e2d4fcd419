import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serveDocs } from '../../../src/serve.ts';
import { startBrowser } from './browser.ts';
import { repository } from './contract.ts';

const folder = fileURLToPath(new URL('../../../screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });

/** The built docs on a free port with their real headers, and a browser in front of them. */
export async function startDocs() {
  const docs = await serveDocs({
    port: 0,
    folder: fileURLToPath(new URL('apps/docs/dist', repository)),
  });
  const browser: Browser = await startBrowser();

  /** Opens a page and notes what a reader would never see. */
  async function open(path: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext(options);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(docs.url + path);
    return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
  }

  return {
    origin: new URL(docs.url).origin,
    open,
    async close() {
      await browser.close();
      await docs.close();
    },
  };
}

/** Points the explorer to a server on this machine and fills in the demo app. */
export async function fillIn(page: Page, address: string): Promise<void> {
  await page.getByLabel('Another address on this machine').check();
  await page.getByLabel('Address', { exact: true }).fill(address);
  await page.getByRole('button', { name: 'Use the demo app' }).click();
}

export const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();

/** Writes a picture for a person to look at. A busy machine fails to take one now and then, so it tries twice. */
export async function takeScreenshot(page: Page, name: string, fullPage = false): Promise<void> {
  const options = { path: `${folder}${name}.png`, fullPage };
  await page.screenshot(options).catch(() => page.screenshot(options));
}
