import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Child {
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** Everything printed so far. */
  readonly banner: () => string;
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
}

/**
 * Starts the built command on a free port and waits until it prints its URL.
 * @param setup what the shell does before, for example `ulimit -f 64`.
 */
export async function startChild(
  args: readonly string[],
  nodeOptions: readonly string[] = [],
  setup = ':',
): Promise<Child> {
  const command = [process.execPath, ...nodeOptions, cli, '--port', '0', ...args];
  const child = spawn('sh', ['-c', `${setup}; exec "$0" "$@"`, ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
        // The banner ends with the call that resets, so it is complete.
        const found = /-X POST (http:\S+)\/sandbox\/reset/.exec(output)?.[1];
        if (found) resolve(found);
      });
    }
    child.once('exit', (code) => reject(new Error(`exited with ${code}: ${output}`)));
  });
  return {
    url,
    port: Number(new URL(url).port),
    process: child,
    banner: () => output,
    async stop(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exit = once(child, 'exit');
      child.kill(signal);
      const [code] = await exit;
      return code;
    },
  };
}
