import { install, run, runTurbo } from './bootstrap.mjs';

try {
  await install('demo');
  console.log('Building the contract, the client, the servers and the docs ...');
  const built = await runTurbo([
    ...['run', 'build', '--filter', '@chat-sns/demo...'],
    ...['--output-logs', 'errors-only', '--log-prefix', 'none'],
  ]);
  process.exitCode = built || (await run('node', ['scripts/demo.ts', ...process.argv.slice(2)]));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
