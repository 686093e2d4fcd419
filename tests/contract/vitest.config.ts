import { defineConfig } from 'vitest/config';

// Browsers and servers share two cores: files run one after the other.
export default defineConfig({ test: { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 } });
