import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasRedis, startRedis } from './support/redis-server.ts';
import { packageDirectory, readSnippets } from './support/snippets.ts';

const runFile = promisify(execFile);
const withRedis = hasRedis('running the snippets of the Redis rate limiter');
const snippets = readSnippets().map((snippet, index) => ({ ...snippet, name: `snippet-${index}.ts` }));
const isRunnable = ({ code }: { code: string }) => withRedis || !code.includes('ioredis');
let folder = '';

/** Snippets import the package by its name, so they are written inside it. They run against the build. */
beforeAll(() => {
  folder = mkdtempSync(join(packageDirectory, 'test/.snippets-'));
  for (const { name, code } of snippets) writeFileSync(join(folder, name), code);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the README and the exports have snippets', () => {
  expect(snippets.filter(({ where }) => where.startsWith('README'))).toHaveLength(3);
  expect(snippets.filter(({ where }) => where.startsWith('src')).length).toBeGreaterThan(16);
});

test('the README has a line for every entry of the package', () => {
  const read = (file: string) => readFileSync(join(packageDirectory, file), 'utf8');
  const entries = Object.keys(JSON.parse(read('package.json')).exports).filter(
    (path) => path !== './package.json',
  );
  const rows = [...read('README.md').matchAll(/^\| `@chat-sns\/client(\S*)` /gm)].map(
    ([, path]) => `.${path}`,
  );
  expect(rows.toSorted()).toEqual(entries.toSorted());
});

test('every snippet compiles', async () => {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'] }),
  );
  const check = runFile('tsc', ['-p', folder], { cwd: packageDirectory }).catch(
    (error: { stdout: string }) => error,
  );
  expect((await check).stdout).toBe('');
});

test('every snippet runs', async () => {
  await using redis = withRedis ? await startRedis() : undefined;
  const secrets = { SECRET_KEY: 'a-secret-key-of-the-documentation', WEBHOOK_TOKEN: 'a-webhook-token' };
  const env = { ...process.env, ...secrets, REDIS_URL: redis?.url ?? '' };
  const runner = join(packageDirectory, 'test/support/run-snippets.ts');
  const files = snippets.filter(isRunnable).map(({ name }) => join(folder, name));
  const { stdout, stderr } = await runFile(process.execPath, [runner, ...files], { cwd: folder, env });
  expect(stderr).toBe('');
  const results = JSON.parse(stdout) as Record<string, { output: string; spans: string[]; error?: string }>;
  for (const { name, code, where } of snippets.filter(isRunnable)) {
    const result = results[join(folder, name)];
    expect(result, where).toMatchObject({ output: expect.not.stringContaining(secrets.SECRET_KEY) });
    expect(result?.error, where).toBeUndefined();
    // What only exports something has a test of its own that calls it.
    if (code.includes('console.log') && !code.includes('export ')) expect(result?.output, where).not.toBe('');
    if (code.includes('opentelemetry')) expect(result?.spans, where).toEqual(['chat deleteAllFriends']);
  }
});
