import { defineConfig } from 'vitest/config';

// Some unit tests start Redocly, and a busy machine starts programs slowly. They share a process per core, because to
// import the site takes longer than most of them.
// The browser tests share one browser, one site and two cores: their files run one after the other in one process.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          fileParallelism: false,
          isolate: false,
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
