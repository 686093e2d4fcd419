import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Pages of each kind that the site has, in both languages. */
export const englishPages = [
  ...['', 'guides/', 'guides/errors-and-retries/', 'operations/', 'operations/deleteFriends/'],
  ...['webhooks/friendDeleted/', 'workflows/', 'sandbox-control/', 'errors/', 'disagreements/'],
  ...['sources/', 'claims/', 'explorer/', 'explorer/usersig/', 'changelog/'],
];
export const koreanPages = [
  ...['ko/', 'ko/operations/', 'ko/operations/deleteFriends/', 'ko/errors/'],
  ...['ko/disagreements/', 'ko/sources/', 'ko/claims/'],
];

export const phone = { width: 375, height: 800 };
export const nameOf = (path: string) => path.replace(/[/#]+/g, '-').replace(/-$/, '') || 'home';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Everything that axe finds, one line for each rule. */
export async function findViolations(page: Page, rules: RunOptions = {}): Promise<string[]> {
  // Through the debugging protocol, which works whatever the page's policy is, and without scripts too.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: typeof Axe }).axe.run(document, options),
    { ...rules, resultTypes: ['violations'] } satisfies RunOptions,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

export async function expectGoodLook(page: Page, rules: RunOptions = {}): Promise<void> {
  expect(await findViolations(page, rules)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'the page is wider than the screen').toBeLessThanOrEqual(0);
}

/** Dark changes only colours, and a narrow screen changes everything else. */
export const colours: RunOptions = { runOnly: ['color-contrast'] };
export const allButColours: RunOptions = { rules: { 'color-contrast': { enabled: false } } };
