import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, runTurbo } from './bootstrap.mjs';

const quiet = ['--log-prefix=none', '--output-logs'];

/** A task of the gates, after a build of what it reads that prints nothing. */
async function gates(task) {
  const built = await runTurbo(['run', 'build', '--filter', '@chat-sns/gates^...', ...quiet, 'errors-only']);
  return built || runTurbo(['run', task, ...quiet, 'new-only']);
}

const specVersion = () => JSON.parse(readFileSync(join(root, 'spec/package.json'), 'utf8')).version;

try {
  await install('all');
  const before = specVersion();
  let code = await gates('version');
  // Without a new version the record must stay: what changed since would be in no changelog.
  if (code === 0 && specVersion() !== before) {
    code = await gates('record');
    if (code === 0) console.log('\nReview what changed, packages/gates/released included, then commit it.');
  }
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
