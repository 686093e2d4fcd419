import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'vitest.global-setup.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // In one process, installations and runtimes one after the other: two cores have enough to do with one.
    fileParallelism: false,
    isolate: false,
  },
});
