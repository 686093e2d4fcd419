import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Node and Bun know their own list of authorities and not the machine's, and npm finds its machine-wide settings by the
 * Node that runs it, which here is not the machine's. So the machine's authorities are named to them.
 */
const machineAuthorities = '/etc/ssl/certs/ca-certificates.crt';
const env = existsSync(machineAuthorities)
  ? { NODE_EXTRA_CA_CERTS: machineAuthorities, ...process.env }
  : process.env;

/** A command that this package depends on, such as a runtime. */
export function binary(name: string): string {
  return fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));
}

const { HOSTILE_RESPONSES, STANDALONE } = process.env;

/** A run of thousands of hostile responses takes minutes, and so can an installation that finds nothing in a cache. */
export const longestRunMs = HOSTILE_RESPONSES ? 900_000 : STANDALONE ? 300_000 : 100_000;

/** Runs a command to its end and gives back what it printed. A failure shows all of it. */
export async function runCommand(command: string, args: string[], cwd: string, more = {}): Promise<string> {
  const child = spawn(command, args, {
    cwd,
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longestRunMs,
  });
  let output = '';
  let noise = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    noise += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  const stopped = child.killed ? ` because it was stopped after ${longestRunMs / 1000} s` : '';
  if (code !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${code}${stopped}:\n${output}\n${noise}`);
  return output;
}
