import { install, runTurbo } from './bootstrap.mjs';

try {
  await install('all');
  process.exitCode = await runTurbo(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
