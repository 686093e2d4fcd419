import { defineConfig } from 'vitest/config';

// Every file starts servers of its own: on two cores they would only wait for each other, and Prism loads slowly.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    fileParallelism: false,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
