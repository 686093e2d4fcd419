import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingTable } from '../src/settings.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('every flag in the README exists', () => {
  const flags = new Set([
    ...Object.values(settingTable).map(({ flag }) => flag),
    'help',
    'version',
    'filter',
  ]);
  const used = [...readme.matchAll(/--([a-z][a-z-]+)/g)].map(([, flag]) => flag ?? '');
  expect(used.filter((flag) => !flags.has(flag))).toEqual([]);
});
