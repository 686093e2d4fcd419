import { expect, test } from 'vitest';
import { createWindow } from '../../src/gateway/limits.ts';

test('allows as many as the limit in any span, even when the clock starts at 0', () => {
  let time = 0;
  const allow = createWindow(2, 10, () => time);
  const at = (when: number) => {
    time = when;
    return allow();
  };
  expect([at(0), at(3), at(9), at(10), at(12), at(13)]).toEqual([true, true, false, true, false, true]);
});

test('a limit of 0 allows everything', () => {
  const allow = createWindow(0, 10, () => 0);
  expect([allow(), allow(), allow()]).toEqual([true, true, true]);
});
