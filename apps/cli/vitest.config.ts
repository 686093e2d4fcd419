import { defineConfig } from 'vitest/config';

// Every test starts the command, and a machine that is busy starts programs slowly.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } });
