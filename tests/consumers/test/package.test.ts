import { expect, inject, test } from 'vitest';
import { binary, runCommand } from './support/run-command.ts';

const here = import.meta.dirname;

test('publint finds nothing', async () => {
  expect(await runCommand(binary('publint'), ['run', inject('tarball'), '--strict'], here)).toContain(
    'All good!',
  );
});

test('the types resolve for everyone who uses ES modules', async () => {
  const args = [inject('tarball'), '--profile', 'esm-only', '--no-emoji', '--format', 'json'];
  const { analysis } = JSON.parse(await runCommand(binary('attw'), args, here));
  expect(Object.keys(analysis.entrypoints)).toHaveLength(9);
});

test('what ships is the build, the README, the licence and one dependency', async () => {
  const files = (await runCommand('tar', ['-tzf', inject('tarball')], here)).trim().split('\n');
  const outside = files.filter((file) => !/^package\/dist\/[\w.-]+\.(js|d\.ts)$/.test(file));
  expect(outside.toSorted()).toEqual(['package/LICENSE', 'package/README.md', 'package/package.json']);
  const manifest = JSON.parse(
    await runCommand('tar', ['-xzOf', inject('tarball'), 'package/package.json'], here),
  );
  expect(manifest.dependencies).toEqual({ 'openapi-fetch': expect.stringMatching(/^\d/) });
});

test('no declaration that ships says any', async () => {
  const names = (await runCommand('tar', ['-tzf', inject('tarball')], here))
    .split('\n')
    .filter((name) => name.endsWith('.d.ts'));
  const text = await runCommand('tar', ['-xzOf', inject('tarball'), ...names], here);
  const code = text.replace(/\/\*.*?\*\/|\/\/.*$|'[^']*'|"[^"]*"/gms, '');
  expect(code.length).toBeGreaterThan(10_000);
  expect(code.match(/.*\bany\b.*/g)).toBeNull();
});
