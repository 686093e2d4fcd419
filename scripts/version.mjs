import { install, run } from './bootstrap.mjs';

const quiet = ['--log-prefix=none', '--output-logs'];

/** A task of tools/release, after a build of what it reads that prints nothing. */
async function release(task) {
  const built = await run('turbo', [
    'run',
    'build',
    '--filter',
    '@chat-sns/release^...',
    ...quiet,
    'errors-only',
  ]);
  return built || run('turbo', ['run', task, ...quiet, 'new-only']);
}

try {
  await install('all');
  let code = await release('version');
  if (code === 0) code = await release('record');
  if (code === 0) console.log('\nReview what changed, tools/release/released included, then commit it.');
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
