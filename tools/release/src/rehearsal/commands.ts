import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';

/** Where a command runs, and with which variables. */
export interface Place {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

const running = new Set<ChildProcess>();
let stopping = false;

/** Starts a command in a process group of its own, so that it ends with all that it started. */
export function start(command: string, args: string[], { cwd, env }: Place) {
  if (stopping) throw new Error('Stopped.');
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  running.add(child);
  child.on('close', () => running.delete(child));
  const output = { printed: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output.printed += text;
    });
  }
  return { child, output };
}

/** Ends every command that still runs, and starts none from now on. */
export async function stopAll(): Promise<void> {
  stopping = true;
  const ended = [...running].map((child) => {
    const closed = once(child, 'close');
    try {
      if (child.pid) process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It ended by itself meanwhile.
    }
    return closed;
  });
  await Promise.all(ended);
}

/** Says which command runs, and returns its exit code and all that it printed. */
export async function attempt(command: string, args: string[], place: Place) {
  const line = [command, ...args].join(' ').replaceAll(`${dirname(place.cwd)}/`, '');
  console.log(`  $ ${line.length > 100 ? `${line.slice(0, 97)}...` : line}`);
  const { child, output } = start(command, args, place);
  const [status] = await once(child, 'close');
  return { status, printed: output.printed };
}

/** Runs a command and returns all that it printed. @throws what it printed last, when it fails. */
export async function run(command: string, args: string[], place: Place): Promise<string> {
  const { status, printed } = await attempt(command, args, place);
  if (status === 0) return printed;
  const last = printed.trimEnd().split('\n').slice(-40).join('\n');
  throw new Error(`${command} ${args.join(' ')} ended with ${status} in ${place.cwd}:\n${last}`);
}
