import { createSandbox } from '@chat-sns/sandbox';
import { afterAll, expect, test } from 'vitest';
import { drawAll, findMissed, tabTo, walkByTab } from './support/keyboard.ts';
import { isWhole } from './support/looks.ts';
import { docs } from './support/pages.ts';

const sandbox = createSandbox({ allowOrigins: [docs.origin] });
const { url: sandboxUrl } = await sandbox.listen({ port: 0 });
afterAll(() => sandbox.close());

const pages = [
  ...['', 'guides/errors-and-retries/', 'operations/deleteFriends/', 'workflows/', 'disagreements/'],
  ...['errors/?q=317', 'explorer/', 'explorer/usersig/'],
  // A walk through Redoc takes long; reference.test.ts has the one of `npm test`.
  ...(isWhole ? ['reference/', 'ko/operations/deleteFriends/', 'ko/reference/'] : []),
];

test.each(pages)(
  'Tab reaches every control in order with a visible focus ring, and the first stop skips to the content: /%s',
  async (path) => {
    await using opened = await docs.open(path);
    const { page } = opened;
    await page.waitForLoadState('networkidle');
    const skip = page.locator('.skip');
    await page.keyboard.press('Tab');
    expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
    await drawAll(page);
    await skip.press('Shift+Tab');
    const stops = await walkByTab(page);
    expect(stops.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(await findMissed(page)).toEqual([]);
    await skip.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  },
);

test('the walk finds planted faults', async () => {
  await using opened = await docs.open('guides/');
  const { page } = opened;
  await page.evaluate(() => {
    const [bare, hidden, late, trap] = document.querySelectorAll<HTMLElement>('main a');
    bare?.style.setProperty('outline', 'none', 'important');
    hidden?.style.setProperty('opacity', '0');
    late?.setAttribute('tabindex', '1');
    trap?.addEventListener('keydown', (event) => event.preventDefault());
  });
  const stops = await walkByTab(page);
  expect(stops[0]?.element).toContain('tabindex="1"');
  expect(stops.flatMap(({ faults }) => faults)).toEqual(['has no ring', 'is hidden']);
  expect((await findMissed(page)).join()).toContain('changelog/');
});

test('the explorer makes a call by keyboard alone', async () => {
  await using opened = await docs.open('explorer/');
  const { page } = opened;
  const focused = () => page.evaluate(() => document.activeElement?.id);
  await tabTo(page, page.getByLabel('Sandbox'));
  for (const _ of ['mock', 'own address']) await page.keyboard.press('ArrowDown');
  await tabTo(page, page.getByLabel('Address', { exact: true }));
  await page.keyboard.type(sandboxUrl);
  await tabTo(page, page.getByRole('button', { name: 'Use the demo app' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.locator('#deleteFriends-To_Account'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('not a friend');
  await tabTo(page, page.getByRole('button', { name: 'Send', exact: true }));
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('deleteFriends-To_Account');

  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('bob');
  await tabTo(page, page.locator('#deleteFriends-DeleteType'));
  await page.keyboard.type('Delete_Type_Both');
  await tabTo(page, page.getByRole('button', { name: 'Send', exact: true }));
  await page.keyboard.press('Space');
  await page.getByText('bob no longer has alice').waitFor();
  // Reported where the focus stays, so that one can send again; the next Tab leads to the result.
  await page.getByRole('status').getByText('OK · HTTP 200').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Send');
  expect(sandbox.state.read().accounts.bob?.friends).not.toHaveProperty('alice');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('/v4/sns/friend_delete');
});
