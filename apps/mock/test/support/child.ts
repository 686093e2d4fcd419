import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

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

/** Starts a Node program. `await using` ends it. */
export function startNode(args: string[], env: NodeJS.ProcessEnv = {}): Child {
  const child = spawn(process.execPath, args, { env: { ...process.env, NO_COLOR: '1', ...env } });
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
