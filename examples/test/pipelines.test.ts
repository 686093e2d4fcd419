import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort, has, paste, readBlocks, repository } from './support/readme.ts';

const blocks = readBlocks('apps/docs/guides/pipelines.md').filter(({ language }) => language !== 'sh');
const printedBy = (index: number) => blocks[index + 1]?.code.trim().split('\n') ?? [];

// npm tells its own news otherwise, and an audit asks the registry for what no test needs.
const env = {
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
  npm_config_prefer_offline: 'true',
  // npm under Node 24 trusts the certificates of the machine only when told to.
  NODE_USE_SYSTEM_CA: '1',
};

/** From the packed packages alone, outside the repository. */
describe.runIf(has('python3', 'the guide "Contract tests in your pipeline"'))(
  'the guide to pipelines',
  () => {
    let folder = '';
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'chat-sns-pipeline-'));
      for (const file of ['friends.py', 'test_on_mock.py', 'test_on_sandbox.py'])
        copyFileSync(join(repository, 'examples/python', file), join(folder, file));
      const [pack = '', install = ''] = blocks.map(({ code }) => code);
      const packed = pack.replace('npx pnpm@12.21.0', 'pnpm').replace('/path/to/your/project', folder);
      expect(packed).toContain(folder);
      expect(await paste(packed, repository)).toMatchObject({ code: 0 });
      const installed = await paste(`npm init --yes\n${install}`, folder, {
        ...env,
        PATH: process.env.PATH ?? '',
      });
      expect(installed.code, installed.stderr).toBe(0);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    /** Runs the block as it is, with the commands that were installed. */
    const run = (index: number, more: Record<string, string> = {}, port = 4020) =>
      paste((blocks[index]?.code ?? '').replaceAll('127.0.0.1:4020', `127.0.0.1:${port}`), folder, {
        PATH: `${join(folder, 'node_modules/.bin')}:${process.env.PATH}`,
        ...more,
      });

    test('a suite on the mock passes', async () => {
      const { code, stderr } = await run(2);
      for (const line of printedBy(2)) expect(stderr).toContain(line);
      expect(code).toBe(0);
      expect(readFileSync(join(folder, 'contract.xml'), 'utf8')).toContain('tests="7" failures="0"');
    });

    test('a call that breaks the contract fails the build, with the fix', async () => {
      const { stdout, stderr } = await run(4);
      for (const line of printedBy(4)) expect(stderr + stdout).toContain(line);
      expect(stderr).toContain('OK');
    });

    test('a suite on the sandbox passes, and the sandbox ends with the script', async () => {
      const port = await findFreePort();
      const url = `http://127.0.0.1:${port}`;
      const { code, stderr } = await run(6, { CHAT_SNS_SANDBOX_PORT: String(port), SANDBOX_URL: url }, port);
      for (const line of printedBy(6)) expect(stderr).toContain(line);
      expect(code).toBe(0);
      await expect
        .poll(() =>
          fetch(url).then(
            () => 'listens',
            () => 'ended',
          ),
        )
        .toBe('ended');
    });

    test('the contract to pin is in the package, with its version', async () => {
      const { code, stdout } = await run(blocks.length - 1);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^ {2}version: \S+$/m);
      const errors = JSON.parse(readFileSync(join(folder, 'contract/errors.json'), 'utf8'));
      expect(JSON.stringify(errors)).toContain('"code":60015');
    });
  },
);
