import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'vitest/config';
import { nearestFirst } from './nearest-first.ts';

// Stryker copies the package to a folder of its own and runs there: paths follow the folder, not this file.
const { compileValidators } = await import(pathToFileURL(resolve('build/compile-validators.ts')).href);

// Thousands of runs find rare faults of correct code; a mutant is found by a few or by none.
process.env.SANDBOX_MODEL_RUNS = '60';

export default defineConfig({
  plugins: [compileValidators()],
  test: {
    root: process.cwd(),
    include: ['test/**/*.test.ts'],
    // These start the built program; no mutant of its logic reaches them.
    exclude: ['test/built/**'],
    sequence: { sequencer: nearestFirst(['webhook.test.ts', 'model.test.ts']) },
    isolate: false,
    // What hangs has failed: sooner than Stryker, which has to start its worker anew.
    testTimeout: 5_000,
  },
});
