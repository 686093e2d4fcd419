import { describe, expect, test } from 'vitest';
import { readEveryAnswer, readScenarios, runConformance } from '../src/index.ts';
import { deviates } from '../src/run/result.ts';
import { targetOf } from './target.ts';
import { faults } from './wrong-server/faults.ts';
import { startWrongServer } from './wrong-server/server.ts';

const scenarios = readScenarios();

test('a server without a fault passes every scenario', async () => {
  await using server = await startWrongServer();
  const { scenarios: results } = await runConformance(targetOf(server.url, { adapter: 'sandbox' }));
  expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(results).toHaveLength(scenarios.length);
});

test('the vendor adapter seeds the same scenarios, and all pass', async () => {
  await using server = await startWrongServer();
  const { scenarios: results } = await runConformance(targetOf(server.url, { adapter: 'vendor' }));
  expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
});

test('every planted fault is named by a scenario or a check, and every name is planted', () => {
  const named = [...scenarios, ...readEveryAnswer()].flatMap(({ finds = [] }) => finds);
  expect(named.toSorted()).toEqual(faults.toSorted());
});

describe('a planted fault is found by what names it', () => {
  test.each(faults)('%s', async (fault) => {
    const scenario = scenarios.find(({ finds }) => finds?.includes(fault));
    const check = readEveryAnswer().find(({ finds }) => finds?.includes(fault));
    await using server = await startWrongServer(fault);
    const only = scenario ? [scenario.id] : ['malformed-json'];
    const { scenarios: results } = await runConformance(targetOf(server.url, { adapter: 'sandbox', only }));
    expect(results.map(({ outcome }) => outcome)).not.toContain('passed');
    const found = results.flatMap(({ claims }) => claims.filter(deviates));
    if (check) expect(found.map(({ everyAnswer }) => everyAnswer)).toContain(check.id);
    else expect(found.length).toBeGreaterThan(0);
  });
});
