import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../src/clock.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_123 }));
afterEach(() => void vi.useRealTimers());

test('the clock of the system tells the time and acts after a time', () => {
  const acts: number[] = [];
  systemClock.after(50, () => acts.push(systemClock.now()));
  vi.advanceTimersByTime(100);
  expect(acts).toEqual([1_700_000_000_173]);
});

test('an act that is cancelled never comes', () => {
  const acts: number[] = [];
  const cancel = systemClock.after(50, () => acts.push(1));
  cancel();
  vi.advanceTimersByTime(100);
  expect(acts).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
