import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../src/clock.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_123 }));
afterEach(() => void vi.useRealTimers());

test('the system clock returns the time and runs an action after a delay', () => {
  const runs: number[] = [];
  systemClock.after(50, () => runs.push(systemClock.now()));
  vi.advanceTimersByTime(100);
  expect(runs).toEqual([1_700_000_000_173]);
});

test('a cancelled action never runs', () => {
  const runs: number[] = [];
  const cancel = systemClock.after(50, () => runs.push(1));
  cancel();
  vi.advanceTimersByTime(100);
  expect(runs).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
