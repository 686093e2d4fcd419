// node stryker.ts client|sandbox [--dryRunOnly] [--mutate src/envelope.ts]: StrykerJS over hand-written logic
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder, repository } from './src/contract.ts';

interface Room {
  folder: string;
  /** What is no logic: lists of exports, prose for people, data. */
  leftOut: string[];
}
const rooms: Record<string, Room> = {
  client: {
    folder: 'packages/client',
    leftOut: ['src/index.ts', 'src/fixtures.ts', 'src/error-catalogue.ts'],
  },
  sandbox: {
    folder: 'apps/sandbox',
    leftOut: ['src/index.ts', 'src/cli.ts', 'src/banner.ts', 'src/help.ts', 'src/**/*.d.ts'],
  },
};

const [name = '', ...rest] = process.argv.slice(2);
const room = rooms[name];
if (!room) throw new Error(`Name a room: ${Object.keys(rooms).join(' or ')}`);

const here = fileURLToPath(packageFolder);
const reports = join(here, 'reports');
mkdirSync(reports, { recursive: true });
const { resolve } = createRequire(import.meta.url);
const config = join(reports, `stryker-${name}.json`);
const settings = {
  // The runner is started in a folder that cannot see this package, so it is named by its path.
  plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner'))],
  testRunner: 'vitest',
  // Stryker would rewrite tsconfig.json with a part of the TypeScript API that version 7 has not.
  tsconfigFile: 'none.json',
  vitest: { configFile: join(here, `stryker/${name}.vitest.config.ts`), related: false },
  mutate: ['src/**/*.ts', ...room.leftOut.map((file) => `!${file}`)],
  ignorePatterns: ['dist', 'reports'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { reportTests: false, allowColor: false },
  jsonReporter: { fileName: join(reports, `mutation-${name}.json`) },
  thresholds: { high: 95, low: 90, break: 90 },
  incremental: true,
  incrementalFile: join(reports, `stryker-incremental-${name}.json`),
  // As far below the root as the package itself: its tsconfig.json names the one of the root by that way.
  tempDirName: '../../.stryker-tmp',
  cleanTempDir: 'always',
};
writeFileSync(config, JSON.stringify(settings, null, 2));
const bin = join(dirname(resolve('@stryker-mutator/core/package.json')), 'bin/stryker.js');
const { status } = spawnSync(process.execPath, [bin, 'run', config, ...rest], {
  cwd: fileURLToPath(new URL(`${room.folder}/`, repository)),
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
