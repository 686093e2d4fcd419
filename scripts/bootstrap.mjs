// Runs on the machine's own Node, before anything is installed: Node built-ins only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const stamp = join(root, 'node_modules', '.chat-sns-installed.json');

const environment = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH}`,
  TURBO_TELEMETRY_DISABLED: '1',
  REDOCLY_TELEMETRY: 'off',
  DO_NOT_TRACK: '1',
};

/** Runs a command with the repository's Node first in PATH and resolves to its exit code. */
export function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    const forward = (signal) => child.kill(signal);
    // Ctrl-C reaches the child by itself; a parent that dies first would leave it behind.
    const ignore = () => {};
    process.on('SIGTERM', forward);
    process.on('SIGINT', ignore);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGTERM', forward);
      process.off('SIGINT', ignore);
      resolve(code ?? 1);
    });
  });
}

/** Runs turbo, which finds the workspace through pnpm and so needs it in PATH: npx puts it there. */
export const runTurbo = (args) => run('npx', ['--yes', packageManager, 'exec', 'turbo', ...args]);

/** Installs `demo` (what `npm start` needs) or `all`, and does nothing when the lockfile is already installed. */
export async function install(scope) {
  const lockfile = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex');
  const installed = readStamp();
  if (installed.lockfile === lockfile && (installed.scope === 'all' || installed.scope === scope)) return;

  const filters = scope === 'demo' ? ['--filter', 'chat-sns', '--filter', '@chat-sns/demo...'] : [];
  console.log(
    `Installing what ${scope === 'demo' ? 'the demo' : 'the tests'} need with ${packageManager} ...`,
  );
  const code = await run('npx', ['--yes', packageManager, ...filters, 'install', '--frozen-lockfile']);
  if (code !== 0) {
    throw new Error(
      'The installation failed. Check that the npm registry can be reached, then run the command again.',
    );
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ lockfile, scope }));
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'));
  } catch {
    return {};
  }
}
