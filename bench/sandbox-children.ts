import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const taskset = '/usr/bin/taskset';

export const sandboxCli = here('node_modules/@chat-sns/sandbox/dist/cli.js');

export interface Server {
  readonly name: string;
  readonly port: number;
  /** CPU time that the process has used, in seconds; NaN where the system does not tell. */
  readonly cpuSeconds: () => number;
  readonly stop: () => void;
}

const commands: Record<string, (port: number) => string[]> = {
  'bare node:http': (port) => [here('sandbox-servers.ts'), 'bare', String(port)],
  fastify: (port) => [here('sandbox-servers.ts'), 'fastify', String(port)],
  sandbox: (port) => [sandboxCli, '--port', String(port), '--rate-limit', '0'],
  'prism cli': (port) => [
    prismCli(),
    'mock',
    require.resolve('@chat-sns/spec/openapi.json'),
    '--port',
    String(port),
  ],
};
export const serverNames = Object.keys(commands);

function prismCli(): string {
  return require.resolve('@stoplight/prism-cli/dist/index.js');
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Every server on the first processor, which leaves the others to the generator. */
export function spawnNode(args: string[]): ChildProcess {
  const command = [process.execPath, ...args];
  const pinned = existsSync(taskset) ? [taskset, '-c', '0', ...command] : command;
  return spawn(pinned[0] ?? '', pinned.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] });
}

export async function startServer(name: string, isUp: (port: number) => Promise<boolean>): Promise<Server> {
  const port = await freePort();
  const child = spawnNode(commands[name]?.(port) ?? []);
  const deadline = performance.now() + 30_000;
  while (!(await isUp(port))) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`${name} did not start`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { name, port, cpuSeconds: () => cpuSeconds(child.pid), stop: () => child.kill() };
}

function cpuSeconds(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}
