import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** One stop of the Tab key. */
interface Stop {
  /** Start of the element's markup. */
  element: string;
  /** What is wrong there. */
  faults: string[];
}

/** What a page knows of a walk. */
interface Walk {
  seen: Set<Element>;
  stops: Stop[];
  /** Looks at the focus. The walk is over when that left the page or came back to an earlier stop. */
  look: () => boolean;
  isOver: boolean;
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
  await page.evaluate(prepareWalk);
  // A page that stands still looks at each stop when the key is released, so that many keys can be sent at once.
  // Redoc draws after a key.
  const isStill = (await page.locator('#redoc').count()) === 0;
  if (isStill)
    await page.evaluate(() => addEventListener('keyup', (globalThis as unknown as Walk).look, true));
  const session = await page.context().newCDPSession(page);
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  const press = () =>
    (['rawKeyDown', 'keyUp'] as const).map((type) =>
      session.send('Input.dispatchKeyEvent', { type, ...tab }),
    );
  for (let presses = 0; presses < 500; presses += isStill ? 10 : 1) {
    await Promise.all(Array.from({ length: isStill ? 10 : 1 }, press).flat());
    const isOver = await page.evaluate((isStill) => {
      const { look, isOver } = globalThis as unknown as Walk;
      return isStill ? isOver : look();
    }, isStill);
    if (isOver) return page.evaluate(() => (globalThis as unknown as Walk).stops);
  }
  throw new Error(
    `Tab never leaves the page: ${await page.evaluate(() => document.activeElement?.outerHTML)}`,
  );
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
    const { seen } = globalThis as unknown as Walk;
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

function prepareWalk(): void {
  const look = () => {
    const element = document.activeElement;
    walk.isOver ||= element === null || element === document.body || walk.seen.has(element);
    if (walk.isOver || element === null) return true;
    walk.seen.add(element);
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
      if (
        !top ||
        !(element.contains(top) || top.contains(element) || top.closest('label')?.contains(element))
      )
        faults.push(`lies under ${top?.outerHTML.slice(0, 60)}`);
    }
    walk.stops.push({ element: element.outerHTML.slice(0, 120), faults });
    return false;
  };
  const fresh: Walk = { seen: new Set(), stops: [], look, isOver: false };
  const walk = Object.assign(globalThis, fresh);
}
