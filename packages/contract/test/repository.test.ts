import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readText, repository } from '../contract.ts';

const tracked = execFileSync('git', ['ls-files'], { cwd: repository, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);

test('the lockfile records no download address', () => {
  expect(readText('pnpm-lock.yaml').match(/https?:\/\/\S+/g) ?? []).toEqual([]);
});

test('no build output is committed', () => {
  expect(tracked.filter((file) => /(^|\/)(dist|node_modules|coverage|reports)\//.test(file))).toEqual([]);
});

test('no hand-written source is longer than 200 lines', () => {
  const sources = tracked.filter((file) => /\.(ts|tsx|mjs|js)$/.test(file) && !file.includes('_generated/'));
  const long = sources.filter((file) => readText(file).split('\n').length > 201);
  expect(long, 'Split the file').toEqual([]);
});
