import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSandbox, type SandboxOptions } from '../../src/create-sandbox.ts';
import { createClock } from '../support/service.ts';
import { stateArbitrary } from '../support/state-arbitrary.ts';
import { createModel } from './model.ts';
import { commandsArbitrary, type Real } from './model-commands.ts';

const runs = Number(process.env.SANDBOX_MODEL_RUNS ?? 2000);
const seed = Number(process.env.SANDBOX_MODEL_SEED ?? Date.now() % 2 ** 31);
const options: SandboxOptions = { rateLimit: 0, now: createClock().now };

test(`${runs} random sequences behave as the model does, seed ${seed}`, { timeout: 300_000 }, async () => {
  let steps = 0;
  await fc.assert(
    fc.asyncProperty(stateArbitrary, commandsArbitrary, async (state, commands) => {
      const real: Real = {
        sandbox: createSandbox({ ...options, state }),
        async restart() {
          real.sandbox = createSandbox({ ...options, state: real.sandbox.state.read() });
        },
      };
      await fc.asyncModelRun(() => ({ model: createModel(state), real }), commands);
      steps += [...commands].length;
    }),
    { numRuns: runs, seed },
  );
  expect(steps).toBeGreaterThan(runs);
});

const fileRuns = Math.ceil(runs / 20);
test(`${fileRuns} random sequences on a data file that is closed and reopened, seed ${seed}`, {
  timeout: 300_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-sandbox-'));
  let files = 0;
  try {
    await fc.assert(
      fc.asyncProperty(stateArbitrary, commandsArbitrary, async (state, commands) => {
        files += 1;
        const data = join(folder, `${files}.db`);
        const real: Real = {
          sandbox: createSandbox({ ...options, state, data }),
          async restart() {
            await real.sandbox.close();
            real.sandbox = createSandbox({ ...options, data });
          },
        };
        try {
          await fc.asyncModelRun(() => ({ model: createModel(state), real }), commands);
        } finally {
          await real.sandbox.close();
        }
      }),
      { numRuns: fileRuns, seed },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
