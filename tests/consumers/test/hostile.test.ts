import { describe, expect, test } from 'vitest';
import { kindCount, startHostileServer } from './support/hostile-server.ts';
import { longestRunMs } from './support/run-command.ts';
import { runtimes } from './support/runtimes.ts';

/**
 * `pnpm hostile` meets 2,000 on every runtime, in about twenty minutes. Otherwise it is a fixed list on two of them, in
 * about half a minute.
 */
const asked = process.env.HOSTILE_RESPONSES;
const count = Number(asked ?? 2 * kindCount);
const chosen = Object.entries(runtimes).filter(([name]) => asked || ['Node 24', 'Bun'].includes(name));

interface Result {
  uncaught: string[];
  problems: string[];
  outcomes: Record<string, number>;
  longestBlockMs: number;
  memoryMb: number;
}

describe.each(chosen)('on %s', { timeout: longestRunMs + 20_000 }, (name, runOn) => {
  test(`${count} hostile responses end neither the process nor a call without a name`, async () => {
    const result = (await runOn('hostile', startHostileServer, ['0', String(count)])) as Result;
    if (asked) console.log(name, JSON.stringify(result));
    expect(result.uncaught).toEqual([]);
    expect(result.problems).toEqual([]);
    expect(Object.values(result.outcomes).reduce((sum, one) => sum + one)).toBe(count);
    // A block of many seconds is a defect on any machine; a busy one makes shorter ones by itself.
    expect(result.longestBlockMs).toBeLessThan(8000);
    expect(result.memoryMb).toBeLessThan(500);
  });

  test('the work for a response grows with its size and not with its square', async () => {
    const times = (await runOn('work', startHostileServer, [])) as Record<string, [number, number]>;
    if (asked) console.log(name, JSON.stringify(times));
    // 16 times the size: a square would be 256 times the work. What lies between is room for a machine that is busy.
    // Less than this is noise: workerd and Chromium have no clock for the processor, so whatever else runs counts there.
    const least = ['workerd', 'Chromium'].includes(name) ? 30 : 2;
    const grown = Object.entries(times).filter(([, [small, large]]) => large > 64 * Math.max(small, least));
    expect(grown).toEqual([]);
  });
});
