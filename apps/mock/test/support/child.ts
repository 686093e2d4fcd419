import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface Child {
  process: ChildProcess;
  /** Everything written so far, standard output and error together. */
  output(): string;
  /** Resolves to the first match of a pattern in the output. */
  waitFor(pattern: RegExp): Promise<string>;
  /** Sends a signal and resolves to how the process ended. */
  end(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface ChildOptions {
  env?: NodeJS.ProcessEnv;
  /** Age at which the program is killed, whatever the test does. */
  patienceMs?: number;
}

/** Starts a Node program that lasts no longer than the test that starts it, also one that runs out of time. */
export function startNode(args: string[], options: ChildOptions = {}): Child {
  const child = startLasting(args, options);
  onTestFinished(() => child[Symbol.asyncDispose]());
  return child;
}

/** Starts a Node program that its starter ends. */
export function startLasting(args: string[], { env, patienceMs = 50_000 }: ChildOptions): Child {
  const child = spawn(process.execPath, args, {
    timeout: patienceMs,
    killSignal: 'SIGKILL',
    cwd: packageRoot,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;

  const waitFor = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output)?.[0];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      closed.then(() => reject(new Error(`ended without ${pattern}: ${output}`)));
      look();
    });
  const end = async (signal?: NodeJS.Signals) => {
    if (signal && child.exitCode === null) child.kill(signal);
    const [code, by] = await closed;
    return { code, signal: by };
  };
  const dispose = async () => {
    await end('SIGKILL');
  };
  return { process: child, output: () => output, waitFor, end, [Symbol.asyncDispose]: dispose };
}
