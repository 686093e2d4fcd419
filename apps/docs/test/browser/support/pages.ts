import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { serveDocs } from '../../../src/serve.ts';
import { startBrowser } from './browser.ts';
import { repository } from './contract.ts';
import { isWhole } from './looks.ts';
import { serveFolder } from './serve-folder.ts';

const folder = fileURLToPath(new URL('../../../screenshots/', import.meta.url));

// All test files share them, because one process runs them all. They end with it.
const site = new URL('apps/docs/dist/', repository);
const served = await serveDocs({ port: 0, folder: fileURLToPath(site) });
const servedPlain = await serveFolder(site, '/some/sub-path/');
const browser = await startBrowser();

/** A page that records its errors. Its context is closed with it. */
async function createPage(options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/** The built docs with their real headers. */
export const docs = {
  origin: new URL(served.url).origin,
  async open(path: string, options: BrowserContextOptions = {}) {
    const opened = await createPage(options);
    await opened.page.goto(served.url + path);
    return opened;
  },
};

/** The same docs below a sub-path of a plain file server. */
export const plainDocs = {
  /** Waits until the page is quiet, and records requests to other hosts too. */
  async open(path: string, options: BrowserContextOptions = {}) {
    const { url } = servedPlain;
    const opened = await createPage(options);
    const { page, complaints } = opened;
    page.on('request', (request) => {
      const target = request.url();
      if (!target.startsWith(url) && !/^(data|blob|about):/.test(target))
        complaints.push(`requests ${target}`);
    });
    await page.goto(url + path, { waitUntil: 'networkidle' });
    const place = () => page.url().slice(url.length);
    return { ...opened, place };
  },
};

/** Points the explorer to a server on this machine and fills in the demo app. */
export async function fillIn(page: Page, address: string): Promise<void> {
  await page.getByLabel('Another address on this machine').check();
  await page.getByLabel('Address', { exact: true }).fill(address);
  await page.getByRole('button', { name: 'Use the demo app' }).click();
}

export const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();

/** Writes a picture for people to look at, in `pnpm looks`. A busy machine sometimes fails to take one, so it tries twice. */
export async function takeScreenshot(page: Page, name: string, fullPage = false): Promise<void> {
  if (!isWhole) return;
  const options = { path: `${folder}${name}.png`, fullPage };
  await page.screenshot(options).catch(() => page.screenshot(options));
}
