import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** One stop of the Tab key. */
interface Stop {
  /** Start of the element's markup. */
  element: string;
  isInMain: boolean;
  /** What is wrong there. */
  faults: string[];
}

/** Makes Redoc draw all its sections. It draws each when it comes into view, and Tab could get there first. */
export async function drawAll(page: Page): Promise<void> {
  const drawNext = () => {
    const empty = [...document.querySelectorAll('#redoc [data-section-id]:empty')];
    empty[0]?.scrollIntoView();
    return empty.length;
  };
  await expect.poll(() => page.evaluate(drawNext), { timeout: 20_000 }).toBe(0);
}

/** Presses Tab until the focus leaves the page or comes back to an earlier stop, and checks each stop. */
export async function walkByTab(page: Page): Promise<Stop[]> {
  await page.evaluate(() => {
    Object.assign(globalThis, { seen: new Set<Element>() });
  });
  const stops: Stop[] = [];
  while (stops.length < 500) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (stop === undefined) return stops;
    stops.push(stop);
  }
  throw new Error(`Tab never leaves the page: ${stops.slice(-5).map(({ element }) => element)}`);
}

/** Presses Tab until an element has the focus. @throws when Tab does not lead there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/** Elements that a walk missed, or did not reach in the order of the page. */
export function findMissed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: Set<Element> };
    const all = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const wanted = [...document.querySelectorAll<HTMLElement>(all)].filter((element) => {
      const { disabled = false, type, name, checked } = element as HTMLInputElement;
      const isInGroup = type === 'radio' && !checked && document.querySelector(`[name="${name}"]:checked`);
      const isShown = element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');
      return element.tabIndex >= 0 && !disabled && !isInGroup && isShown;
    });
    const reached = [...seen].filter((element) => wanted.includes(element as HTMLElement));
    const missed = wanted.filter((element) => !seen.has(element));
    const wrong = missed.length > 0 ? missed : wanted.filter((element, index) => reached[index] !== element);
    return wrong.map((element) => element.outerHTML.slice(0, 120));
  });
}

function lookAtFocus(): Stop | undefined {
  const { seen } = globalThis as unknown as { seen: Set<Element> };
  const element = document.activeElement;
  if (element === null || element === document.body || seen.has(element)) return undefined;
  seen.add(element);
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const [box] = element.getClientRects();
  const faults: string[] = [];
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 || outlineColor.endsWith(', 0)'))
    faults.push('has no ring');
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || !box?.width)
    faults.push('is hidden');
  if (box) {
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 12)];
    const top = document.elementFromPoint(x, y);
    if (!top || !(element.contains(top) || top.contains(element) || top.closest('label')?.contains(element)))
      faults.push(`lies under ${top?.outerHTML.slice(0, 60)}`);
  }
  return { element: element.outerHTML.slice(0, 120), isInMain: element.closest('main') !== null, faults };
}
