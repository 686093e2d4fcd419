import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'vitest/config';
import { nearestFirst } from './nearest-first.ts';

// Stryker copies the package to a directory of its own and runs there: the copy's aliases lead to the copy's sources.
const { default: client } = await import(pathToFileURL(resolve('vitest.config.ts')).href);

// Thousands of runs find rare faults of correct code; a mutant is found by a few or by none.
process.env.CLIENT_PROPERTY_RUNS = '40';

export default defineConfig({
  resolve: client.resolve,
  test: {
    root: process.cwd(),
    include: ['test/**/*.test.ts'],
    // These look at the package as it is built and documented, or at a Redis that not every machine has; no mutant of
    // its logic is theirs to find.
    exclude: ['documentation', 'public-api', 'redis'].map((name) => `test/${name}.test.ts`),
    sequence: {
      sequencer: nearestFirst([
        'code-table.test.ts',
        'usersig.test.ts',
        'secrecy.test.ts',
        'fault-matrix.test.ts',
        'bulk-operations.test.ts',
      ]),
    },
    isolate: false,
    // What hangs has failed: sooner than Stryker, which has to start its worker anew.
    testTimeout: 5_000,
  },
});
