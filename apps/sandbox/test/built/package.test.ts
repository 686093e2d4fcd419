import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const program = `
import { createSandbox, demoState } from '@chat-sns/sandbox';
await using sandbox = createSandbox({ data: 'x.db' });
const { url } = await sandbox.listen({ port: 0 });
const response = await fetch(url + '/v4/sns/friend_delete', { method: 'POST', body: '{}' });
console.log(JSON.stringify({ ...(await response.json()), same: Object.keys(sandbox.state.read().accounts).length === Object.keys(demoState.accounts).length }));
`;

test('the published files run without any other package', () => {
  expect(manifest).not.toHaveProperty('dependencies');
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-sandbox-'));
  for (const file of ['package.json', ...manifest.files]) {
    cpSync(join(root, file), join(folder, 'node_modules/@chat-sns/sandbox', file), { recursive: true });
  }
  const run = (...args: string[]) => execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  expect(JSON.parse(run('--input-type=module', '-e', program))).toMatchObject({
    ActionStatus: 'FAIL',
    ErrorCode: 60012,
    same: true,
  });
  expect(run('node_modules/@chat-sns/sandbox/dist/cli.js', '--version')).toBe(`${manifest.version}\n`);
  rmSync(folder, { recursive: true });
});

test('every export points to a published file', () => {
  const targets = Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target as object),
  );
  for (const target of [...targets, ...Object.values<string>(manifest.bin)]) {
    expect(['package.json', ...manifest.files].some((file) => target.startsWith(`./${file}`))).toBe(true);
    expect(readFileSync(join(root, target), 'utf8')).not.toBe('');
  }
});

test('the types import no other package', () => {
  const types = readFileSync(join(root, 'dist/index.d.ts'), 'utf8');
  const imported = [...types.matchAll(/from ["']([^"']+)["']/g)].map(([, name]) => name);
  expect(imported.filter((name) => !name?.startsWith('node:') && !name?.startsWith('.'))).toEqual([]);
});
