import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** `pnpm looks` goes through everything and takes pictures. `npm test` leaves out what only repeats other looks. */
export const isWhole = process.env.MODE === 'whole';

/** Pages of each kind that the site has. */
export const englishPages = [
  ...['', 'guides/', 'guides/errors-and-retries/', 'operations/', 'operations/deleteFriends/'],
  ...[
    'webhooks/friendDeleted/',
    'workflows/',
    'sandbox-control/',
    'errors/',
    'errors/31704/',
    'disagreements/',
  ],
  ...['explorer/', 'explorer/usersig/', 'changelog/'],
];
/** Hundreds of rows of one kind, which take axe long. Without scripts they are looked at on a phone as well. */
export const longPages = ['sources/', 'claims/'];
/** The same markup and colours with other words. One of them stands for all in `npm test`. */
export const koreanPages = [
  'ko/operations/deleteFriends/',
  ...(isWhole ? ['ko/', 'ko/operations/', 'ko/errors/'] : []),
  ...(isWhole ? ['ko/disagreements/', 'ko/sources/', 'ko/claims/'] : []),
];

export const phone = { width: 375, height: 800 };
export const nameOf = (path: string) => path.replace(/[/#]+/g, '-').replace(/-$/, '') || 'home';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** A place where a rule of axe is known to find something, and why that stays. */
export interface Exception {
  rule: string;
  place: string;
  reason: string;
}

/** Everything that axe finds, one line for each rule. What is an exception shows its reason instead of its markup. */
export async function findViolations(
  page: Page,
  rules: RunOptions = {},
  exceptions: readonly Exception[] = [],
): Promise<string[]> {
  // Through the debugging protocol, which works whatever the page's policy is, and without scripts too.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const options: RunOptions = { ...rules, resultTypes: ['violations'] };
  return page.evaluate(
    async ([options, exceptions]) => {
      const { violations } = await (globalThis as unknown as { axe: typeof Axe }).axe.run(document, options);
      return violations.map(({ id, nodes }) => {
        const reasonOf = (target: string) =>
          exceptions.find(({ rule, place }) => rule === id && document.querySelector(target)?.matches(place))
            ?.reason;
        return `${id}: ${nodes.map(({ html, target }) => reasonOf(String(target)) ?? html).join(' | ')}`;
      });
    },
    [options, exceptions] as const,
  );
}

export async function expectGoodLook(page: Page, rules: RunOptions = {}): Promise<void> {
  expect(await findViolations(page, rules)).toEqual([]);
  await expectNoOverflow(page);
}

export async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'the page is wider than the screen').toBeLessThanOrEqual(0);
}

/** Dark changes only colours, and a narrow screen changes everything else. */
export const colours: RunOptions = { runOnly: ['color-contrast'] };
export const allButColours: RunOptions = { rules: { 'color-contrast': { enabled: false } } };
