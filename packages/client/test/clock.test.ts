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

test('the elapsed time of the system clock takes no notice of somebody who sets it', () => {
  const startedAt = systemClock.elapsed?.() ?? Number.NaN;
  vi.setSystemTime(0);
  vi.advanceTimersByTime(20);
  expect(systemClock.now()).toBe(20);
  expect((systemClock.elapsed?.() ?? Number.NaN) - startedAt).toBe(20);
});
