import { describe, expect, test } from 'vitest';
import { readEveryResponse, readScenarios, runConformance } from '../src/index.ts';
import { deviates } from '../src/run/result.ts';
import { targetOf } from './target.ts';
import { type Fault, faults } from './wrong-server/faults.ts';
import { startWrongServer } from './wrong-server/server.ts';

const scenarios = readScenarios();

test('a server without a fault passes every scenario', async () => {
  await using server = await startWrongServer();
  const { scenarios: results } = await runConformance(targetOf(server.url, { adapter: 'sandbox' }));
  expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(results).toHaveLength(scenarios.length);
});

test('a server without a fault passes every scenario with the vendor adapter, too', async () => {
  await using server = await startWrongServer();
  const { scenarios: results } = await runConformance(targetOf(server.url, { adapter: 'vendor' }));
  expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
});

test('every fault has a scenario or a check that finds it, and every name in finds is a fault', () => {
  const named = [...scenarios, ...readEveryResponse()].flatMap(({ finds = [] }) => finds);
  expect(named.toSorted()).toEqual(faults.toSorted());
});

describe('a planted fault is found', () => {
  const named = scenarios.flatMap(({ id, finds = [] }) => finds.map((fault) => [fault, id] as const));
  test.each(named)('%s by the scenario %s', async (fault, id) => {
    await using server = await startWrongServer(fault as Fault);
    const { scenarios: results } = await runConformance(
      targetOf(server.url, { adapter: 'sandbox', only: [id] }),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual([expect.stringMatching(/^(failed|differs)$/)]);
  });

  const checks = readEveryResponse().flatMap(({ id, finds = [] }) =>
    finds.map((fault) => [fault, id] as const),
  );
  test.each(checks)('%s by the check %s', async (fault, id) => {
    await using server = await startWrongServer(fault as Fault);
    const only = ['malformed-json', 'second-deletion'];
    const { scenarios: results } = await runConformance(targetOf(server.url, { adapter: 'sandbox', only }));
    const found = results.flatMap(({ claims }) => claims.filter(deviates));
    expect(found.map(({ everyResponse }) => everyResponse)).toContain(id);
  });
});
