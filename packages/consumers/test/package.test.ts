import { expect, inject, test } from 'vitest';
import { binary } from './support/project.ts';
import { runCommand } from './support/run-command.ts';

const here = import.meta.dirname;

test('publint finds nothing', async () => {
  expect(await runCommand(binary('publint'), ['run', inject('tarball'), '--strict'], here)).toContain(
    'All good!',
  );
});

test('the types resolve for everyone who uses ES modules', async () => {
  const output = await runCommand(
    binary('attw'),
    [inject('tarball'), '--profile', 'esm-only', '--no-emoji'],
    here,
  );
  expect(output).toContain('No problems found');
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
