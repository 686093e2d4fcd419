import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program that runs beside the tests until it is disposed. */
export interface Program {
  readonly url: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts the command of a workspace package on a free port and waits for the address that it prints. */
export async function startProgram(
  name: 'mock' | 'sandbox',
  args: readonly string[] = [],
  env = {},
): Promise<Program> {
  const manifest = fileURLToPath(import.meta.resolve(`@chat-sns/${name}/package.json`));
  const bin: string = JSON.parse(readFileSync(manifest, 'utf8')).bin[`chat-sns-${name}`];
  const child = spawn(process.execPath, [join(dirname(manifest), bin), '--port', '0', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      printed += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (found) resolve(found);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    ended.then(() => reject(new Error(`chat-sns-${name} ended: ${printed}`)));
  });
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}
