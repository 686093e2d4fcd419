import { defineConfig } from 'vitest/config';

// Mutants are worked through one after the other, and two cores are shared with every other room.
export default defineConfig({ test: { fileParallelism: false, testTimeout: 120_000, hookTimeout: 60_000 } });
