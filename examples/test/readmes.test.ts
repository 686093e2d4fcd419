import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFriendsDeletedRequest } from '@chat-sns/client/webhook';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  copyExample,
  findFreePort,
  has,
  paste,
  readBlocks,
  repository,
  start,
  startSandbox,
} from './support/readme.ts';

const codesOf = (name: string) => readBlocks(`examples/${name}/README.md`).map(({ code }) => code);
const hasPython = has('python3', 'the examples in Python');

test('the list has every example', () => {
  const list = readFileSync(join(repository, 'examples/README.md'), 'utf8');
  const directories = readdirSync(join(repository, 'examples'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\..*|node_modules|reports|test)$/.test(entry.name))
    .map(({ name }) => name);
  expect(directories.length).toBeGreaterThan(5);
  for (const name of directories) expect(list, name).toContain(`| [\`${name}\`](${name}/README.md) `);
});

test('first-call: the script and the request from a shell print what the README says', async () => {
  using copy = copyExample('first-call');
  const [listen = '', script = '', printed = '', byHand = '', response = ''] = codesOf('first-call');
  await using sandbox = await startSandbox(listen, copy.folder);
  const { stdout, stderr } = await paste(
    (script + byHand).replace('http://127.0.0.1:4020', sandbox.url),
    copy.folder,
  );
  expect(stderr).toBe('');
  expect(stdout.slice(0, printed.length)).toBe(printed);
  expect(JSON.parse(stdout.slice(printed.length))).toEqual(JSON.parse(response));
});

test('first-call: a request that fails ends the script with code 1 and says why', async () => {
  using copy = copyExample('first-call');
  const [listen = '', script = ''] = codesOf('first-call');
  await using sandbox = await startSandbox(listen, copy.folder, { CHAT_SNS_SECRET_KEY: 'another' });
  const { code, stderr } = await paste(script.replace('http://127.0.0.1:4020', sandbox.url), copy.folder);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^[^\n]*70009[^\n]*\n$/);
});

test('vitest: both suites pass in a run of their own', async () => {
  using copy = copyExample('vitest');
  const [run = '', printed = ''] = codesOf('vitest');
  const { code, stdout, stderr } = await paste(run, copy.folder);
  expect(code, stdout + stderr).toBe(0);
  expect(stdout.replaceAll(/ +/g, ' ')).toContain(printed.trim().replaceAll(/ +/g, ' '));
});

describe.each(['ts', 'py'])('webhook: receive.%s', (language) => {
  const [inNode = '', inPython = '', listen = '', deletion = '', printed = ''] = codesOf('webhook');
  const receiver = language === 'ts' ? inNode : inPython;

  test.runIf(language === 'ts' || hasPython)(
    'prints what the README says, and refuses what is not right',
    async () => {
      using copy = copyExample('webhook');
      const port = await findFreePort();
      const url = `http://127.0.0.1:${port}/hook`;
      await using program = await start(receiver, copy.folder, { PORT: String(port) }, /listening on port/);
      await using sandbox = await startSandbox(
        listen.replace('http://127.0.0.1:8080/hook', url),
        copy.folder,
      );
      const deleted = await paste(deletion.replace('http://127.0.0.1:4020', sandbox.url), copy.folder);
      expect(deleted).toMatchObject({ code: 0, stderr: '' });
      const expected = `listening on port ${port}\n${printed}`;
      await expect.poll(program.output).toBe(expected);

      const app = { sdkAppId: 1400000000, token: 'a-token', pairs: [] };
      const now = Math.floor(Date.now() / 1000);
      const refused = {
        WrongSignature: await createFriendsDeletedRequest(url, { ...app, token: 'another' }),
        StaleRequest: await createFriendsDeletedRequest(url, { ...app, now: now - 100 }),
        WrongApp: await createFriendsDeletedRequest(url, { ...app, sdkAppId: 1400000001 }),
        SignatureMissing: new Request(`${url}?SdkAppid=1400000000`, { method: 'POST', body: '{}' }),
        UnreadableBody: new Request(await createFriendsDeletedRequest(url, app), { body: '{"PairList":1}' }),
      };
      for (const [title, request] of Object.entries(refused)) {
        const response = await fetch(request);
        expect(await response.json()).toEqual({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: title });
      }
      const refusals = Object.keys(refused).map((title) => `refused: ${title}\n`);
      // The response can arrive before what was printed.
      await expect.poll(program.output).toBe(expected + refusals.join(''));
    },
  );
});

describe.runIf(hasPython)('python', () => {
  const [onMock = '', mockLines = '', listen = '', onSandbox = '', sandboxLines = ''] = codesOf('python');
  const linesOf = (block: string) => block.trim().split('\n');

  test('the suite passes on the mock, without a violation of the contract', async () => {
    using copy = copyExample('python');
    const { code, stderr } = await paste(onMock, copy.folder);
    for (const line of linesOf(mockLines)) expect(stderr).toContain(line);
    expect(code).toBe(0);
  });

  test('the suite passes on the sandbox, without a violation of the contract', async () => {
    using copy = copyExample('python');
    await using sandbox = await startSandbox(listen, copy.folder);
    const { code, stderr } = await paste(
      onSandbox.replace('http://127.0.0.1:4020', sandbox.url),
      copy.folder,
      {
        SANDBOX_URL: sandbox.url,
      },
    );
    for (const line of linesOf(sandboxLines)) expect(stderr).toContain(line);
    expect(code).toBe(0);
  });
});

test('compose: every command and flag in the file exists', () => {
  const file = readFileSync(join(repository, 'examples/compose/compose.yaml'), 'utf8');
  const services: { command: string }[] = Object.values(parse(file).services);
  for (const { command } of services) {
    const [, name = '', flags = ''] = /exec node_modules\/\.bin\/(chat-sns-\w+) (.*)"/.exec(command) ?? [];
    const directory = name.replace('chat-sns-', 'apps/');
    const help = spawnSync(process.execPath, [join(repository, directory, 'dist/cli.js'), '--help'], {
      encoding: 'utf8',
    }).stdout;
    const used = flags.match(/--[\w-]+/g) ?? [];
    expect(used).toEqual(['--host', '--port']);
    for (const flag of used) expect(help).toContain(flag);
    const { version } = JSON.parse(readFileSync(join(repository, directory, 'package.json'), 'utf8'));
    expect(command).toContain(`/vendor/${name}-${version}.tgz`);
  }
  expect(services).toHaveLength(2);
});
