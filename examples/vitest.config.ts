import { defineConfig } from 'vitest/config';

// One file after the other: a test of durable jobs counts locks in seconds, and two cores have enough to do with one.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
});
