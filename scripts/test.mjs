import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { install, root, run } from './bootstrap.mjs';

const runs = join(root, '.turbo', 'runs');

/** Runs tasks. All that can run does, whatever fails. */
const runTasks = (...args) =>
  run('turbo', [
    ...['run', ...args, '--summarize', '--continue=dependencies-successful'],
    ...['--output-logs', 'new-only', '--log-order', 'grouped'],
  ]);

const startOf = ({ execution }) => execution?.startTime ?? Number.MAX_SAFE_INTEGER;

/** The tasks of all runs, each once: a build is in every run that needs it. */
function readTasks() {
  const tasks = readdirSync(runs)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => JSON.parse(readFileSync(join(runs, file), 'utf8')).tasks)
    .filter(({ command }) => command !== '<NONEXISTENT>')
    .toSorted((one, other) => startOf(one) - startOf(other));
  return [...new Map(tasks.toReversed().map((task) => [task.taskId, task])).values()];
}

/** One line for the whole run: every test of every package, and every lint, type and package check as one. */
function countResults(tasks) {
  const count = { passed: 0, failed: 0, failures: [] };
  for (const task of tasks) {
    const failed = task.execution ? task.execution.exitCode !== 0 : true;
    const report = task.task === 'test' && join(root, task.directory, 'reports', 'vitest.json');
    if (failed) count.failures.push(`${task.package}: ${task.task}`);
    if (report && existsSync(report)) {
      const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
      count.passed += numPassedTests;
      count.failed += numFailedTests || Number(failed);
      count.failures.push(...testResults.flatMap(describeFailures));
    } else if (['lint', 'types', 'package', 'test'].includes(task.task)) {
      count[failed ? 'failed' : 'passed'] += 1;
    } else if (failed) {
      count.failed += 1;
    }
  }
  return count;
}

/** What a file of tests says about those that failed: its output is far above by then. */
function describeFailures({ name, message, assertionResults }) {
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  const ofTests = failed.map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`);
  return [message, ...ofTests]
    .filter(Boolean)
    .map((text) => `${relative(root, name)}: ${text.slice(0, 4000)}`);
}

/** Seconds of each package, the slowest first, with its tasks. Three run at a time. */
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
  const checks = ['lint', 'types', 'package', 'test'];
  const built = await runTasks('build', '--concurrency=2');
  // The tests of the docs take longest and would start late, because all that they show comes before them.
  const tested = await Promise.all([
    runTasks(...checks, '--filter=@chat-sns/docs', '--concurrency=1'),
    runTasks(...checks, '--filter=!@chat-sns/docs', '--concurrency=2'),
  ]);
  const tasks = readTasks();
  console.log(`\nTime by package:\n${describeTimes(tasks).join('\n')}`);
  const { passed, failed, failures } = countResults(tasks);
  if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = built || Math.max(...tested) || Number(failed > 0);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
