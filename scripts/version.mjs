import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './bootstrap.mjs';

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

const specVersion = () => JSON.parse(readFileSync(join(root, 'spec/package.json'), 'utf8')).version;

try {
  await install('all');
  const before = specVersion();
  let code = await release('version');
  // Without a new version the record must stay: what changed since would be in no changelog.
  if (code === 0 && specVersion() !== before) {
    code = await release('record');
    if (code === 0) console.log('\nReview what changed, tools/release/released included, then commit it.');
  }
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
