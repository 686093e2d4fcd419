import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from '@chat-sns/release/contract';
import { type LogicPackage, type LogicPackageName, logicPackages } from './packages.ts';

const here = fileURLToPath(new URL('../../', import.meta.url));
const reports = join(here, 'reports');

/** Where StrykerJS writes what became of each mutant of a package. */
export const reportOf = (name: LogicPackageName) => join(reports, `mutation-${name}.json`);

/** Runs StrykerJS over a package and shows its progress. Arguments are passed on to it. */
export function runStryker(name: LogicPackageName, args: readonly string[] = []): boolean {
  mkdirSync(reports, { recursive: true });
  const config = join(reports, `stryker-${name}.json`);
  writeFileSync(config, JSON.stringify(settingsOf(name), null, 2));
  const tool = createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json');
  const command = [join(dirname(tool), 'bin/stryker.js'), 'run', config, ...args];
  const cwd = fileURLToPath(new URL(`${logicPackages[name].folder}/`, repository));
  return spawnSync(process.execPath, command, { cwd, stdio: 'inherit' }).status === 0;
}

function settingsOf(name: LogicPackageName) {
  const { leftOut }: LogicPackage = logicPackages[name];
  return {
    // The runner is started in a folder that cannot see this package, so it is named by its path.
    plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner'))],
    testRunner: 'vitest',
    // Stryker would rewrite tsconfig.json with a part of the TypeScript API that version 7 has not.
    tsconfigFile: 'none.json',
    // Threads start in a third less of the time that a mutant takes.
    vitest: { configFile: join(here, `stryker/${name}.vitest.config.ts`), related: true, pool: 'threads' },
    mutate: ['src/**/*.ts', ...leftOut.map((file) => `!${file}`)],
    ignorePatterns: ['dist', 'reports'],
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 20_000,
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: reportOf(name) },
    // What a score is good for is decided by whoever reads the report.
    thresholds: { high: 95, low: 90, break: null },
    incremental: true,
    incrementalFile: join(reports, `stryker-incremental-${name}.json`),
    // As far below the root as the package itself: its tsconfig.json names the one of the root by that way.
    tempDirName: '../../.stryker-tmp',
    cleanTempDir: 'always',
  };
}
