import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillReadme } from '../build/readme-tables.ts';
import { decisions } from '../src/decisions.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the tables of settings, decisions and codes are those of the code; `pnpm generate` writes them', () => {
  expect(fillReadme(readme)).toBe(readme);
});

test('every decision says how sure it is', () => {
  for (const decision of Object.values(decisions)) {
    expect(['documented', 'observed', 'historical', 'inferred']).toContain(decision.status);
    expect(decision.basis).not.toBe('');
  }
});
