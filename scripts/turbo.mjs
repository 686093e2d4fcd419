import { install, run } from './bootstrap.mjs';

try {
  await install('all');
  process.exitCode = await run('turbo', process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
