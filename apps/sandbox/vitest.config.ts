import { defineConfig } from 'vitest/config';
import { compileValidators } from './build/compile-validators.ts';

export default defineConfig({
  plugins: [compileValidators()],
  test: { include: ['test/**/*.test.ts'], isolate: false, testTimeout: 60_000 },
});
