import { defineConfig } from 'vitest/config';

// Every file starts servers of its own; on two cores they would only wait for each other.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], fileParallelism: false, testTimeout: 20_000, hookTimeout: 30_000 },
});
