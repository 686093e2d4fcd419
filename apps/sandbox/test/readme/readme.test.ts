import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decisions } from '../../readme/decisions.ts';
import { writeReference } from '../../readme/tables.ts';
import { settingTable } from '../../src/settings.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the tables of settings, decisions and codes are up to date (`pnpm generate` writes them)', () => {
  const page = new URL('../../../docs/guides/_generated/sandbox-reference.md', import.meta.url);
  expect(readFileSync(page, 'utf8')).toBe(writeReference());
});

test('every decision has a status and a basis', () => {
  for (const decision of Object.values(decisions)) {
    expect(['documented', 'observed', 'historical', 'inferred']).toContain(decision.status);
    expect(decision.basis).not.toBe('');
  }
});

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
