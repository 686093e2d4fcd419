import { createSandbox } from '@chat-sns/sandbox';
import axe, { type RunOptions } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { fillIn, send, startDocs, takeScreenshot } from '../docs-pages.ts';

const docs = await startDocs();
const sandbox = createSandbox({ allowOrigins: [docs.origin] });
const { url: sandboxUrl } = await sandbox.listen({ port: 0 });
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await docs.close();
  await sandbox.close();
});

const pages = [
  ...['', 'guides/', 'guides/errors-and-retries/', 'operations/', 'operations/deleteFriends/'],
  ...['sandbox-control/'],
  ...['errors/', 'disagreements/', 'sources/', 'explorer/', 'explorer/usersig/'],
];

interface Look {
  look: string;
  context: BrowserContextOptions;
  rules: RunOptions;
}

/** Colours are all that dark changes, and a narrow screen changes everything else. */
const looks: Look[] = [
  { look: 'light', context: { colorScheme: 'light' }, rules: {} },
  { look: 'dark', context: { colorScheme: 'dark' }, rules: { runOnly: ['color-contrast'] } },
  {
    look: 'phone',
    context: { colorScheme: 'light', viewport: { width: 375, height: 800 } },
    rules: { rules: { 'color-contrast': { enabled: false } } },
  },
];

async function findViolations(page: Page, rules: RunOptions): Promise<string[]> {
  // Through the debugging protocol, which the page's policy does not bind.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, options),
    { ...rules, resultTypes: ['violations'] } satisfies RunOptions,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

async function expectGoodLook(page: Page, rules: RunOptions): Promise<void> {
  expect(await findViolations(page, rules)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'the page is wider than the screen').toBeLessThanOrEqual(0);
}

test('axe sees a fault that is there', async () => {
  await using opened = await docs.open('guides/');
  const { page } = opened;
  await page.evaluate(() => {
    document.querySelector('h1')?.insertAdjacentHTML('afterend', '<input><p class="faint">text</p>');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.faint { color: #bbb; background: #fff }');
    document.adoptedStyleSheets = [sheet];
  });
  const found = (await findViolations(page, {})).join();
  expect(found).toContain('label:');
  expect(found).toContain('color-contrast:');
});

describe.each(looks)('in $look axe finds no violation', ({ look, context, rules }) => {
  test.each(pages)('/%s', async (path) => {
    await using opened = await docs.open(path, context);
    const { page, complaints } = opened;
    const name = path.replaceAll('/', '-').replace(/-$/, '') || 'home';
    await takeScreenshot(page, `${name}-${look}`);
    await expectGoodLook(page, rules);
    expect(complaints).toEqual([]);
  });

  test('the explorer with an answer and a drawing', async () => {
    await using opened = await docs.open('explorer/', context);
    const { page } = opened;
    await fillIn(page, sandboxUrl);
    await page.locator('#deleteFriends-To_Account').fill('bob\nerin\ncarol');
    await send(page);
    await page.getByText('31704 NotFriend').waitFor();
    await page.getByText('alice no longer has carol').waitFor();
    await takeScreenshot(page, `explorer-answer-${look}`, true);
    await expectGoodLook(page, rules);
  });
});
