import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export const home = join(import.meta.dirname, '..');

/** A directory in which one tool works. */
export interface Project {
  folder: string;
  /** Runs a command and resolves to what it printed. */
  run(command: string, variables?: Record<string, string>): Promise<string>;
  /** Starts a server on a free port, which the command gets as `PORT`, and waits until it listens. */
  serve(command: string, variables?: Record<string, string>): Promise<Server>;
  /** Imports a TypeScript file, which may import others as a bundler allows. */
  load<T>(file: string): Promise<T>;
}

export interface Server {
  url: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** An empty project. Files that it imports find the packages of this one. */
export function createProject(name: string): Project {
  const folder = join(home, 'work', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    async run(command, variables = {}) {
      const program = start(folder, command, variables);
      const code = await program.ended;
      if (code !== 0) throw new Error(`exit code ${code}: ${program.output().trim().slice(-400)}`);
      return program.output();
    },
    async serve(command, variables = {}) {
      const port = await findPort();
      const program = start(folder, command, { ...variables, PORT: String(port) });
      let over = false;
      program.ended.finally(() => {
        over = true;
      });
      while (!(await isOpen(port))) {
        if (over) throw new Error(`ended before it listened: ${program.output().trim().slice(-400)}`);
        await sleep(50);
      }
      return {
        url: `http://127.0.0.1:${port}`,
        async [Symbol.asyncDispose]() {
          program.kill();
          await program.ended;
        },
      };
    },
    load: (file) => import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href),
  };
}

/** None of the tools reports to its makers. */
const environment = {
  ...process.env,
  // The repository's compiler comes first: some generators need TypeScript 5, which compiles four times slower.
  PATH: [join(home, '../../node_modules/.bin'), join(home, 'node_modules/.bin'), process.env.PATH].join(
    delimiter,
  ),
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  DO_NOT_TRACK: '1',
  NO_COLOR: '1',
  NODE_ENV: 'development',
};

/** Starts a program in a process group of its own, and ends it when it runs for longer than two minutes. */
function start(folder: string, command: string, variables: Record<string, string>) {
  const child = spawn('sh', ['-ec', command], {
    cwd: folder,
    env: { ...environment, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const kill = () => {
    // A shell does not pass signals on, so the whole group gets it.
    if (child.pid && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
  };
  const timer = setTimeout(kill, 120_000);
  const ended = once(child, 'close').then(([code]) => {
    clearTimeout(timer);
    return code as number | null;
  });
  return { output: () => output, kill, ended };
}

/** A port that is free now. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return once(socket, 'connect')
    .then(
      () => true,
      () => false,
    )
    .finally(() => socket.destroy());
}
