import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMock } from '@chat-sns/mock';
import { createSandbox } from '@chat-sns/sandbox';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { catalogue, document, operationIds, repository } from './support/contract.ts';
import { docs } from './support/pages.ts';

const execute = promisify(execFile);
const sandbox = createSandbox({ rateLimit: 0 });
const { url: sandboxUrl } = await sandbox.listen({ port: 0 });
const mock = await startMock({ port: 0 });
afterAll(() => Promise.all([sandbox.close(), mock.close()]));

/** A sample as its reader pastes it, sent to the servers of this test. */
const aim = (text: string) =>
  text.replaceAll('http://127.0.0.1:4020', sandboxUrl).replaceAll('http://127.0.0.1:4010', mock.url);

const samples = Object.values(document.paths)[0]?.post['x-codeSamples'] ?? [];
const languages = samples.map(({ lang, label }) => ({ lang, label }));
const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Runs a sample and returns what it printed. */
async function run(lang: string, source: string): Promise<string> {
  // Below the package, so that it finds the client, in a folder that git ignores.
  const folder = fileURLToPath(new URL('../../reports/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = `${folder}sample-${process.pid}.${lang === 'TypeScript' ? 'ts' : 'mjs'}`;
  const commands: Record<string, string> = { Shell: 'bash', Python: 'python3' };
  writeFileSync(file, source);
  try {
    return (await execute(commands[lang] ?? 'node', [file], { maxBuffer: 10_000_000 })).stdout;
  } finally {
    rmSync(file);
  }
}

const choose = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).check();
const shownSample = (page: Page) => page.locator('#samples [data-sample] code').filter({ visible: true });
const readSample = async (page: Page) => (await shownSample(page).textContent()) ?? '';

test.for(operationIds.flatMap((id) => languages.map((language) => ({ id, ...language }))))(
  '$id, $label: runs as pasted on the sandbox and on the mock, and for the service other values stand in the same places',
  async ({ id, lang, label }, { skip }) => {
    skip(lang === 'Python' && !hasPython, 'this machine has no python3');
    await using opened = await docs.open(`operations/${id}/`);
    const { page, complaints } = opened;
    const response = JSON.parse((await page.locator('#samples .language-json').textContent()) ?? '');
    await choose(page, label);
    expect(await shownSample(page).count()).toBe(1);
    const needsPackage = page.getByText('Requires @chat-sns/client, which is not published yet');
    expect(await needsPackage.isVisible()).toBe(lang === 'TypeScript');
    const texts: string[] = [];
    for (const [target, calls] of [
      ['Sandbox', sandbox.calls],
      ['Mock', mock.calls],
    ] as const) {
      await choose(page, target);
      sandbox.reset();
      const printed = await run(lang, aim(texts[texts.push(await readSample(page)) - 1] ?? ''));
      expect(calls === mock.calls ? mock.calls().at(-1) : sandbox.calls.list().at(-1)).toMatchObject({
        operation: id,
      });
      // The client prints its own outcome; the others print the body, Python in its own notation.
      if (lang === 'Shell') expect(JSON.parse(printed)).toEqual(response);
      if (lang === 'Python') expect(JSON.parse(printed.replaceAll("'", '"'))).toEqual(response);
    }
    await choose(page, 'Service');
    const service = await readSample(page);
    const values = await page.locator('#targets').textContent();
    const { sandbox: own, service: placeholders } = JSON.parse(values ?? '') as Record<
      string,
      Record<string, string>
    >;
    const back = Object.entries(placeholders ?? {}).reduce(
      (text, [name, value]) => text.replaceAll(value, own?.[name] ?? ''),
      service,
    );
    expect(service).not.toBe(texts[0]);
    expect(back).toBe(texts[0]);
    expect(complaints).toEqual([]);
  },
);

test('the choice of language and target is remembered on the next page, and no cookie is set', async () => {
  await using opened = await docs.open('operations/deleteFriends/');
  const { page } = opened;
  await choose(page, 'Python');
  await choose(page, 'Mock');
  await page.goto(`${docs.origin}/operations/deleteFriendLists/`);
  await expect.poll(() => page.getByRole('radio', { name: 'Python' }).isChecked()).toBe(true);
  expect(await readSample(page)).toContain('"http://127.0.0.1:4010"');
  expect(await page.locator('#samples .note').filter({ visible: true }).textContent()).toContain('mock');
  expect(await page.context().cookies()).toEqual([]);
});

test('the tabs work by keyboard and without scripts, with the samples of the sandbox', async () => {
  await using opened = await docs.open('operations/deleteFriends/', { javaScriptEnabled: false });
  const { page } = opened;
  expect(await page.locator('.targets').isVisible()).toBe(false);
  await page.getByRole('radio', { name: 'curl' }).focus();
  for (const [index, { lang }] of languages.entries()) {
    if (index > 0) await page.keyboard.press('ArrowRight');
    const shown = page.locator('#samples [data-sample]').filter({ visible: true });
    expect(await shown.evaluateAll((all) => all.map((one) => one.getAttribute('data-sample')))).toEqual([
      lang,
    ]);
    expect(await readSample(page)).toContain('http://127.0.0.1:4020');
  }
});

test('print has the samples of every language', async () => {
  await using opened = await docs.open('operations/deleteFriends/');
  await opened.page.emulateMedia({ media: 'print' });
  expect(await shownSample(opened.page).count()).toBe(languages.length);
});

/** The blocks of code of a built page. */
function readShell(path: string): string[] {
  const page = readFileSync(new URL(`apps/docs/dist/${path}index.html`, repository), 'utf8');
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };
  return [...page.matchAll(/<code class="language-shell">(.*?)<\/code>/gs)].map(([, code = '']) =>
    code.replace(/<[^>]+>/g, '').replace(/&([\w#]+);/g, (whole, name: string) => entities[name] ?? whole),
  );
}

test('the commands on the page of every code get that code from mock and sandbox', async () => {
  const pages = catalogue.map((entry) => ({ ...entry, shell: readShell(`errors/${entry.code}/`) }));
  for (const { code, operations, shell } of pages) {
    expect(shell.length, String(code)).toBe(operations.length > 0 ? 2 : 1);
    expect(readShell(`ko/errors/${code}/`)).toEqual(shell);
  }
  const commands = pages.flatMap(({ code, shell }) => shell.map((text) => ({ code, text })));
  // One shell for all, because starting hundreds takes long.
  const script = commands.map(({ text }) => `${aim(text).replaceAll('curl ', 'curl -s ')}\necho; echo ---`);
  const printed = (await run('Shell', script.join('\n'))).split('\n---\n');
  const wrong = commands.filter(({ code }, index) => {
    const body = JSON.parse(printed[index]?.trim().split('\n').at(-1) ?? '');
    const items: { ResultCode: number }[] = body.ResultItem ?? [];
    return body.ErrorCode !== code && !items.some(({ ResultCode }) => ResultCode === code);
  });
  expect(wrong).toEqual([]);
});
