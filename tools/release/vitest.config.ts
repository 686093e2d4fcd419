import { defineConfig } from 'vitest/config';

// Mutants are worked through one after the other, and two cores are shared with every other package.
export default defineConfig({
  test: { fileParallelism: false, testTimeout: 240_000, maxConcurrency: 2, hookTimeout: 60_000 },
});
