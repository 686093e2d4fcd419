import { parseArgs } from 'node:util';
import { adapterNames } from '../adapters/adapter.ts';
import {
  isLoopback,
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

export const help = `chat-sns-conformance: does a server speak the three deletion calls as the contract says?

  chat-sns-conformance --base-url http://127.0.0.1:4020 --sdkappid 1400000000 --identifier administrator --adapter sandbox

The server
  --base-url URL           address of a gateway, wrapper, mock, sandbox or the service; a path in it is kept
  --sdkappid N             the app
  --identifier A           an app admin, the caller
  --secret-key-file FILE   the app's secret key; else the variable CHAT_SNS_SECRET_KEY
  --timeout MS             how long an answer may take (10000)
  --allow-http             http to another machine, where the usersig can be read on the way

The scenarios
  --adapter sandbox        seeds by PUT /sandbox/state and puts the former state back at the end
  --adapter vendor         seeds by account_import, friend_import and group_add, and reads the state back
  --adapter none           seeds nothing: what needs accounts is skipped (this is the default)
  --only A,B               ids, groups or operations; an id may end in *
  --skip A,B               the same, to leave out. A server that verifies no signatures: --skip signatures
  --list                   prints the scenarios and ends

The report
  --format table|junit|json   (table)
  --output FILE            writes it to a file in place of the standard output
  --strict                 what differs from something observed or inferred fails, too

Live runs: any address that is not this machine's own, --adapter vendor, or --live
  --account-prefix P       2 to 8 characters with which every account of the run begins; no account of yours may
  --yes-delete             the run deletes friends and lists; without this it prints its plan and ends
  --plan                   prints the plan and ends
  --with-bad-signatures    sends bad signatures too; a service may lock the caller out for a minute (70050)
  --differences FILE       writes what differs as entries for spec/discoveries.yaml, secrets masked
  --pause MS               pause between calls (100 when live, else 0)

Ends with 0 when nothing failed, 1 when something failed, 2 when the run was impossible or is incomplete.
Unofficial; not affiliated with Tencent.
`;
