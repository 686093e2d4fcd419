import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, runTurbo } from './bootstrap.mjs';

const runs = join(root, '.turbo', 'runs');

/** One line for the whole run: every test of every package, and every lint, type and package check as one. */
function countResults() {
  const count = { passed: 0, failed: 0 };
  const [summary] = readdirSync(runs).filter((file) => file.endsWith('.json'));
  for (const task of JSON.parse(readFileSync(join(runs, summary), 'utf8')).tasks) {
    if (task.command === '<NONEXISTENT>') continue;
    const failed = task.execution ? task.execution.exitCode !== 0 : true;
    const report = task.task === 'test' && join(root, task.directory, 'reports', 'vitest.json');
    if (report && existsSync(report)) {
      const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
      count.passed += numPassedTests;
      count.failed += numFailedTests || Number(failed);
    } else if (['lint', 'types', 'package', 'test'].includes(task.task)) {
      count[failed ? 'failed' : 'passed'] += 1;
    } else if (failed) {
      count.failed += 1;
    }
  }
  return count;
}

try {
  await install('all');
  rmSync(runs, { recursive: true, force: true });
  mkdirSync(runs, { recursive: true });
  const code = await runTurbo([
    ...[
      'run',
      'lint',
      'types',
      'package',
      'test',
      '--summarize',
      '--concurrency=2',
      '--continue=dependencies-successful',
    ],
    ...['--output-logs', 'new-only', '--log-order', 'grouped'],
  ]);
  const { passed, failed } = countResults();
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = code || Number(failed > 0);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
