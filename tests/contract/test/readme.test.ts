import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMock } from '@chat-sns/mock';
import { expect, test } from 'vitest';
import { readText, repository } from '../contract.ts';

const execute = promisify(execFile);
const clientParts = ['dist', 'package.json', 'README.md'].map((part) => `packages/client/${part}`);

test('the example in the README compiles and runs against the mock', async () => {
  const example = readText('README.md').match(/<!-- snippet: readme -->\n+```ts\n([\s\S]*?)```/)?.[1];
  if (!example) throw new Error('README.md has no snippet under <!-- snippet: readme -->');
  await using mock = await startMock();
  const file = fileURLToPath(new URL('../readme-example.ts', import.meta.url));
  const runnable = example.replace("region: 'singapore'", `baseUrl: '${mock.url}'`);
  await writeFile(
    file,
    `${runnable}\nfunction userSigFromMyVault() { return Promise.resolve('a-signature'); }\n`,
  );
  try {
    await execute('tsc', [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
      '--ignoreConfig',
      '--skipLibCheck',
      file,
    ]);
    const { stdout } = await execute('node', [file]);
    expect(stdout).toContain("deleted: [ 'bob', 'carol' ]");
  } finally {
    await rm(file);
  }
});

// The copy has the built client already, which leaves both pages with the same lines.
const installations = ['README.md', 'packages/client/README.md'].map((page) => {
  const block = readText(page).match(/```sh\n([^`]*npm install [^`]*)```/)?.[1] ?? '';
  return block.replace('npm run build\n', '');
});

test.each([...new Set(installations)])(
  'the installation in the READMEs works when it is pasted: %j',
  async (block) => {
    const parent = await mkdtemp(join(tmpdir(), 'chat-sns-install-'));
    for (const part of [
      'package.json',
      'pnpm-workspace.yaml',
      'spec/package.json',
      'tools/build/src/refuse-npm.mjs',
      ...clientParts,
    ]) {
      await cp(new URL(part, repository), join(parent, 'chat-sns', part), { recursive: true });
    }
    // The audit asks the registry for what no test needs.
    await execute('bash', ['--norc', '-euc', block], {
      cwd: join(parent, 'chat-sns'),
      env: {
        ...process.env,
        npm_config_audit: 'false',
        npm_config_update_notifier: 'false',
        NODE_USE_SYSTEM_CA: '1',
      },
    });
    const program =
      "import { createChatClient } from '@chat-sns/client'; console.log(typeof createChatClient);";
    const { stdout } = await execute('node', ['--input-type=module', '-e', program], {
      cwd: join(parent, 'my-app'),
    });
    expect(stdout).toBe('function\n');
    await rm(parent, { recursive: true });
  },
  120_000,
);
