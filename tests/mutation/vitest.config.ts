import { defineConfig } from 'vitest/config';

// In one process: mutants are worked through one after the other, and two cores are shared with every other package.
export default defineConfig({
  test: { fileParallelism: false, isolate: false, testTimeout: 240_000, hookTimeout: 60_000 },
});
