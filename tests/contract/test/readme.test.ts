import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMock } from '@chat-sns/mock';
import { expect, test } from 'vitest';
import { readText } from '../contract.ts';

const execute = promisify(execFile);

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

test('the README installs the tarball under the name that packing gives it', () => {
  const { name, version } = JSON.parse(readText('packages/client/package.json')) as {
    name: string;
    version: string;
  };
  expect(readText('README.md')).toContain(`${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
});
