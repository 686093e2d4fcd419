import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './bootstrap.mjs';

const runs = join(root, '.turbo', 'runs');

function readTasks() {
  const [summary] = readdirSync(runs).filter((file) => file.endsWith('.json'));
  const { tasks } = JSON.parse(readFileSync(join(runs, summary), 'utf8'));
  return tasks.filter(({ command }) => command !== '<NONEXISTENT>');
}

/** One line for the whole run: every test of every package, and every lint, type and package check as one. */
function countResults(tasks) {
  const count = { passed: 0, failed: 0 };
  for (const task of tasks) {
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

/** Seconds of each package, the slowest first, with its tasks. Two run at a time. */
function describeTimes(tasks) {
  const seconds = new Map();
  for (const { package: name, task, execution } of tasks) {
    if (!execution || execution.exitCode === undefined) continue;
    const took = (execution.endTime - execution.startTime) / 1000;
    const entry = seconds.get(name) ?? { total: 0, parts: [] };
    entry.total += took;
    if (took >= 1) entry.parts.push(`${task} ${Math.round(took)}`);
    seconds.set(name, entry);
  }
  return [...seconds]
    .toSorted(([, a], [, b]) => b.total - a.total)
    .filter(([, { total }]) => total >= 1)
    .map(
      ([name, { total, parts }]) =>
        `${String(Math.round(total)).padStart(5)} s  ${name}: ${parts.join(', ')}`,
    );
}

try {
  await install('all');
  rmSync(runs, { recursive: true, force: true });
  mkdirSync(runs, { recursive: true });
  const code = await run('turbo', [
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
  const tasks = readTasks();
  console.log(`\nTime by package:\n${describeTimes(tasks).join('\n')}`);
  const { passed, failed } = countResults(tasks);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = code || Number(failed > 0);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
