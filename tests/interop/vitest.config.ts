import { defineConfig } from 'vitest/config';

// Generators, compilers and servers one after the other: two cores have enough to do with one.
export default defineConfig({
  test: { include: ['test/*.test.ts'], fileParallelism: false, testTimeout: 180_000, hookTimeout: 60_000 },
});
