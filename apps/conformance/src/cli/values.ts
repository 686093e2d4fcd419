import { closeSync, openSync, readFileSync } from 'node:fs';
import { limits } from '@chat-sns/spec';

/** The command cannot do what its arguments say; the message says which one is wrong and what to do. */
export class UsageError extends Error {}

export function required(value: string | undefined, name: string, example: string): string {
  if (value) return value;
  throw new UsageError(`${name} is required. For example: ${name} ${example}`);
}

export function readUrl(value: string, allowHttp: boolean): URL {
  // The value may contain a secret, so the message does not quote it.
  const wrong = '--base-url must be an http or https URL without user, query and fragment.';
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError(wrong);
  if (url.username || url.password || url.search || url.hash) throw new UsageError(wrong);
  if (url.protocol === 'http:' && !isLoopback(url) && !allowHttp) {
    throw new UsageError(
      '--base-url must be https, because the URL contains the usersig. In a network that nobody else can read, add --allow-http.',
    );
  }
  return url;
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a URL certainly leads to this machine. */
export const isLoopback = (url: URL): boolean => loopback.test(url.hostname);

export function readKey(file: string | undefined, env: NodeJS.ProcessEnv): string {
  const key = file === undefined ? env.CHAT_SNS_SECRET_KEY : readKeyFile(file);
  if (key?.trim()) return key.trim();
  throw new UsageError(
    'The secret key is missing. Set CHAT_SNS_SECRET_KEY or pass --secret-key-file FILE. ' +
      'A server that does not verify signatures accepts any string.',
  );
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`Cannot read --secret-key-file ${file}. Check its path and permissions.`);
  }
}

/** Fails for a file that cannot be written before the run, whose result would be lost. */
export function requireWritable(file: string | undefined, name: string): void {
  if (file === undefined) return;
  try {
    closeSync(openSync(file, 'a'));
  } catch {
    throw new UsageError(`Cannot write ${name} ${file}. Check its directory and permissions.`);
  }
}

export function readPrefix(value: string | undefined): string | undefined {
  if (value === undefined || /^[a-zA-Z0-9_-]{2,8}$/.test(value)) return value;
  throw new UsageError(
    `--account-prefix must be 2 to 8 of the characters a-z, A-Z, 0-9, _ and -, not ${show(value)}.`,
  );
}

export function readUserId(value: string): string {
  if (value.length <= limits.userIdLength && new RegExp(limits.userIdPattern).test(value)) return value;
  throw new UsageError(
    `--identifier must be a UserID of 1 to ${limits.userIdLength} letters, digits, _ and -, or one that starts with @RBT#, not ${show(value)}.`,
  );
}

/** By default at most what a timer of Node can wait: it ends a longer wait at once. */
export function readWhole(value: string, name: string, least: number, most = 2 ** 31 - 1): number {
  if (/^\d{1,10}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
  throw new UsageError(`${name} must be a whole number from ${least} to ${most}, not ${show(value)}.`);
}

export function oneOf<Choice extends string>(
  value: string,
  choices: readonly Choice[],
  name: string,
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found) return found;
  throw new UsageError(`${name} must be one of ${choices.join(', ')}, not ${show(value)}.`);
}

export const split = (value = '') =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const show = (value: string) => JSON.stringify(value);
