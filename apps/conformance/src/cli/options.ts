import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { adapterNames } from '../adapters/adapter.ts';
import { isLoopback } from '../live/is-live.ts';

/** What was asked for cannot be done; the message says what to do. */
export class UsageError extends Error {}

export const formats = ['table', 'junit', 'json'] as const;
export type Format = (typeof formats)[number];

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      options: {
        'base-url': text,
        sdkappid: text,
        identifier: text,
        'secret-key-file': text,
        adapter: text,
        format: { ...text, default: 'table' },
        output: text,
        only: text,
        skip: text,
        strict: flag,
        timeout: { ...text, default: '10000' },
        'allow-http': flag,
        live: flag,
        'yes-delete': flag,
        'account-prefix': text,
        'with-bad-signatures': flag,
        differences: text,
        pace: text,
        plan: flag,
        list: flag,
        help: { ...flag, short: 'h' },
        version: flag,
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error} See --help.`);
  }
}

/** @throws {UsageError} */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv) {
  const values = read(args);
  if (values.help) return { action: 'help' } as const;
  if (values.version) return { action: 'version' } as const;
  if (values.list) return { action: 'list' } as const;

  const baseUrl = readUrl(
    required(values['base-url'], '--base-url', 'http://127.0.0.1:4020'),
    values['allow-http'],
  );
  const adapter = oneOf(values.adapter ?? 'none', adapterNames, '--adapter');
  // Whoever seeds with the service's own calls has something behind the address that keeps accounts.
  const live = values.live || !isLoopback(baseUrl) || adapter === 'vendor';
  return {
    action: 'run',
    baseUrl: baseUrl.href,
    sdkAppId: whole(required(values.sdkappid, '--sdkappid', '1400000000'), '--sdkappid', 1),
    identifier: userId(required(values.identifier, '--identifier', 'administrator')),
    secretKey: readKey(values['secret-key-file'], env),
    adapter,
    format: oneOf(values.format, formats, '--format'),
    output: values.output,
    only: split(values.only),
    skip: split(values.skip),
    strict: values.strict,
    timeoutMs: whole(values.timeout, '--timeout', 1),
    live,
    yesDelete: values['yes-delete'],
    accountPrefix: readPrefix(values['account-prefix']),
    withoutLocks: live && !values['with-bad-signatures'],
    differences: values.differences,
    paceMs: whole(values.pace ?? (live ? '100' : '0'), '--pace', 0),
    plan: values.plan,
  } as const;
}

export type RunRequest = Extract<ReturnType<typeof readOptions>, { action: 'run' }>;

function required(value: string | undefined, name: string, example: string): string {
  if (value) return value;
  throw new UsageError(`${name} is missing. For example: ${name} ${example}`);
}

function readUrl(value: string, allowHttp: boolean): URL {
  // The text may hold a secret, so that it is not repeated.
  const wrong = '--base-url must be an http or https address without user, query and fragment.';
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError(wrong);
  if (url.username || url.password || url.search || url.hash) throw new UsageError(wrong);
  if (url.protocol === 'http:' && !isLoopback(url) && !allowHttp) {
    throw new UsageError(
      '--base-url must be https, because the usersig travels in the URL. For a network that nobody else can read: --allow-http.',
    );
  }
  return url;
}

function readKey(file: string | undefined, env: NodeJS.ProcessEnv): string {
  const key = file === undefined ? env.CHAT_SNS_SECRET_KEY : readKeyFile(file);
  if (key?.trim()) return key.trim();
  throw new UsageError(
    'There is no secret key. Set CHAT_SNS_SECRET_KEY or pass --secret-key-file FILE. ' +
      'A server that does not verify signatures takes any text.',
  );
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`--secret-key-file ${file} cannot be read.`);
  }
}

function readPrefix(value: string | undefined): string | undefined {
  if (value === undefined || /^[a-zA-Z0-9_-]{2,8}$/.test(value)) return value;
  throw new UsageError('--account-prefix must be 2 to 8 of the characters a-z, A-Z, 0-9, _ and -.');
}

function userId(value: string): string {
  if (/^[a-zA-Z0-9_-]{1,32}$/.test(value)) return value;
  throw new UsageError('--identifier must be a UserID: 1 to 32 of the characters a-z, A-Z, 0-9, _ and -.');
}

function whole(value: string, name: string, least: number): number {
  if (/^\d{1,15}$/.test(value) && Number(value) >= least) return Number(value);
  throw new UsageError(`${name} must be a whole number of at least ${least}.`);
}

function oneOf<Choice extends string>(value: string, choices: readonly Choice[], name: string): Choice {
  const found = choices.find((choice) => choice === value);
  if (found) return found;
  throw new UsageError(`${name} must be one of ${choices.join(', ')}.`);
}

const split = (value = '') =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
