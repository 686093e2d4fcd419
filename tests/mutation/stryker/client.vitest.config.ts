import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { nearestFirst } from './nearest-first.ts';

// Stryker copies the package to a folder of its own and runs there: paths follow the folder, not this file.
const source = (file: string) => resolve('src', file);

// Thousands of runs find rare faults of correct code; a mutant is found by a few or by none.
process.env.CLIENT_PROPERTY_RUNS = '40';

export default defineConfig({
  resolve: {
    alias: {
      '@chat-sns/client/catalogue': source('catalogue.ts'),
      '@chat-sns/client/redis': source('redis.ts'),
      '@chat-sns/client/testing': source('testing.ts'),
      '@chat-sns/client/usersig': source('usersig.ts'),
      '@chat-sns/client/webhook': source('webhook.ts'),
      '@chat-sns/client': source('index.ts'),
    },
  },
  test: {
    root: process.cwd(),
    include: ['test/**/*.test.ts'],
    // These look at the package as it is built and documented, or at a Redis that not every machine has; no mutant of
    // its logic is theirs to find.
    exclude: ['documentation', 'public-api', 'generator-probes', 'redis'].map(
      (name) => `test/${name}.test.ts`,
    ),
    sequence: {
      sequencer: nearestFirst([
        'code-table.test.ts',
        'usersig.test.ts',
        'secrecy.test.ts',
        'fault-matrix.test.ts',
      ]),
    },
    isolate: false,
    // What hangs has failed: sooner than Stryker, which has to start its worker anew.
    testTimeout: 5_000,
  },
});
