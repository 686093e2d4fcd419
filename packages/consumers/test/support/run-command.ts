import { spawn } from 'node:child_process';

/** Runs a command to its end and gives back what it printed. A failure shows all of it. */
export async function runCommand(command: string, args: string[], cwd: string): Promise<string> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: 100_000 });
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
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}\n${noise}`);
  return output;
}
