import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createSandbox, demoKey } from '@chat-sns/sandbox';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { docs, fillIn } from './support/pages.ts';

const execute = promisify(execFile);
const sandbox = createSandbox({ allowOrigins: [docs.origin] });
const { url: sandboxUrl } = await sandbox.listen({ port: 0 });
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

async function openExplorer() {
  const opened = await docs.open('explorer/');
  await fillIn(opened.page, sandboxUrl);
  return opened;
}

/** Clicks a copy button and reads the clipboard. */
async function copy(page: Page, button: string, part: string): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).toContain(part);
  return read();
}

test('the copy button of a sample works by keyboard and confirms the copy', async () => {
  await using opened = await docs.open('operations/deleteFriends/');
  const { page, complaints } = opened;
  const sample = page.locator('#samples figure').first();
  const button = sample.getByRole('button', { name: /^Copy code: / });
  await button.press('Enter');
  await sample.getByRole('status').getByText('Copied').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('/v4/sns/friend_delete');
  expect(copied).toBe(await sample.locator('code').textContent());
  expect(complaints).toEqual([]);
});

test('copies are masked unless the reader decides otherwise, and never contain the key', async () => {
  await using opened = await openExplorer();
  const { page } = opened;
  const curl = await copy(page, 'Copy curl', 'curl ');
  expect(curl).toContain(`${sandboxUrl}/v4/sns/friend_delete\\\n?sdkappid=1400000000`);
  expect(curl).toContain('usersig=$USER_SIG\\\n');
  await page.getByText('Copied.').waitFor();
  expect(await copy(page, 'Copy TypeScript', 'await chat.deleteFriends({')).not.toContain(demoKey);
  await page.getByLabel('Include the UserSig').check();
  await expect.poll(() => page.locator('[data-copy="typescript"]').textContent()).toContain("userSig: 'eJ");
  expect(await page.locator('[data-copy="curl"]').textContent()).not.toContain(demoKey);
});

test('the copied curl deletes a friend', async () => {
  await using opened = await openExplorer();
  const { page } = opened;
  await page.getByLabel('Include the UserSig').check();
  await expect.poll(() => page.locator('[data-copy="curl"]').textContent()).toContain('usersig=eJ');
  const { stdout } = await execute('bash', ['-c', await copy(page, 'Copy curl', 'curl ')]);
  expect(JSON.parse(stdout)).toMatchObject({
    ErrorCode: 0,
    ResultItem: [{ To_Account: 'bob', ResultCode: 0 }],
  });
});

/** Writes a copy below the package, so that it finds node_modules, in a folder that git ignores. */
function writeCopy(text: string) {
  const folder = fileURLToPath(new URL('../../reports/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = `${folder}copied-${process.pid}.ts`;
  writeFileSync(file, text);
  return { file, [Symbol.dispose]: () => rmSync(file) };
}

const runCopy = (file: string) => execute('node', [file], { env: { ...process.env, SECRET_KEY: demoKey } });

test('the copied TypeScript deletes a friend', async () => {
  await using opened = await openExplorer();
  using copied = writeCopy(await copy(opened.page, 'Copy TypeScript', 'createChatClient'));
  const { stdout } = await runCopy(copied.file);
  expect(stdout).toContain("deleted: [ 'bob' ]");
});

test('the copied TypeScript of any JSON compiles and sends it', async () => {
  await using opened = await openExplorer();
  const { page } = opened;
  await page.getByLabel('Send it even if it breaks a limit').check();
  await page.getByRole('radio', { name: 'JSON' }).check();
  const json = String.raw`{"From_Account":"it's \"a\"\n","To_Account":7,"a-b":[[],{"c":null}],"":{"__proto__":{}},"d":-1.5e-7}`;
  await page.getByRole('textbox', { name: 'Body as JSON' }).fill(json);
  using copied = writeCopy(await copy(page, 'Copy TypeScript', 'chat.raw.POST'));
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--types', 'node'];
  await execute('tsc', [...options, '--ignoreConfig', copied.file]);
  const { stdout } = await runCopy(copied.file);
  expect(stdout).toContain("ActionStatus: 'FAIL'");
  expect(JSON.stringify(sandbox.calls.list().at(-1)?.body)).toBe(json);
});

test('a call to the service itself can be copied but not sent', async () => {
  await using opened = await openExplorer();
  const { page } = opened;
  await page.getByLabel('The service itself').check();
  expect(await page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
  await page.getByLabel('Region').selectOption('frankfurt');
  expect(await page.locator('[data-copy="curl"]').textContent()).toContain(
    'https://adminapiger.im.qcloud.com/',
  );
  expect(await page.locator('[data-copy="typescript"]').textContent()).toContain("region: 'frankfurt'");
});
