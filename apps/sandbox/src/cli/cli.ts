#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };
import { createSandbox } from '../create-sandbox.ts';
import { demoKey, type Settings, UsageError } from '../settings.ts';
import { InvalidState, type StateDocument } from '../state/state.ts';
import { writeBanner } from './banner.ts';
import { writeHelp } from './help.ts';
import { parseSettings } from './parse-settings.ts';

async function start(settings: Settings): Promise<void> {
  const { state, secretKeyFile, secretKey, ...rest } = settings;
  const key = secretKeyFile === undefined ? (secretKey ?? demoKey) : readKey(secretKeyFile);
  const sandbox = createSandbox({
    ...rest,
    secretKey: key,
    ...(state === undefined ? {} : { state: readSeed(state) }),
  });
  const { url } = await sandbox.listen();
  process.stdout.write(writeBanner({ ...settings, secretKey: key }, url));

  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      void sandbox.close().then(() => process.exit(0));
    });
  }
}

function readKey(file: string): string {
  const key = readFile(file, 'secret key').trim();
  if (key === '') throw new UsageError(`The secret key file ${file} is empty.`);
  return key;
}

function readSeed(file: string): StateDocument {
  try {
    return JSON.parse(readFile(file, 'state'));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new UsageError(`The state file ${file} is not JSON: ${error.message}`);
    throw error;
  }
}

function readFile(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `Cannot read the ${what} file ${file}: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** One line about what the user can fix, and the exit code: 2 for a value that cannot be used. */
function judge(error: unknown): [message: string, exitCode: number] {
  if (error instanceof UsageError) return [error.message, 2];
  if (error instanceof InvalidState) return [`The state is invalid: ${error.message}`, 2];
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return [`--host ${listening?.host} is not an address of this machine.`, 2];
  if (code !== 'EADDRINUSE') return [message, 1];
  const remedy = 'Choose another one with --port or CHAT_SNS_SANDBOX_PORT.';
  return [`Port ${listening?.port} is already in use. ${remedy}`, 1];
}

let listening: Settings | undefined;
try {
  const args = process.argv.slice(2);
  const settings = parseSettings(args, process.env);
  if (settings === 'help') process.stdout.write(writeHelp());
  else if (settings === 'version') process.stdout.write(`${manifest.version}\n`);
  else {
    if (args.some((arg) => arg === '--secret-key' || arg.startsWith('--secret-key='))) {
      process.stderr.write(
        '--secret-key makes the key visible to every user of this machine. Use --secret-key-file instead.\n',
      );
    }
    listening = settings;
    await start(settings);
  }
} catch (error) {
  const [message, exitCode] = judge(error);
  process.stderr.write(`chat-sns-sandbox: ${message}\n`);
  process.exitCode = exitCode;
}
