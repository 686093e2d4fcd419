import { defineConfig } from 'vitest/config';
import { nearestFirst } from './nearest-first.ts';

export default defineConfig({
  test: {
    root: process.cwd(),
    include: ['test/**/*.test.ts'],
    // These start the built program, stock Prism or a vitest of their own; no mutant of its logic reaches them.
    exclude: ['cli', 'readme', 'stock-prism'].map((name) => `test/${name}.test.ts`),
    sequence: {
      sequencer: nearestFirst([
        'run-test.test.ts',
        'faults.test.ts',
        'instructions.test.ts',
        'hostile.test.ts',
      ]),
    },
    fileParallelism: false,
    isolate: false,
    // What hangs has failed: sooner than Stryker, which has to start its worker anew.
    testTimeout: 5_000,
  },
});
