import { parseArgs } from 'node:util';
import { adapterNames } from '../adapters/adapter.ts';
import { isLoopback } from '../live/is-live.ts';
import {
  oneOf,
  readKey,
  readPrefix,
  readUrl,
  readUserId,
  readWhole,
  required,
  split,
  UsageError,
} from './values.ts';

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
        pause: text,
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
    sdkAppId: readWhole(required(values.sdkappid, '--sdkappid', '1400000000'), '--sdkappid', 1),
    identifier: readUserId(required(values.identifier, '--identifier', 'administrator')),
    secretKey: readKey(values['secret-key-file'], env),
    adapter,
    format: oneOf(values.format, formats, '--format'),
    output: values.output,
    only: split(values.only),
    skip: split(values.skip),
    strict: values.strict,
    timeoutMs: readWhole(values.timeout, '--timeout', 1),
    live,
    yesDelete: values['yes-delete'],
    accountPrefix: readPrefix(values['account-prefix']),
    withoutLocks: live && !values['with-bad-signatures'],
    differences: values.differences,
    pauseMs: readWhole(values.pause ?? (live ? '100' : '0'), '--pause', 0),
    plan: values.plan,
  } as const;
}

export type RunRequest = Extract<ReturnType<typeof readOptions>, { action: 'run' }>;
