import { defineConfig } from 'vitest/config';

// Each file bundles the document with a program of its own, and a busy machine starts programs slowly.
export default defineConfig({ test: { isolate: false, testTimeout: 60_000, hookTimeout: 60_000 } });
