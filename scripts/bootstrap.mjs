// Runs on the machine's own Node, before anything is installed: Node built-ins only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Without the hash, which npx does not read. */
const [pinnedPnpm] = manifest.packageManager.split('+');
const [, pinnedNode] = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8').match(/^nodeVersion: (.+)$/m);
const stamp = join(root, 'node_modules', '.chat-sns-installed.json');

const environment = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  REDOCLY_TELEMETRY: 'off',
  DO_NOT_TRACK: '1',
  // `install` has settled it. Otherwise pnpm installs every package before the first script of the demo.
  pnpm_config_verify_deps_before_run: 'false',
};

/** Runs a command with the repository's Node and pnpm first in PATH, once they are here. Resolves to its exit code. */
export function run(command, args, { stdio = 'inherit', onOutput = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const path = [bin, ...tools, process.env.PATH].join(delimiter);
    const env = { ...environment, PATH: path };
    const child = spawn(command, args, { cwd: root, env, stdio, shell: process.platform === 'win32' });
    child.stdout?.on('data', onOutput);
    child.stderr?.on('data', onOutput);
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

/**
 * Runs a command that may take long and shows how far it is every few seconds, so that a reader sees that it goes on. All
 * of its output when it fails.
 * @throws with the advice, or with what Ctrl-C stopped.
 */
export async function runNarrated(what, subject, command, args, advice) {
  const start = Date.now();
  const seconds = () => `${String(Math.round((Date.now() - start) / 1000)).padStart(4)} s`;
  let output = '';
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
  };
  console.log(`${what} ...`);
  const heartbeat = setInterval(() => console.log(`${seconds()}  ${subject}: ${howFar(output)}`), 3000);
  process.once('SIGINT', interrupt);
  const onOutput = (chunk) => {
    output += chunk;
  };
  try {
    const code = await run(command, args, { stdio: ['ignore', 'pipe', 'pipe'], onOutput });
    if (interrupted) throw new Error('Stopped. Run the command again and it goes on where it stopped.');
    if (code !== 0) throw new Error(`${output}\n${advice}`);
    console.log(`${seconds()}  ${subject}: done`);
    return output;
  } finally {
    clearInterval(heartbeat);
    process.off('SIGINT', interrupt);
  }
}

/** The packages of all that pnpm has so far; of a command that counts none, the last line. */
function howFar(output) {
  const counts = [...output.matchAll(/^Progress: resolved (\d+), reused (\d+), downloaded (\d+)/gm)].at(-1);
  if (counts) return `${Number(counts[2]) + Number(counts[3])} of ${counts[1]}`;
  const last = output.trimEnd().split('\n').at(-1)?.trim().slice(0, 90) || 'under way';
  // Of a large package pnpm prints only the beginning and the end.
  return last.replace(': 0.00 B/', ', ');
}

/** Directories of the pinned pnpm, and of Node where the machine's is too old, in npm's cache. Set by `install`. */
let tools = [];

const advice =
  'The installation failed. Check that the npm registry can be reached, then run the command again.';

/** Installs `demo` (what `npm start` builds and runs) or `all`, and does nothing when that is already installed. */
export async function install(wanted) {
  const installed = readStamp();
  // Installing less would remove what is there, such as the Node that runs this.
  const scope = existsSync(join(bin, 'biome')) ? 'all' : wanted;
  const lockfile = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex');
  tools = (installed.tools ?? []).filter((directory) => existsSync(directory));
  const current = installed.lockfile === lockfile && ['all', scope].includes(installed.scope);
  if (current && tools.length > 0 && tools.length === installed.tools.length) return;

  tools = [await bringTool('pnpm', pinnedPnpm)];
  // Without the tools of tests and linters. The age of each package is checked when all is installed.
  const few = ['--prod', '--trust-lockfile', '--filter', 'chat-sns', '--filter', '@chat-sns/demo...'];
  const args = [...(scope === 'demo' ? few : []), 'install', '--frozen-lockfile', '--reporter=append-only'];
  const what = `Installing what ${scope === 'demo' ? 'the demo needs' : 'the tests need'}`;
  const [node] = await Promise.all([
    // With everything else comes Node as well.
    scope === 'demo' && isOldNode() ? bringTool('node', `node@${pinnedNode}`) : undefined,
    runNarrated(what, 'packages', 'pnpm', [...args, '--config.confirm-modules-purge=false'], advice),
  ]);
  if (node) tools.push(node);
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ lockfile, scope, tools }));
}

/** Lets npx fetch a package and returns where its command is: npx puts that first in the PATH of what it runs. */
async function bringTool(command, specifier) {
  const args = ['exec', '--yes', `--package=${specifier}`, '--', 'node', '-p', 'process.env.PATH'];
  const output = await runNarrated(`Fetching ${specifier}`, command, 'npm', args, advice);
  const files = process.platform === 'win32' ? [`${command}.cmd`, `${command}.exe`] : [command];
  const directory = output
    .split(/\r?\n/)
    .flatMap((line) => line.split(delimiter))
    .find((path) => path.includes('_npx') && files.some((file) => existsSync(join(path, file))));
  if (!directory) throw new Error(`${output}\nnpm brought no ${specifier}. Run the command again.`);
  return directory;
}

/** Prism, below the mock, requires the most. */
function isOldNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'apps/mock/package.json'), 'utf8'));
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [requiredMajor, requiredMinor] = engines.node.match(/\d+/g).map(Number);
  return major < requiredMajor || (major === requiredMajor && minor < requiredMinor);
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'));
  } catch {
    return {};
  }
}
