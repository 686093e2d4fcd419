import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.restoreAllMocks());

test('the system is asked for many values at once, and every value is new, including the first', async () => {
  const getRandomValues = vi.spyOn(crypto, 'getRandomValues');
  const { systemRandom } = await import('../src/random.ts');
  const values = Array.from({ length: 600 }, systemRandom);
  expect(values.every((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32)).toBe(true);
  expect(values.some((value) => value > 2 ** 31)).toBe(true);
  expect(new Set(values).size).toBeGreaterThan(595);
  expect(getRandomValues).toHaveBeenCalledTimes(3);
});
