import { expect, test } from 'vitest';
import { readScenarios, runConformance } from '../src/index.ts';
import { startProgram } from './start-program.ts';
import { targetOf } from './target.ts';
import { app } from './wrong-server/gateway.ts';

const env = { CHAT_SNS_SECRET_KEY: app.secretKey };

test('the sandbox passes every scenario, and gets its state back', async () => {
  await using sandbox = await startProgram('sandbox', [], env);
  const stateOf = async () => (await fetch(`${sandbox.url}/sandbox/state`)).json();
  const before = await stateOf();
  const { scenarios } = await runConformance(targetOf(sandbox.url, { adapter: 'sandbox' }));
  expect(scenarios.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(scenarios).toHaveLength(readScenarios().length);
  expect(await stateOf()).toEqual(before);
});

test('the mock passes what needs no state; the rest is skipped and not passed', async () => {
  await using mock = await startProgram('mock');
  const { scenarios, summary } = await runConformance(targetOf(mock.url, { skip: ['signatures'] }));
  expect(scenarios.filter(({ outcome }) => outcome === 'failed' || outcome === 'differs')).toEqual([]);
  expect(summary.passed).toBeGreaterThan(40);
  const seedless = readScenarios()
    .filter(({ given, group }) => group !== 'signatures' && (!given.accounts || given.seed === 'optional'))
    .map(({ id }) => id);
  expect(scenarios.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id)).toEqual(seedless);
});

test('Prism without our layer fails', async () => {
  await using mock = await startProgram('mock', ['--plain-prism']);
  const { summary } = await runConformance(targetOf(mock.url, { skip: ['signatures'], only: ['query'] }));
  expect(summary.failed).toBeGreaterThan(5);
});
