import { createUserSig } from '@chat-sns/client/usersig';
import { demoKey } from '@chat-sns/sandbox';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { docs, takeScreenshot } from './support/pages.ts';

describe('the UserSig tool', () => {
  const app = { sdkAppId: 1400000000, identifier: 'administrator', secretKey: demoKey };

  async function submit(page: Page, form: string, values: Record<string, string>) {
    for (const [name, value] of Object.entries(values))
      await page.locator(`${form} [name="${name}"]`).fill(value);
    await page.locator(`${form} [type="submit"]`).click();
  }

  test('makes a signature that verifies, and inspects it', async () => {
    await using opened = await docs.open('explorer/usersig/');
    const { page, complaints } = opened;
    const typed = { sdkAppId: '1400000000', identifier: 'administrator', secretKey: demoKey };
    await submit(page, '#make', typed);
    await expect.poll(() => page.locator('.made').textContent()).toMatch(/^eJ/);
    const userSig = (await page.locator('.made').textContent()) ?? '';
    await submit(page, '#inspect', { userSig, ...typed });
    await page.getByText('The signature is valid.').waitFor();
    await takeScreenshot(page, `usersig-tool`, true);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['UserSigWrongKey', 70009, { secretKey: 'another' }],
    ['UserSigIdentifierMismatch', 70013, { identifier: 'somebody' }],
    ['UserSigAppMismatch', 70014, { sdkAppId: '1400000001' }],
  ])('names %s', async (reason, code, wrong) => {
    await using opened = await docs.open('explorer/usersig/');
    const { page } = opened;
    await submit(page, '#inspect', { userSig: await createUserSig(app), secretKey: demoKey, ...wrong });
    await page.getByText(`${code} ${reason}`).waitFor();
  });

  test('recognises text that is not a UserSig, and reads one without a key', async () => {
    await using opened = await docs.open('explorer/usersig/');
    const { page } = opened;
    await submit(page, '#inspect', { userSig: 'not one' });
    await page.getByText('This is not a UserSig.').waitFor();
    await submit(page, '#inspect', { userSig: await createUserSig(app) });
    await page.getByText('The signature was not verified').waitFor();
    await page.getByText('administrator', { exact: true }).waitFor();
  });
});
