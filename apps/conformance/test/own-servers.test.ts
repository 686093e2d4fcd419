import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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
  await using mock = await startProgram('mock', ['--require-random']);
  const { scenarios, summary } = await runConformance(targetOf(mock.url, { skip: ['signatures'] }));
  expect(scenarios.filter(({ outcome }) => outcome === 'failed' || outcome === 'differs')).toEqual([]);
  expect(summary.passed).toBeGreaterThan(40);
  const seedless = readScenarios()
    .filter(({ given, group }) => group !== 'signatures' && (!given.accounts || given.seed === 'optional'))
    .map(({ id }) => id);
  expect(scenarios.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id)).toEqual(seedless);
});

test('stock Prism on the published document fails', async () => {
  await using prism = await startStockPrism();
  const { summary } = await runConformance(targetOf(prism.url, { skip: ['signatures'], only: ['query'] }));
  expect(summary.failed).toBeGreaterThan(5);
});

/** Starts the command of @stoplight/prism-cli on a free port of loopback. */
async function startStockPrism() {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('@stoplight/prism-cli/package.json');
  const bin = join(dirname(manifest), require(manifest).bin.prism);
  const args = [bin, 'mock', '--port', '0', require.resolve('@chat-sns/spec/openapi.yaml')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 });
  const ended = once(child, 'close');
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += chunk;
        const found = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(printed)?.[1];
        if (found) resolve(found);
      });
    }
    ended.then(() => reject(new Error(`prism mock ended: ${printed}`)));
  });
  const dispose = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { url, [Symbol.asyncDispose]: dispose };
}
