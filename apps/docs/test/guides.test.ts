import { expect, test } from 'vitest';
import { parseGuide, readGuides } from '../src/guides.ts';

test('every guide has a title, a lead of its own and a body', () => {
  const leads = readGuides().map(({ lead }) => lead);
  expect(leads.length).toBeGreaterThan(8);
  expect(new Set(leads).size).toBe(leads.length);
});

test('a file without a lead is reported by its name', () => {
  expect(() => parseGuide('x', '# Title only\n')).toThrow('x.md');
  expect(() => parseGuide('y', '# A table first\n\n| a |\n\nText.\n')).toThrow('y.md');
});
