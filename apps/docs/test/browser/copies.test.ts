import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createUserSig } from '@chat-sns/client/usersig';
import { startMock } from '@chat-sns/mock';
import { createSandbox, demoKey } from '@chat-sns/sandbox';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { docs, fillIn } from './support/pages.ts';

const execute = promisify(execFile);
const mock = await startMock({ port: 0 });
const sandbox = createSandbox({ allowOrigins: [docs.origin] });
const { url: sandboxUrl } = await sandbox.listen({ port: 0 });
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await mock.close();
  await sandbox.close();
});

async function openExplorer(address = sandboxUrl) {
  const opened = await docs.open('explorer/');
  await fillIn(opened.page, address);
  return opened;
}

/** Runs a command as it is when it is pasted into a terminal, where the shell expands `!` too. */
async function paste(command: string, env: Record<string, string> = {}) {
  const running = execute('bash', { env: { ...process.env, ...env } });
  running.child.stdin?.end(`set -o history -o histexpand\n${command}\n`);
  return running;
}

/** Clicks the copy button of a snippet until it has the part, which a signature may take a moment for, and reads the clipboard. */
async function copy(page: Page, snippet: string, part: string): Promise<string> {
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  const click = () => page.getByRole('button', { name: `Copy code: ${snippet}` }).click();
  await expect.poll(async () => click().then(read)).toContain(part);
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

test('copies for a key of an own app are masked unless the reader decides otherwise, and never contain the key', async () => {
  const app = { sdkAppId: 1400000001, identifier: 'root', secretKey: 'the key of an own app' };
  await using own = createSandbox({ ...app, admins: [app.identifier], allowOrigins: [docs.origin] });
  const { url } = await own.listen({ port: 0 });
  await using opened = await openExplorer(url);
  const { page } = opened;
  await page.getByLabel('App id').fill(String(app.sdkAppId));
  await page.getByLabel('Administrator').fill(app.identifier);
  await page.getByLabel('Secret key', { exact: true }).fill(app.secretKey);
  const curl = await copy(page, 'curl', 'identifier=root');
  await page.getByRole('status').getByText('Copied').waitFor();
  expect(curl).toContain(`${url}/v4/sns/friend_delete\\\n?sdkappid=1400000001`);
  await expect(paste(curl)).rejects.toThrow('USER_SIG: set it to a UserSig of this administrator');
  expect(own.calls.list()).toEqual([]);
  const userSig = await createUserSig({ ...app, expiresIn: 60 });
  expect(JSON.parse((await paste(curl, { USER_SIG: userSig })).stdout)).toMatchObject({ ErrorCode: 0 });
  const masked = await copy(page, 'TypeScript', "secretKey: process.env.SECRET_KEY ?? ''");
  await page.getByLabel('Include the UserSig').check();
  await expect.poll(() => page.locator('[data-copy="typescript"]').textContent()).toContain("userSig: 'eJ");
  const shown = await copy(page, 'curl', 'usersig=eJ');
  expect([curl, masked, shown].join()).not.toContain(app.secretKey);
  expect(JSON.parse((await paste(shown)).stdout)).toMatchObject({ ErrorCode: 0 });
});

test('the copied curl of the demo app runs as pasted, whatever the names contain, on sandbox and mock', async () => {
  const list = `it's "a" $HOME !x \`id\` 가`;
  const identifier = `ad'm!n "$USER" \`id\` 관`;
  await using odd = createSandbox({
    admins: [identifier],
    state: { accounts: { alice: { lists: [list] } } },
    allowOrigins: [docs.origin],
  });
  const { url } = await odd.listen({ port: 0 });
  await using opened = await openExplorer(url);
  const { page } = opened;
  await page.locator('[name="operation"]').selectOption('deleteFriendLists');
  await page.locator('#deleteFriendLists-GroupName').fill(list);
  // The mock checks the caller against the contract, which allows it letters and digits alone.
  for (const [address, caller] of [
    [url, identifier],
    [mock.url, 'administrator'],
  ] as const) {
    await page.getByLabel('Address', { exact: true }).fill(address);
    await page.getByLabel('Administrator').fill(caller);
    const curl = await copy(page, 'curl', `${address}/v4/sns/group_delete`);
    expect(curl).not.toContain(demoKey);
    expect(JSON.parse((await paste(curl)).stdout)).toMatchObject({ ErrorCode: 0 });
  }
  expect(odd.state.read().accounts.alice?.lists).toEqual([]);
  expect(mock.calls().at(-1)?.body).toEqual({ From_Account: 'alice', GroupName: [list] });
});

/** Writes a copy below the package, so that it finds node_modules, in a folder that git ignores. */
function writeCopy(text: string) {
  const folder = fileURLToPath(new URL('../../reports/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = `${folder}copied-${process.pid}.ts`;
  writeFileSync(file, text);
  return { file, [Symbol.dispose]: () => rmSync(file) };
}

const runCopy = (file: string) => execute('node', [file], { env: { ...process.env, SECRET_KEY: '' } });

test('the copied TypeScript deletes a friend', async () => {
  await using opened = await openExplorer();
  using copied = writeCopy(await copy(opened.page, 'TypeScript', 'createChatClient'));
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
  using copied = writeCopy(await copy(page, 'TypeScript', 'chat.raw.POST'));
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

describe('a page as Markdown', () => {
  test('is copied with whole links', async () => {
    await using opened = await docs.open('guides/one-way-or-two-way/');
    const { page, complaints } = opened;
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page.locator('.copy-page').getByText('Copied').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^# One-way or two-way\n/);
    expect(text).toContain(`](${docs.origin}/errors/`);
    expect(text).not.toMatch(/\]\((?!https?:)/);
    expect(complaints).toEqual([]);
  });

  test('is a link without scripts, and on pages that may not connect to the site', async () => {
    await using without = await docs.open('errors/', { javaScriptEnabled: false });
    const link = (page: Page) => page.getByRole('link', { name: 'Markdown', exact: true });
    const button = (page: Page) => page.getByRole('button', { name: 'Copy as Markdown' });
    expect([await link(without.page).isVisible(), await button(without.page).count()]).toEqual([true, 0]);
    await using tool = await docs.open('explorer/usersig/');
    await tool.page.waitForLoadState('networkidle');
    expect([await link(tool.page).isVisible(), await button(tool.page).count()]).toEqual([true, 0]);
  });
});
