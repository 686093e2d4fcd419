import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

const examples = fileURLToPath(new URL('../../', import.meta.url));
export const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** A text of the repository and the code blocks in it. */
export function readBlocks(path: string): { language: string; code: string }[] {
  const blocks = readFileSync(`${repository}${path}`, 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms);
  return [...blocks].map(([, language = '', code = '']) => ({ language, code }));
}

/** A copy of an example that finds node_modules as the original does, and that git ignores. */
export function copyExample(name: string) {
  mkdirSync(`${examples}reports`, { recursive: true });
  const folder = mkdtempSync(`${examples}reports/${name}-`);
  cpSync(`${examples}${name}`, folder, { recursive: true });
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

/** Whether this machine has a program to test with. Prints one line when it has none. */
export function has(program: string, purpose: string): boolean {
  try {
    return execFileSync(program, ['--version'], { stdio: 'pipe' }).length > 0;
  } catch {
    console.warn(`skipped: ${purpose}, because no ${program} is installed`);
    return false;
  }
}

/** A port that nobody has right now. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

type Environment = Record<string, string>;

/** The environment of a reader's shell: without the test runner, and with the commands that npx would find. */
function environmentOf(more: Environment): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_ENV$/.test(name));
  const path = `${examples}node_modules/.bin${delimiter}${process.env.PATH}`;
  return { ...Object.fromEntries(own), PATH: path, NO_COLOR: '1', ...more };
}

/** What npx starts stays when npx is killed, and starting it takes a second: the command itself in its place. */
const withoutNpx = (script: string) => script.replaceAll(/\bnpx (?=chat-sns|vitest)/g, '');

/** Runs a script as it is when it is pasted. */
export function paste(script: string, cwd: string, env: Environment = {}) {
  const args = ['--norc', '-euc', withoutNpx(script)];
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile('bash', args, { cwd, env: environmentOf(env), maxBuffer: 1e8 }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

/** A program that runs until the test ends. */
export interface Program extends AsyncDisposable {
  /** What it has printed so far. */
  output(): string;
}

/** Starts a program as a script does when it is pasted, and waits until it has printed that it is ready. */
export async function start(script: string, cwd: string, env: Environment, ready: RegExp): Promise<Program> {
  const child = spawn('bash', ['--norc', '-euc', withoutNpx(script)], {
    cwd,
    env: environmentOf(env),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const exited = once(child, 'exit');
  let output = '';
  const isReady = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (ready.test(output)) resolve();
    });
    exited.then(() => reject(new Error(`ended before it was ready: ${script}\n${output}`)));
  });
  await isReady;
  return {
    output: () => output,
    async [Symbol.asyncDispose]() {
      process.kill(-(child.pid as number));
      await exited;
    },
  };
}

/** Starts a sandbox with the words of a README on a free port. Returns its URL. */
export async function startSandbox(script: string, cwd: string, env: Environment = {}) {
  const port = await findFreePort();
  const sandbox = await start(
    script,
    cwd,
    { CHAT_SNS_SANDBOX_PORT: String(port), ...env },
    /\(unofficial\) on/,
  );
  return Object.assign(sandbox, { url: `http://127.0.0.1:${port}` });
}
