import { defineConfig } from 'vitest/config';

// Programs are started beside the tests, and a machine that is busy starts them slowly.
export default defineConfig({ test: { isolate: false, testTimeout: 60_000, hookTimeout: 60_000 } });
