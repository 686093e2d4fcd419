import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'vitest/config';

// Stryker copies the package to a folder of its own and runs there: paths follow the folder, not this file.
const { compileValidators } = await import(pathToFileURL(resolve('build/compile-validators.ts')).href);

export default defineConfig({
  plugins: [compileValidators()],
  test: {
    root: process.cwd(),
    include: ['test/**/*.test.ts'],
    // These start the built program; no mutant of its logic reaches them.
    exclude: ['test/cli.test.ts', 'test/kill.test.ts', 'test/package.test.ts', 'test/readme.test.ts'],
    isolate: false,
    testTimeout: 60_000,
  },
});
